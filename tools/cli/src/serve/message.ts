import { messageState } from '@smswire/smpp';

/** An address as a PDU has it. */
export interface Address {
  readonly ton: number;
  readonly npi: number;
  readonly address: string;
}

/** A message that was accepted. */
export interface Message {
  /** Of at most 8 characters while there are fewer than 100 million, as SMPP 3.3 has it. */
  readonly id: string;
  readonly systemId: string;
  readonly serviceType: string;
  readonly source: Address;
  /** None for a broadcast. */
  readonly destinations: readonly Address[];
  /** The areas of a broadcast. */
  readonly areas?: readonly Uint8Array[] | undefined;
  readonly dataCoding: number;
  readonly submitted: Date;
  /** `message_state`. */
  state: number;
  /** When it reached its final state. */
  done?: Date;
  registeredDelivery: number;
  /** The beginning of the text. */
  text: string;
}

export const isFinal = ({ state }: Message): boolean => messageState.isFinal(state);
