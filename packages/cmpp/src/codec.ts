import { type Family, type Messages, messages, type OnWarning, PduError, u32 } from '@smswire/pdu';
import { connectResp } from './commands/connect.js';
import { type CmppInput, type CmppPdu, commandsOf } from './commands.js';
import { contentExcess } from './content-limit.js';
import { tolerate } from './tolerance.js';
import { type CmppVersion, versionOctet } from './version.js';

export interface CodecOptions {
  /**
   * Refuse every deviation that decoding tolerates otherwise.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /** Told of every deviation that decoding tolerates. */
  readonly onWarning?: OnWarning | undefined;
  /**
   * The longest PDU in octets, in both directions. The longest there can be has 8578.
   * @default 16384
   */
  readonly maxPduLength?: number | undefined;
  /**
   * Write contents of up to 255 octets, where the standard's limits are 159 in ASCII and 140 otherwise.
   * @default false
   */
  readonly longContent?: boolean | undefined;
  /**
   * `false` for the interpreter alone, which is slower.
   * @default true
   */
  readonly compile?: boolean | undefined;
}

/** The verbs of one version, and what a decoded PDU does not say of itself. */
export interface Codec<V extends CmppVersion> {
  readonly verbs: Messages<CmppPdu<V>, CmppInput<V>>;
  /** Whether this CONNECT_RESP was decoded from the other layout than that of the codec's version. */
  readonly isStranger: (pdu: object) => boolean;
}

/** Octets of a CONNECT_RESP before 3.0, and since. */
const BEFORE_30 = 30;
const SINCE_30 = 33;

const connectRespId = [0x80, 0x00, 0x00, 0x01];

export function codec<V extends CmppVersion>(version: V, options: CodecOptions): Codec<V> {
  const { longContent = false, strict = false, onWarning } = options;
  const family: Omit<Family, 'commands'> = {
    header: { sequenceId: u32 },
    number: 'sequenceId',
    maxLength: options.maxPduLength ?? 16384,
    strict,
    onWarning,
    compile: options.compile,
  };
  const own: Messages<CmppPdu<V>, CmppInput<V>> = messages({ ...family, commands: commandsOf(version) });
  const isSince30 = version === '3.0';
  const tail = isSince30 ? 20 : 8;

  // A server may answer CONNECT in a layout that is not that of the version asked for; the length tells which.
  const strangerLength = isSince30 ? BEFORE_30 : SINCE_30;
  const stranger: Messages<CmppPdu<V>, CmppInput<V>> = messages({
    ...family,
    commands: commandsOf(isSince30 ? '2.0' : '3.0').filter(({ id }) => id === connectResp.id),
  });
  const strangers = new WeakSet<object>();
  const verbsFor = (bytes: Uint8Array, start: number, end: number): typeof own =>
    end - start === strangerLength && connectRespId.every((octet, i) => bytes[start + 4 + i] === octet)
      ? stranger
      : own;

  // What is no Uint8Array is refused where all is refused, by name and not by a TypeError.
  const verbsForWhole = (bytes: Uint8Array): typeof own =>
    bytes instanceof Uint8Array ? verbsFor(bytes, 0, bytes.length) : own;

  function checkDecoded(pdu: CmppPdu<V>, verbs: typeof own, length: number, warn: OnWarning | undefined): CmppPdu<V> {
    const { command } = pdu;
    const how = { strict, onWarning: warn };
    if (verbs === stranger) {
      strangers.add(pdu);
      const message = `${length} octets, as ${isSince30 ? '2.x' : '3.0'} has it, on a link of ${version}`;
      tolerate(how, { code: 'bad_length', command, path: '', offset: 0, message });
    }
    const excess = contentExcess(pdu, length, tail);
    if (excess !== undefined) tolerate(how, { code: 'too_long', command, path: 'msgContent', ...excess });
    return pdu;
  }

  function checkWritten(pdu: CmppInput<V>, length: number): void {
    const excess = longContent ? undefined : contentExcess(pdu, length, tail);
    if (excess === undefined) return;
    const message = `${excess.message}; segment it, or allow it with longContent`;
    throw new PduError({ code: 'length', command: pdu.command, path: 'msgContent', offset: excess.offset, message });
  }

  const verbs: Messages<CmppPdu<V>, CmppInput<V>> = {
    family: own.family,
    frameLength: (bytes, start, end) => own.frameLength(bytes, start, end),
    decodeFrame(bytes, start, end, warn = onWarning) {
      const by = verbsFor(bytes, start, end);
      return checkDecoded(by.decodeFrame(bytes, start, end, warn), by, end - start, warn);
    },
    decode(bytes, how) {
      const by = verbsForWhole(bytes);
      return checkDecoded(by.decode(bytes, how), by, bytes.length, how?.onWarning ?? onWarning);
    },
    encode(pdu, number) {
      const bytes = own.encode(withVersion(pdu, version), number);
      checkWritten(pdu, bytes.length);
      return bytes;
    },
    encodeInto(pdu, target, offset, number) {
      const end = own.encodeInto(withVersion(pdu, version), target, offset, number);
      checkWritten(pdu, end - offset);
      return end;
    },
    dissect: (bytes) => verbsForWhole(bytes).dissect(bytes),
  };
  return { verbs, isStranger: (pdu) => strangers.has(pdu) };
}

/** Zero for a version would mean 2.0, whatever this codec speaks. */
function withVersion<Input extends { command: string }>(pdu: Input, version: CmppVersion): Input {
  const command = (pdu as Input | null | undefined)?.command;
  if (command !== 'CMPP_CONNECT' && command !== 'CMPP_CONNECT_RESP') return pdu;
  return (pdu as { version?: unknown }).version === undefined ? { ...pdu, version: versionOctet(version) } : pdu;
}
