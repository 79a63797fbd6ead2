import { latin1, writeLatin1 } from '@smswire/buffer';
import { bitsOf, integer, octetsWithin } from './bounds.js';
import { names } from './names.js';
import { readTbcd, writeTbcd } from './tbcd.js';
import { badValue } from './value-error.js';

const modes = names('callbackNum.digitMode', { tbcd: 0, ascii: 1 });

export interface CallbackNum {
  digitMode: 'tbcd' | 'ascii';
  /** See `ton`. */
  ton: number;
  /** See `npi`. */
  npi: number;
  /** 1 to 16 characters in ASCII; 1 to 32 of `0` to `9`, `*`, `#`, `a`, `b`, `c` in TBCD. */
  digits: string;
}

/** `callback_num`, 4 to 19 octets. SMPP 3.4 §5.3.2.36, 5.0 §4.8.4. */
export const callbackNum = {
  /** @throws PduError `length`; `range` for a digit mode other than 0 and 1; `format` for digits that TBCD has not */
  read(octets: Uint8Array): CallbackNum {
    octetsWithin('callbackNum', octets, 4, 19);
    const [mode = 0, ton = 0, npi = 0] = octets;
    const digitMode = modes.read(mode);
    if (typeof digitMode === 'number') return badValue('range', 'callbackNum.digitMode', `${mode} is neither 0 nor 1`);
    const digits = digitMode === 'tbcd' ? readTbcd('callbackNum.digits', octets.subarray(3)) : ascii(octets);
    return { digitMode, ton, npi, digits };
  },

  /** @throws PduError `length`, `range`, `format` */
  write({ digitMode, ton, npi, digits }: CallbackNum): Uint8Array {
    const mode = modes.write(digitMode);
    const number = mode === 0 ? writeTbcd('callbackNum.digits', digits) : fromAscii(digits);
    octetsWithin('callbackNum.digits', number, 1, 16);
    const octets = new Uint8Array(3 + number.length);
    octets.set([mode, integer('callbackNum.ton', ton, 0xff), integer('callbackNum.npi', npi, 0xff)]);
    octets.set(number, 3);
    return octets;
  },
};

function ascii(octets: Uint8Array): string {
  const text = latin1(octets, 3, octets.length);
  return text.includes('\0') ? badValue('format', 'callbackNum.digits', 'NUL among the digits') : text;
}

function fromAscii(digits: string): Uint8Array {
  const octets = new Uint8Array(digits.length);
  if (writeLatin1(octets, 0, digits) >= 0) return octets;
  return badValue('format', 'callbackNum.digits', 'a character is NUL or beyond U+00FF');
}

const presentations = names('callbackNumPresInd.presentation', { allowed: 0, restricted: 1, notAvailable: 2 }, 3);
const screenings = names('callbackNumPresInd.screening', {
  notScreened: 0,
  verifiedPassed: 1,
  verifiedFailed: 2,
  networkProvided: 3,
});

export interface CallbackNumPresInd {
  /** Bits 3–2; 3 is reserved. */
  presentation: ReturnType<typeof presentations.read>;
  /** Bits 1–0. */
  screening: 'notScreened' | 'verifiedPassed' | 'verifiedFailed' | 'networkProvided';
  /** Bits 7–4 in place, where any is set. */
  reserved?: number;
}

/** `callback_num_pres_ind`, one octet. SMPP 3.4 §5.3.2.37, 5.0 §4.8.4. */
export const callbackNumPresInd = {
  read(octet: number): CallbackNumPresInd {
    const reserved = octet & 0xf0;
    return {
      presentation: presentations.read((octet >> 2) & 0x03),
      screening: screenings.read(octet & 0x03) as CallbackNumPresInd['screening'],
      ...(reserved !== 0 && { reserved }),
    };
  },

  /** @throws PduError `range` */
  write({ presentation = 'allowed', screening = 'notScreened', reserved = 0 }: Partial<CallbackNumPresInd>): number {
    const rest = bitsOf('callbackNumPresInd.reserved', reserved, 0xf0);
    return (presentations.write(presentation) << 2) | screenings.write(screening) | rest;
  },
};

export interface CallbackNumAtag {
  /** See `dataCoding`. */
  dataCoding: number;
  /** The display text in that coding, up to 64 octets. */
  text: Uint8Array;
}

/** `callback_num_atag`, 1 to 65 octets: a name to show for the callback number. SMPP 3.4 §5.3.2.38, 5.0 §4.8.4. */
export const callbackNumAtag = {
  /** @throws PduError `length` */
  read(octets: Uint8Array): CallbackNumAtag {
    octetsWithin('callbackNumAtag', octets, 1, 65);
    return { dataCoding: octets[0] as number, text: octets.subarray(1) };
  },

  /** @throws PduError `length`, `range` */
  write({ dataCoding, text }: CallbackNumAtag): Uint8Array {
    octetsWithin('callbackNumAtag.text', text, 0, 64);
    const octets = new Uint8Array(1 + text.length);
    octets[0] = integer('callbackNumAtag.dataCoding', dataCoding, 0xff);
    octets.set(text, 1);
    return octets;
  },
};
