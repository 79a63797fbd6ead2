import { type At, at, type Command, type Fields, type Input, type Values } from '@smswire/pdu';
import { activeTest, activeTestResp } from './commands/active-test.js';
import { cancel, cancelResp } from './commands/cancel.js';
import { connect, connectResp } from './commands/connect.js';
import { deliver, deliverResp } from './commands/deliver.js';
import { forward, forwardResp } from './commands/forward.js';
import {
  getMoRoute,
  getMoRouteResp,
  getMtRoute,
  getMtRouteResp,
  getRoute,
  getRouteResp,
} from './commands/get-route.js';
import { moRoute, moRouteResp } from './commands/mo-route.js';
import { mtRoute, mtRouteResp } from './commands/mt-route.js';
import { query, queryResp } from './commands/query.js';
import {
  moRouteUpdate,
  moRouteUpdateResp,
  mtRouteUpdate,
  mtRouteUpdateResp,
  pushMoRouteUpdate,
  pushMoRouteUpdateResp,
  pushMtRouteUpdate,
  pushMtRouteUpdateResp,
} from './commands/route-update.js';
import { submit, submitResp } from './commands/submit.js';
import { terminate, terminateResp } from './commands/terminate.js';
import type { CmppVersion } from './version.js';

/** The messages of every version, by their ids. CMPP 3.0 §8.8. */
const ofAll = [
  connect,
  connectResp,
  terminate,
  terminateResp,
  submit,
  submitResp,
  deliver,
  deliverResp,
  query,
  queryResp,
  cancel,
  cancelResp,
  activeTest,
  activeTestResp,
  forward,
  forwardResp,
  mtRoute,
  mtRouteResp,
  moRoute,
  moRouteResp,
  mtRouteUpdate,
  mtRouteUpdateResp,
  moRouteUpdate,
  moRouteUpdateResp,
  pushMtRouteUpdate,
  pushMtRouteUpdateResp,
  pushMoRouteUpdate,
  pushMoRouteUpdateResp,
] as const;

const before21 = [getRoute, getRouteResp] as const;
const since21 = [getMtRoute, getMtRouteResp, getMoRoute, getMoRouteResp] as const;

type CommandOf<V> = (typeof ofAll)[number] | (V extends '2.0' ? (typeof before21)[number] : (typeof since21)[number]);

const resolved = (version: CmppVersion, own: readonly Command[]): readonly Command[] =>
  [...ofAll, ...own].map((each) => ({ ...each, fields: at(each.fields as Fields, version) }));

const tables: Readonly<Record<CmppVersion, readonly Command[]>> = {
  '2.0': resolved('2.0', before21),
  '2.1': resolved('2.1', since21),
  '3.0': resolved('3.0', since21),
};

/** The tables of the messages that `version` has, as it has them. */
export function commandsOf(version: CmppVersion): readonly Command[] {
  return tables[version];
}

type Show<T> = { [K in keyof T]: T[K] } & {};

interface Header<Name> {
  command: Name;
  sequenceId: number;
}

/** What a message cannot hold: octets behind its last field. */
interface Behind {
  trailing?: Uint8Array;
}

/** What a peer may leave out of a message all the same. */
type Absent<Name, Body> = Name extends 'CMPP_ACTIVE_TEST_RESP' ? Partial<Body> : Body;

type PduOf<C, V> =
  C extends Command<infer Name, infer F> ? Show<Header<Name> & Absent<Name, Values<At<F, V>>> & Behind> : never;

type InputOf<C, V> =
  C extends Command<infer Name, infer F>
    ? Show<{ command: Name; sequenceId?: number | undefined; trailing?: Uint8Array | undefined } & Input<At<F, V>>>
    : never;

/** A message whose id is not in the table, under that id. */
export interface UnknownPdu {
  command: `0x${string}`;
  sequenceId: number;
  body: Uint8Array;
}

type UnknownInput = { command: `0x${string}`; sequenceId?: number | undefined; body?: Uint8Array | undefined };

/** A message as it is decoded: a union, narrowed by `command`. */
export type CmppPdu<V extends CmppVersion = CmppVersion> = V extends CmppVersion
  ? PduOf<CommandOf<V>, V> | UnknownPdu
  : never;

/** A message as it is encoded: what is left out is written as zero or empty. */
export type CmppInput<V extends CmppVersion = CmppVersion> = V extends CmppVersion
  ? InputOf<CommandOf<V>, V> | UnknownInput
  : never;
