import type { AlphabetName } from './alphabet.js';
import { alphabetToRead } from './alphabets.js';
import { gsm7 } from './gsm7/gsm7.js';
import type { NationalTables } from './gsm7/languages.js';
import { joined, NONE } from './octets.js';
import type { Tolerance } from './tolerance.js';
import { decodeUdh } from './udh/decode.js';
import { readHeader } from './udh/header.js';
import { wantArray, wantObject, wantOctets } from './wanted.js';

/** A message or a segment of one: `parts` is what counts where it is there. */
export interface ReceivedOctets {
  udh?: Uint8Array | undefined;
  payload?: Uint8Array | undefined;
  parts?: readonly { udh?: Uint8Array | undefined; payload: Uint8Array }[] | undefined;
}

export interface DecodeTextOptions extends Tolerance {
  /** Whether GSM 7 bit text comes packed, eight septets in seven octets. @default false */
  packed?: boolean | undefined;
}

/**
 * The text of a message: what a reassembler gave, or a segment with its header. National tables are read from the
 * headers. Characters that were cut in two by their sender are whole again.
 *
 * @throws UserDataError `alphabet` for no alphabet, `platform`; others only with `strict`
 */
export function decodeText(message: ReceivedOctets, alphabet: AlphabetName, options?: DecodeTextOptions): string {
  wantObject('message', message);
  const parts = message.parts ?? [{ udh: message.udh, payload: message.payload ?? NONE }];
  wantArray('message.parts', parts);
  for (const part of parts) {
    wantObject('message.part', part);
    wantOctets('message.payload', part.payload);
  }
  if (alphabet !== 'gsm7') return alphabetToRead(alphabet).decode(joined(parts.map(({ payload }) => payload)), options);

  let text = '';
  let run: Uint8Array[] = [];
  let tables: NationalTables = {};
  for (const { udh = NONE, payload } of parts) {
    const { single, locking } = readHeader(decodeUdh(udh, options), options);
    if (single !== tables.single || locking !== tables.locking) {
      text += gsm7.decode(joined(run), { ...options, ...tables });
      run = [];
      tables = { single, locking };
    }
    run.push(options?.packed ? gsm7.unpack(payload, { headerLength: udh.length, ussd: true }) : payload);
  }
  return text + gsm7.decode(joined(run), { ...options, ...tables });
}
