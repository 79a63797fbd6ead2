import { styleText } from 'node:util';
import type { Handlers, Protocol, ReceiveOf, SendOf } from '@smswire/session';
import { explain } from './explain.js';
import { lineOf } from './failure.js';
import { toHex } from './hex.js';
import { toPlain } from './json.js';
import { octetsOf } from './octets.js';
import type { Explained } from './protocol.js';
import { over, type Talked } from './talked.js';

/** How traffic is shown: a line for each PDU, every octet of it, a JSON document a line, or not at all. */
export type Form = 'lines' | 'verbose' | 'json' | 'quiet';

export interface Traffic<P extends Protocol> {
  /** To be talked in place of what it was made with: some forms need the octets. */
  readonly talked: Talked<P>;
  /** Handlers that show what passes on a link; `name` tells links apart. */
  watch(name?: string): Handlers<P>;
  /** Says what happens besides. */
  readonly say: Say;
}

/** Says something: the text, or the document with `--json`. `aside` is left out by `--quiet`. */
export type Say = (text: string, document: Readonly<Record<string, unknown>>, importance?: 'aside') => void;

/** What a PDU was written as or read from. */
interface Recording {
  readonly bytes: Uint8Array;
  readonly explained: Explained;
}

/** Shows traffic on standard output. */
export function traffic<P extends Protocol>(
  form: Form,
  talked: Talked<P>,
  write: (line: string) => void = toStandardOutput,
): Traffic<P> {
  const recordings = new WeakMap<object, Recording>();
  const numberOf = (pdu: ReceiveOf<P>): number => talked.codec.numberOf(pdu) as number;

  const json = (document: object): void => write(JSON.stringify({ time: new Date().toISOString(), ...document }));
  const say: Say = (text, document, importance) => {
    if (form === 'json') json(document);
    else if (form !== 'quiet' || importance === undefined) write(text);
  };

  function show(
    direction: 'sent' | 'received',
    pdu: SendOf<P> | ReceiveOf<P>,
    number: number | undefined,
    link: string | undefined,
  ): void {
    if (form === 'json') {
      json({ type: 'pdu', ...(link && { link }), direction, pdu: toPlain({ ...pdu, [talked.number]: number }) });
      return;
    }
    const arrow = direction === 'sent' ? styleText('cyan', '→') : styleText('green', '←');
    const title = `${link ? `${link} ` : ''}${arrow} ${talked.summary(pdu, number)}`;
    const recording = recordings.get(pdu);
    if (recording === undefined) write(title);
    else {
      const { bytes, explained } = recording;
      write(`${explain(explained, bytes, pdu, `${title}, ${octetsOf(bytes.length)}`)}\n`);
    }
  }

  function watch(link?: string): Handlers<P> {
    const place = link === undefined ? {} : { link };
    const prefix = link === undefined ? '' : `${link} `;
    if (form === 'quiet') return {};
    return {
      onWarning(warning) {
        const { code, path = '', offset = 0, message } = warning;
        const where = path === '' ? '' : ` in ${path} at ${offset}`;
        say(`${prefix}${styleText('yellow', 'tolerated')} ${code}${where}: ${message}`, {
          type: 'warning',
          ...place,
          ...warning,
          cause: undefined,
        });
      },
      onUnparsed(bytes, error) {
        const message = lineOf(error).replace(/^smswire: /, '');
        say(`${prefix}← ${styleText('red', 'unreadable')}: ${message}`, {
          type: 'unparsed',
          ...place,
          message,
          octets: toHex(bytes),
        });
      },
      onUnexpected(pdu) {
        const why = `${prefix}← an answer to nothing in flight: ${talked.summary(pdu, numberOf(pdu))}`;
        say(why, { type: 'unexpected', ...place, pdu: toPlain(pdu) });
      },
      onReceive: (pdu) => show('received', pdu, numberOf(pdu), link),
      onSend: (pdu, number) => show('sent', pdu, number as number | undefined, link),
    };
  }

  const keep = (codec: P): P => recorded(codec, talked.explained(codec), recordings);
  return { talked: form === 'verbose' ? over(talked, keep) : talked, watch, say };
}

const toStandardOutput = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The codec, but that the octets of every PDU are kept for as long as the PDU is. */
function recorded<P extends Protocol>(codec: P, explained: Explained, recordings: WeakMap<object, Recording>): P {
  return {
    ...codec,
    decodeFrame(...[bytes, start, end, onWarning]: Parameters<P['decodeFrame']>) {
      const pdu = codec.decodeFrame(bytes, start, end, onWarning);
      recordings.set(pdu, { bytes: bytes.slice(start, end), explained });
      return pdu;
    },
    encodeInto(...[pdu, target, offset, number]: Parameters<P['encodeInto']>) {
      const end = codec.encodeInto(pdu, target, offset, number);
      recordings.set(pdu, { bytes: target.slice(offset, end), explained });
      return end;
    },
  };
}
