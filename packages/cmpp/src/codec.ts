import { type Family, type Messages, messages, type OnWarning, PduError, type Row, u32 } from '@smswire/pdu';
import { connectResp } from './commands/connect.js';
import { type CmppInput, type CmppPdu, commandsOf } from './commands.js';
import { contentExcess } from './content-limit.js';
import { tolerate } from './tolerance.js';
import type { CmppVersion } from './version.js';

export interface CmppOptions<V extends CmppVersion = CmppVersion> {
  /** @default '3.0' */
  readonly version?: V | undefined;
  /**
   * Refuse every deviation that decoding tolerates otherwise.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /** Told of every deviation that decoding tolerates. */
  readonly onWarning?: OnWarning | undefined;
  /**
   * The longest PDU in octets, in both directions. The longest possible one has 8578.
   * @default 16384
   */
  readonly maxPduLength?: number | undefined;
  /**
   * Write contents of up to 255 octets, where 159 in ASCII and 140 otherwise are the standard's limits.
   * @default false
   */
  readonly longContent?: boolean | undefined;
  /**
   * `false` for the interpreter alone, which is slower.
   * @default true
   */
  readonly compile?: boolean | undefined;
}

/** The codec of one version: no state, so that one will do for all links. */
export interface CmppCodec<V extends CmppVersion> extends Messages<CmppPdu<V>, CmppInput<V>> {
  readonly version: V;
}

/** Octets of a CONNECT_RESP before 3.0, and since. */
const BEFORE_30 = 30;
const SINCE_30 = 33;

const idOctets = [0x80, 0x00, 0x00, 0x01];

export function codec<V extends CmppVersion>(version: V, options: CmppOptions<V>): CmppCodec<V> {
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
  const isStranger = (bytes: Uint8Array, start: number, end: number): boolean =>
    end - start === strangerLength && idOctets.every((octet, i) => bytes[start + 4 + i] === octet);

  function checkDecoded(pdu: CmppPdu<V>, length: number, warn: OnWarning | undefined): CmppPdu<V> {
    const { command } = pdu;
    const how = { strict, onWarning: warn };
    if (length === strangerLength && command === connectResp.name) {
      const message = `${length} octets, as ${isSince30 ? '2.x' : '3.0'} has it, on a link of ${version}`;
      tolerate(how, { code: 'bad_length', command, path: '', offset: 0, message });
    }
    const excess = contentExcess(pdu, length, tail);
    if (excess !== undefined) tolerate(how, { code: 'too_long', command, path: 'msgContent', ...excess });
    return pdu;
  }

  function checkContent(pdu: CmppInput<V>, length: number): void {
    const excess = longContent ? undefined : contentExcess(pdu, length, tail);
    if (excess === undefined) return;
    const message = `${excess.message}; segment it, or write it all the same with longContent`;
    throw new PduError({ code: 'length', command: pdu.command, path: 'msgContent', offset: excess.offset, message });
  }

  return {
    version,
    frameLength: own.frameLength,
    decodeFrame(bytes, start, end, warn = onWarning) {
      const verbs = isStranger(bytes, start, end) ? stranger : own;
      return checkDecoded(verbs.decodeFrame(bytes, start, end, warn), end - start, warn);
    },
    decode(bytes, how) {
      const verbs = isStranger(bytes, 0, bytes.length) ? stranger : own;
      return checkDecoded(verbs.decode(bytes, how), bytes.length, how?.onWarning ?? onWarning);
    },
    encode(pdu, number) {
      const bytes = own.encode(pdu, number);
      checkContent(pdu, bytes.length);
      return bytes;
    },
    encodeInto(pdu, target, offset, number) {
      const end = own.encodeInto(pdu, target, offset, number);
      checkContent(pdu, end - offset);
      return end;
    },
    dissect: (bytes): Row[] => (isStranger(bytes, 0, bytes.length) ? stranger : own).dissect(bytes),
  };
}
