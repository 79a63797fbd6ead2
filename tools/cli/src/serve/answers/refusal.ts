import type { SmppInput, SmppPdu } from '@smswire/smpp';

/** The response to a request under an error status. */
export const refusal = ({ command }: SmppPdu, commandStatus: number): SmppInput =>
  ({ command: `${command}_resp`, commandStatus }) as SmppInput;
