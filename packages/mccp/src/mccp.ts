import { decodeLine } from './decode.js';
import { dissect, type MccpRow } from './dissect.js';
import { encodeLine } from './encode.js';
import { lineError, MccpError, type Tolerance } from './errors.js';
import { lineLength, split } from './framing.js';
import type { Limits } from './line.js';
import type { MccpInput, MccpPdu } from './pdu.js';
import { type MccpProtocol, type MccpProtocolOptions, sessionProtocol } from './protocol.js';
import { wantArray, wantBytes, wantObject } from './wanted.js';

export interface MccpOptions extends Tolerance, MccpProtocolOptions {
  /**
   * Octets of a line, its line end included, both ways.
   * @default 65536
   */
  readonly maxLineLength?: number;
  /**
   * Parameters of a line, both ways. The default holds a page of the most contacts there are, 1000, four fields each.
   * @default 4096
   */
  readonly maxParameters?: number;
}

/** MCCP as one stateless object: the codec, and the plug a session takes. It may serve any number of sessions. */
export interface Mccp extends MccpProtocol {
  /**
   * One line, under `trid` where given rather than the PDU's own.
   * @throws MccpError when a value cannot be written
   */
  encode(pdu: MccpInput, trid?: number): Uint8Array<ArrayBuffer>;
  /**
   * Writes one line into `target` from `offset` on and returns the offset behind it.
   * @throws MccpError when a value cannot be written, `no_room` when `target` ends before the line does
   */
  encodeInto(pdu: MccpInput, target: Uint8Array, offset: number, trid?: number): number;
  /**
   * Several commands in one transmission: a datagram, or the body of an HTTP message.
   * @throws MccpError when a value of one of them cannot be written
   */
  encodeAll(pdus: readonly MccpInput[]): Uint8Array<ArrayBuffer>;
  /**
   * The one line that `bytes` are.
   * @throws MccpError when they are not; `incomplete` when the line has not ended, `excess` when more follows
   */
  decode(bytes: Uint8Array, tolerance?: Tolerance): MccpPdu;
  /**
   * Every line of one transmission, in order. Use `split` and `decode` where one bad line is not to spoil the others.
   * @throws MccpError at the first line that is bad, its offset counted from the start of `bytes`
   */
  decodeAll(bytes: Uint8Array, tolerance?: Tolerance): MccpPdu[];
  /** The lines of one transmission, each with its line end, as views that are together all of `bytes`. */
  split(bytes: Uint8Array): Uint8Array[];
  /** Names every octet of a transmission, of one that does not decode too. Throws only `type`, for what is no `Uint8Array`. */
  dissect(bytes: Uint8Array): MccpRow[];
}

/** MCCP with these options: one object without state, the codec and the plug that a session takes. */
export function mccp(options: MccpOptions = {}): Mccp {
  wantObject('options', options);
  const { maxLineLength = 65536, maxParameters = 4096 } = options;
  const limits: Limits = { maxLineLength, maxParameters };
  const tolerance: Tolerance = { onWarning: options.onWarning, strict: options.strict };
  const tolerating = (own: Tolerance | undefined): Tolerance =>
    own === undefined ? tolerance : { ...tolerance, ...own };

  const encode = (pdu: MccpInput, trid?: number) => encodeLine(pdu, limits, trid);

  return {
    ...sessionProtocol(limits, tolerance, options),
    encode,
    encodeInto(pdu, target, offset, trid) {
      wantBytes('target', target);
      const line = encode(pdu, trid);
      if (!(offset >= 0 && offset <= target.length - line.length)) {
        const message = `${line.length} octets do not fit into ${target.length} at ${offset}`;
        throw new MccpError({ code: 'no_room', command: pdu.command, path: '', offset: 0, message });
      }
      target.set(line, offset);
      return offset + line.length;
    },
    encodeAll(pdus) {
      wantArray('pdus', pdus);
      const lines = pdus.map((pdu) => encode(pdu));
      const all = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
      let offset = 0;
      for (const line of lines) {
        all.set(line, offset);
        offset += line.length;
      }
      return all;
    },
    decode(bytes, own) {
      wantBytes('bytes', bytes);
      const length = lineLength(bytes, 0, bytes.length, maxLineLength) ?? bytes.length;
      const pdu = decodeLine(bytes, 0, length, limits, tolerating(own));
      if (length < bytes.length) {
        const message = `${bytes.length - length} octets follow the line; decodeAll reads several`;
        throw lineError('excess', length, message, pdu.command);
      }
      return pdu;
    },
    decodeAll(bytes, own) {
      let start = 0;
      return split(bytes).map((line) => {
        const pdu = decodeLine(bytes, start, start + line.length, limits, tolerating(own));
        start += line.length;
        return pdu;
      });
    },
    split,
    dissect,
  };
}
