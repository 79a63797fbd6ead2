import { styleText } from 'node:util';
import type { Handlers } from '@smswire/session';
import { explain } from './explain.js';
import { lineOf } from './failure.js';
import { toHex } from './hex.js';
import { toPlain } from './json.js';
import type { Codec } from './smpp/codec.js';
import { smppExplained } from './smpp/explained.js';
import { summary } from './smpp/summary.js';

/** How traffic is shown: a line for each PDU, every octet of it, a JSON document a line, or not at all. */
export type Form = 'lines' | 'verbose' | 'json' | 'quiet';

export interface Traffic {
  /** To be talked in place of the codec it was made with: some forms need the octets. */
  readonly codec: Codec;
  /** Handlers that show what passes on a link; `name` tells links apart. */
  watch(name?: string): Handlers<Codec>;
  /** Says what happens besides: the text, or the document with `--json`. `aside` is left out by `--quiet`. */
  readonly say: (text: string, document: Readonly<Record<string, unknown>>, importance?: 'aside') => void;
}

type Any = Parameters<Codec['encode']>[0] | ReturnType<Codec['decodeFrame']>;

/** Shows traffic on standard output. */
export function traffic(form: Form, codec: Codec, write: (line: string) => void = toStandardOutput): Traffic {
  const octets = new WeakMap<object, Uint8Array>();

  const json = (document: object): void => write(JSON.stringify({ time: new Date().toISOString(), ...document }));
  const say: Traffic['say'] = (text, document, importance) => {
    if (form === 'json') json(document);
    else if (form !== 'quiet' || importance === undefined) write(text);
  };

  function show(direction: 'sent' | 'received', pdu: Any, number: number | undefined, link: string | undefined): void {
    if (form === 'json') {
      json({ type: 'pdu', ...(link && { link }), direction, pdu: toPlain({ ...pdu, sequenceNumber: number }) });
      return;
    }
    const arrow = direction === 'sent' ? styleText('cyan', '→') : styleText('green', '←');
    const title = `${link ? `${link} ` : ''}${arrow} ${summary(pdu, number)}`;
    const bytes = octets.get(pdu);
    write(bytes === undefined ? title : `${explain(smppExplained, bytes, pdu, `${title}, ${bytes.length} octets`)}\n`);
  }

  function watch(link?: string): Handlers<Codec> {
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
        const why = `${prefix}← an answer to nothing in flight: ${summary(pdu, pdu.sequenceNumber)}`;
        say(why, { type: 'unexpected', ...place, pdu: toPlain(pdu) });
      },
      onReceive: (pdu) => show('received', pdu, pdu.sequenceNumber, link),
      onSend: (pdu, number) => show('sent', pdu, number, link),
    };
  }

  return { codec: form === 'verbose' ? recorded(codec, octets) : codec, watch, say };
}

const toStandardOutput = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The codec, but that the octets of every PDU are kept for as long as the PDU is. */
function recorded(codec: Codec, octets: WeakMap<object, Uint8Array>): Codec {
  return {
    ...codec,
    decodeFrame(bytes, start, end, onWarning) {
      const pdu = codec.decodeFrame(bytes, start, end, onWarning);
      octets.set(pdu, bytes.slice(start, end));
      return pdu;
    },
    encodeInto(pdu, target, offset, number) {
      const end = codec.encodeInto(pdu, target, offset, number);
      octets.set(pdu, target.slice(offset, end));
      return end;
    },
  };
}
