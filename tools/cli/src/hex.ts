import { Failure } from './failure.js';

/** The octets of hexadecimal text, with white space and colons anywhere between the digits. */
export function fromHex(text: string): Uint8Array {
  const wrong = /[^0-9a-fA-F\s:]/u.exec(text);
  if (wrong) throw new Failure(`'${wrong[0]}' at character ${wrong.index} is not a hexadecimal digit`);
  const digits = text.replaceAll(/[\s:]/g, '');
  if (digits === '')
    throw new Failure('there is nothing to decode: give hexadecimal octets as argument or on standard input');
  if (digits.length % 2 === 1)
    throw new Failure(
      `${digits.length} hexadecimal ${digits.length === 1 ? 'digit is' : 'digits are'} no whole number of octets`,
    );
  return Uint8Array.from(Buffer.from(digits, 'hex'));
}

/** Lower-case, two digits an octet, with `between` between the octets. */
export const toHex = (bytes: Uint8Array, between = ''): string =>
  Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join(between);
