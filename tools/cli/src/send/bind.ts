import type { Link } from '@smswire/session';
import { commandStatusMeaning, commandStatusName } from '@smswire/smpp';
import { Failure } from '../failure.js';
import type { Codec, Sent } from '../smpp/codec.js';
import { NOT_OPENED } from './sender.js';

export type BindCommand = 'bind_transmitter' | 'bind_receiver' | 'bind_transceiver';
export type BindRequest = Sent<BindCommand>;

const modes = {
  tx: 'bind_transmitter',
  transmitter: 'bind_transmitter',
  rx: 'bind_receiver',
  receiver: 'bind_receiver',
  trx: 'bind_transceiver',
  transceiver: 'bind_transceiver',
} as const satisfies Record<string, BindCommand>;

/** What a user may call the ways to bind. */
export const bindModes = Object.keys(modes) as (keyof typeof modes)[];
export const bindCommand = (mode: keyof typeof modes): BindCommand => modes[mode];

/** Binds. @throws Failure where it is refused or not answered */
export async function bind(link: Link<Codec>, request: BindRequest, signal: AbortSignal): Promise<void> {
  let status: number;
  try {
    status = (await link.request(request, { signal })).commandStatus;
  } catch (error) {
    throw new Failure((error as Error).message, NOT_OPENED);
  }
  if (status === 0) return;
  throw new Failure(`${request.command}: ${commandStatusName(status)}, ${commandStatusMeaning(status)}`, NOT_OPENED);
}
