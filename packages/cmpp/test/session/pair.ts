import { type CloseReason, type Handlers, Link, type LinkOptions, type Warning } from '@smswire/session';
import { type ManualClock, type MemoryWire, manualClock, memoryWires } from '@smswire/session/memory';
import { settle } from '../../../session/test/cases/world.js';
import {
  type Cmpp,
  type CmppInput,
  type CmppPdu,
  type CmppVersion,
  cmpp,
  connectResponse,
  login,
} from '../../src/index.js';
import { account, today } from './dialect.js';

/** A codec whose version is not known to the compiler, as in a program that takes it from its configuration. */
export type AnyCmpp = Cmpp<CmppVersion>;
export const speak = (version: CmppVersion, strict = false): AnyCmpp => cmpp<CmppVersion>({ version, strict });

export interface Ended {
  readonly link: Link<AnyCmpp>;
  /** Every PDU that came, automatic ones too. */
  readonly got: CmppPdu[];
  readonly warnings: Warning[];
  /** Writes octets that no session would. */
  readonly send: (bytes: Uint8Array) => void;
  /** Each write, which is one PDU where the test lets everything settle in between. */
  readonly written: Uint8Array[];
  reason: CloseReason | undefined;
}

/** Accepts whoever proves the secret, and answers every message with its own number for an id. */
export function answering(highest: CmppVersion = '3.0'): (pdu: CmppPdu) => CmppInput | undefined {
  return (pdu) => {
    if (pdu.command === 'CMPP_CONNECT') return connectResponse(pdu, { secret: account.secret, now: today, highest });
    if (pdu.command === 'CMPP_SUBMIT') return { command: 'CMPP_SUBMIT_RESP', msgId: BigInt(pdu.sequenceId) };
    if (pdu.command === 'CMPP_DELIVER') return { command: 'CMPP_DELIVER_RESP', msgId: pdu.msgId };
    return pdu.command === 'CMPP_FWD' ? { command: 'CMPP_FWD_RESP', msgId: pdu.msgId } : undefined;
  };
}

/** One end of a wire: a link, and a record of all that it did. */
function end(wire: MemoryWire, codec: AnyCmpp, handlers: Handlers<AnyCmpp>, options: LinkOptions): Ended {
  const write = wire.write.bind(wire);
  const written: Uint8Array[] = [];
  wire.write = (bytes) => {
    written.push(bytes.slice());
    return write(bytes);
  };
  const got: CmppPdu[] = [];
  const warnings: Warning[] = [];
  const link = new Link<AnyCmpp>(
    wire,
    codec,
    {
      onReceive: (pdu) => void got.push(pdu),
      onWarning: (warning) => void warnings.push(warning),
      onClose: (reason) => {
        ended.reason = reason;
      },
      ...handlers,
    },
    options,
  );
  const ended: Ended = { link, got, warnings, written, send: (bytes) => void write(bytes), reason: undefined };
  return ended;
}

export interface Pair {
  readonly clock: ManualClock;
  readonly client: Ended;
  readonly server: Ended;
  /** Lets time go by, and all happen that happens meanwhile. */
  readonly pass: (ms?: number) => Promise<void>;
}

export interface PairOptions {
  readonly client?: AnyCmpp | undefined;
  readonly server?: AnyCmpp | undefined;
  /** The highest version that the server serves. */
  readonly highest?: CmppVersion | undefined;
  readonly options?: LinkOptions | undefined;
  readonly handlers?: Handlers<AnyCmpp> | undefined;
}

/** Two links that are not open yet; both answer as `answering` does. */
export function pair({ client = speak('3.0'), server = client, highest, options, handlers }: PairOptions = {}): Pair {
  const clock = manualClock();
  const [a, b] = memoryWires({ clock });
  const all = { ...options, clock };
  return {
    clock,
    client: end(a, client, { onRequest: answering(highest) }, all),
    server: end(b, server, { onRequest: answering(highest), ...handlers }, all),
    async pass(ms = 0) {
      await settle(clock);
      clock.advance(ms);
      await settle(clock);
    },
  };
}

/** The same, opened by the client. */
export async function openPair(version: CmppVersion, given: PairOptions = {}): Promise<Pair> {
  const made = pair({ client: speak(version), ...given });
  const opened = login(made.client.link, { ...account, version, now: today });
  await made.pass();
  await opened;
  for (const { got, written } of [made.client, made.server]) got.length = written.length = 0;
  return made;
}
