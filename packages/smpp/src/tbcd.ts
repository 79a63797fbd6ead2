import { badValue } from './value-error.js';

const DIGITS = '0123456789*#abc';
const FILLER = 0xf;

/**
 * Telephony BCD (3GPP TS 29.002): two digits an octet, the first in the low half; a filler ends an odd number.
 * @throws PduError `format` for a filler anywhere else, which could not be written back
 */
export function readTbcd(path: string, octets: Uint8Array): string {
  let digits = '';
  for (const [at, octet] of octets.entries()) {
    const low = DIGITS[octet & 0x0f] ?? badValue('format', path, `the digits end within octet ${at}`);
    const isLast = at === octets.length - 1;
    if (octet >> 4 === FILLER && !isLast) return badValue('format', path, `the digits end within octet ${at}`);
    digits += low + (DIGITS[octet >> 4] ?? '');
  }
  return digits;
}

/** @throws PduError `format` for a character that TBCD has not */
export function writeTbcd(path: string, digits: string): Uint8Array {
  const octets = new Uint8Array((digits.length + 1) >> 1).fill(0xff);
  for (let i = 0; i < digits.length; i++) {
    const digit = DIGITS.indexOf(digits[i] as string);
    if (digit < 0) return badValue('format', path, `TBCD has no ${JSON.stringify(digits[i])}; it has ${DIGITS}`);
    const at = i >> 1;
    octets[at] = (i & 1) === 0 ? 0xf0 | digit : (digit << 4) | ((octets[at] as number) & 0x0f);
  }
  return octets;
}
