import type { Alphabet, AlphabetName, Decoder, TextAlphabet } from './alphabet.js';
import { UserDataError } from './errors.js';
import { gb18030, gbk } from './gb18030.js';
import { gsm7 } from './gsm7/gsm7.js';
import { eucKr, iso2022jp, shiftJis } from './platform-decoder.js';
import { ascii, binary, iso88595, iso88598, latin1 } from './single-octet.js';
import { ucs2 } from './ucs2.js';

const written: Record<TextAlphabet, Alphabet> = {
  gsm7,
  ucs2,
  ascii,
  latin1,
  iso88595,
  iso88598,
  gb18030,
  gbk,
  binary,
};
const readOnly: Record<Exclude<AlphabetName, TextAlphabet>, Decoder> = { shiftJis, iso2022jp, eucKr };

/**
 * The alphabet of a name that came from elsewhere.
 * @throws UserDataError `alphabet` when it names none that can be written
 */
export function alphabetToWrite(name: TextAlphabet): Alphabet {
  if (Object.hasOwn(written, name)) return written[name];
  throw new UserDataError('alphabet', 'alphabet', 0, `no text can be written in ${JSON.stringify(name)}`);
}

/**
 * The alphabet of a name that came from elsewhere.
 * @throws UserDataError `alphabet` when it names none
 */
export function alphabetToRead(name: AlphabetName): Decoder {
  const found = { ...written, ...readOnly };
  if (Object.hasOwn(found, name)) return found[name];
  throw new UserDataError('alphabet', 'alphabet', 0, `there is no alphabet ${JSON.stringify(name)}`);
}
