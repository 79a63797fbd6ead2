import {
  type Command,
  type Messages,
  messages,
  type OnWarning,
  PduError,
  type TlvTable,
  tlvs,
  u32,
  usually,
} from '@smswire/pdu';
import { check } from './check.js';
import { commandsOf } from './commands.js';
import type { NoTlvs, SmppInput, SmppPdu } from './pdu.js';
import { type Message, type SmppProtocol, smppProtocol } from './protocol.js';
import { tablesOf } from './tables.js';
import { tlvTable } from './tlvs.js';
import type { SmppVersion } from './versions.js';

export interface SmppOptions<Vendor extends TlvTable = NoTlvs, Extra extends readonly Command[] = readonly []> {
  /**
   * Hold encoding to what a peer of this version understands: 3.3 knows no TLV, and only 5.0 knows broadcasts. Without
   * it, the limits are those of 3.4 and every command may be sent. Decoding takes every version's PDUs always.
   */
  readonly version?: SmppVersion;
  /** Refuse every deviation that decoding tolerates otherwise, and what the standard forbids to stand together. @default false */
  readonly strict?: boolean;
  /** The longest PDU in octets, in both directions. @default 70000 */
  readonly maxPduLength?: number;
  /** TLVs of a vendor, or other types for those of the standard: `{ dltEntityId: { tag: 0x1400, value: cstring(20) } }`. */
  readonly tlvs?: Vendor;
  /** Commands of a vendor, made with `command`; one with the id of a standard command takes its place. */
  readonly commands?: Extra;
  /** Other widths for C-octet strings, their NUL counted: `{ password: 17 }` for a provider that issues longer ones. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Told of every deviation that decoding tolerates. */
  readonly onWarning?: OnWarning;
  /** `false` for the interpreter alone. @default true, where the platform allows it */
  readonly compile?: boolean;
}

/** An SMPP codec, and what a session asks of one: stateless, usable from many sessions at once. */
export interface Smpp<Pdu, In> extends Messages<Pdu, In>, SmppProtocol<Pdu, In> {}

const header = {
  /** 0 in requests; in responses and generic_nack what became of the request. */
  commandStatus: u32,
  /** 1 to 0x7FFFFFFF; the same in a request and its response. */
  sequenceNumber: usually(u32, 1, 0x7fffffff),
} as const;

/**
 * Makes a codec of SMPP 3.3, 3.4 and 5.0.
 * @throws PduError `version` for a version that is none
 */
export function smpp<const Vendor extends TlvTable = NoTlvs, const Extra extends readonly Command[] = readonly []>(
  options?: SmppOptions<Vendor, Extra>,
): Smpp<SmppPdu<Vendor, Extra[number]>, SmppInput<Vendor, Extra[number]>>;
export function smpp(options: SmppOptions<TlvTable, readonly Command[]> = {}): Smpp<Message, Message> {
  const { version, strict, maxPduLength = 70_000, onWarning, compile, widths = {} } = options;
  if (version !== undefined && !Object.hasOwn(commandsOf, version)) {
    const message = `no such version of SMPP; there are ${Object.keys(commandsOf).join(', ')}, as strings`;
    throw new PduError({ code: 'version', command: 'smpp', path: 'version', offset: 0, message });
  }
  const extra = options.commands ?? [];
  const taken = new Set(extra.map(({ id }) => id));
  const commands = [...tablesOf(version ?? '3.4', widths).filter(({ id }) => !taken.has(id)), ...extra];
  const verbs = messages<Message, Message>({
    header,
    number: 'sequenceNumber',
    status: 'commandStatus',
    commands,
    tail: { tlvs: tlvs(tableWith(options.tlvs)) },
    check,
    maxLength: maxPduLength,
    strict,
    onWarning,
    compile,
  });
  const protocol = smppProtocol(new Map(commands.map(({ name, id }) => [name, id])), version);
  if (version === undefined) return { ...protocol, ...verbs };
  const mustKnow = hold(version, extra);
  return {
    ...protocol,
    ...verbs,
    encode(pdu, number) {
      mustKnow(pdu);
      return verbs.encode(pdu, number);
    },
    encodeInto(pdu, target, offset, number) {
      mustKnow(pdu);
      return verbs.encodeInto(pdu, target, offset, number);
    },
  };
}

/** The standard's TLVs and the vendor's; one with the tag of a standard TLV takes its place. */
function tableWith(vendor: TlvTable | undefined): TlvTable {
  if (vendor === undefined) return tlvTable;
  const taken = new Set(Object.values(vendor).map(({ tag }) => tag));
  return { ...Object.fromEntries(Object.entries(tlvTable).filter(([, { tag }]) => !taken.has(tag))), ...vendor };
}

/** Refuses what a peer of the version would not understand: SMPP 3.4 §3.4, 5.0 §2.9. */
function hold(version: SmppVersion, extra: readonly Command[]): (pdu: unknown) => void {
  const known = new Set<string>([...commandsOf[version], ...extra].map(({ name }) => name));
  const refuse = (command: string, path: string, message: string): never => {
    throw new PduError({ code: 'version', command, path, offset: 0, message });
  };
  return (pdu) => {
    const { command, tlvs: optional } = (pdu ?? {}) as { command?: unknown; tlvs?: object | null };
    if (typeof command !== 'string' || command.startsWith('0x')) return;
    if (!known.has(command)) refuse(command, '', `SMPP ${version} does not have this command`);
    if (version === '3.3' && Object.values(optional ?? {}).some((value) => value !== undefined)) {
      refuse(command, 'tlvs', 'a peer of SMPP 3.3 knows no TLVs');
    }
  };
}
