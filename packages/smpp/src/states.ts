import { commandStatus } from './command-status.js';
import type { SmppVersion } from './versions.js';

/** Who sends: the client, or the message centre. */
export type Role = 'ESME' | 'MC';

/**
 * - `OPEN`: connected, not bound
 * - `OUTBOUND`: the MC has sent outbind; new in 5.0, in 3.4 still OPEN
 * - `UNBOUND`: unbind is answered, the connection still there; new in 5.0
 */
export type SessionState = 'OPEN' | 'OUTBOUND' | 'BOUND_TX' | 'BOUND_RX' | 'BOUND_TRX' | 'UNBOUND' | 'CLOSED';

/** The states in which each role may send a command; a role that may never is absent. */
export type StateRow = Readonly<Partial<Record<Role, readonly SessionState[]>>>;

const before = ['OPEN', 'OUTBOUND'] as const;
const tx = ['BOUND_TX', 'BOUND_TRX'] as const;
const rx = ['BOUND_RX', 'BOUND_TRX'] as const;
const bound = ['BOUND_TX', 'BOUND_RX', 'BOUND_TRX'] as const;
const connected = ['OPEN', 'OUTBOUND', ...bound, 'UNBOUND'] as const;

const anyoneBound: StateRow = { ESME: bound, MC: bound };
const anyone: StateRow = { ESME: connected, MC: connected };

const v50 = {
  bind_receiver: { ESME: before },
  bind_receiver_resp: { MC: before },
  bind_transmitter: { ESME: before },
  bind_transmitter_resp: { MC: before },
  bind_transceiver: { ESME: before },
  bind_transceiver_resp: { MC: before },
  outbind: { MC: ['OPEN'] },
  unbind: anyoneBound,
  unbind_resp: anyoneBound,
  enquire_link: anyone,
  enquire_link_resp: anyone,
  generic_nack: anyone,

  submit_sm: { ESME: tx },
  submit_sm_resp: { MC: tx },
  submit_multi: { ESME: tx },
  submit_multi_resp: { MC: tx },
  query_sm: { ESME: tx },
  query_sm_resp: { MC: tx },
  cancel_sm: { ESME: tx },
  cancel_sm_resp: { MC: tx },
  replace_sm: { ESME: tx },
  replace_sm_resp: { MC: tx },
  broadcast_sm: { ESME: tx },
  broadcast_sm_resp: { MC: tx },
  query_broadcast_sm: { ESME: tx },
  query_broadcast_sm_resp: { MC: tx },
  cancel_broadcast_sm: { ESME: tx },
  cancel_broadcast_sm_resp: { MC: tx },

  data_sm: { ESME: tx, MC: rx },
  data_sm_resp: { ESME: rx, MC: tx },
  deliver_sm: { MC: rx },
  deliver_sm_resp: { ESME: rx },
  alert_notification: { MC: rx },

  // 3.3 only. Its text was not at hand: these ask the MC as query_sm does.
  param_retrieve: { ESME: tx },
  param_retrieve_resp: { MC: tx },
  query_last_msgs: { ESME: tx },
  query_last_msgs_resp: { MC: tx },
  query_msg_details: { ESME: tx },
  query_msg_details_resp: { MC: tx },
} as const satisfies Record<string, StateRow>;

const v34 = {
  ...v50,
  enquire_link: anyoneBound,
  enquire_link_resp: anyoneBound,
  generic_nack: anyoneBound,
  // By table 2-1, which seems to have forgotten the transceiver.
  replace_sm: { ESME: ['BOUND_TX'] },
  replace_sm_resp: { MC: ['BOUND_TX'] },
  data_sm: anyoneBound,
  data_sm_resp: anyoneBound,
  broadcast_sm: {},
  broadcast_sm_resp: {},
  query_broadcast_sm: {},
  query_broadcast_sm_resp: {},
  cancel_broadcast_sm: {},
  cancel_broadcast_sm_resp: {},
} as const satisfies Record<string, StateRow>;

const v33 = {
  ...v34,
  bind_transceiver: {},
  bind_transceiver_resp: {},
  outbind: {},
  data_sm: {},
  data_sm_resp: {},
  alert_notification: {},
} as const satisfies Record<string, StateRow>;

/** Which command may be sent by whom in which state. SMPP 3.4 table 2-1, 5.0 table 2-2; 3.3 as 3.4 without its news. */
export const stateMatrix: Readonly<Record<SmppVersion, Readonly<Record<string, StateRow>>>> = {
  '3.3': v33,
  '3.4': v34,
  '5.0': v50,
};

/**
 * Whether `by` may send `command` in `state`. The matrix of 5.0 allows all that 3.4 does but data_sm against the
 * direction of a bind, so it serves both. A command that is not in it, a vendor's, may be sent by both when bound.
 */
export function mayBeSent(command: string, by: Role, state: SessionState, version: SmppVersion = '5.0'): boolean {
  const matrix = stateMatrix[version];
  const row = Object.hasOwn(matrix, command) ? matrix[command] : anyoneBound;
  const known = version !== '5.0' && state === 'OUTBOUND' ? 'OPEN' : state;
  return row?.[by]?.includes(known) ?? false;
}

/** What answers a request that may not be sent in `state`: a second bind is told that it is one. */
export function statusForState(command: string, state: SessionState): number {
  const again = command.startsWith('bind_') && (bound as readonly string[]).includes(state);
  return again ? commandStatus.ESME_RALYBND : commandStatus.ESME_RINVBNDSTS;
}

const boundBy: ReadonlyMap<string, SessionState> = new Map([
  ['bind_transmitter_resp', 'BOUND_TX'],
  ['bind_receiver_resp', 'BOUND_RX'],
  ['bind_transceiver_resp', 'BOUND_TRX'],
]);

/**
 * The state after a PDU has gone either way: a bind_*_resp without error binds, outbind waits for a bind, unbind_resp
 * unbinds whatever its status. All other PDUs, and these in a state where they may not be sent, change nothing. The end
 * of the connection, no PDU, makes any state CLOSED.
 */
export function stateAfter(state: SessionState, command: string, status = 0): SessionState {
  if (command === 'outbind') return state === 'OPEN' ? 'OUTBOUND' : state;
  if (command === 'unbind_resp') return (bound as readonly string[]).includes(state) ? 'UNBOUND' : state;
  if (status !== 0 || (state !== 'OPEN' && state !== 'OUTBOUND')) return state;
  return boundBy.get(command) ?? state;
}
