import { nationalLanguages, segment } from '@smswire/user-data';
import fc from 'fast-check';

const from = (...characters) => fc.constantFrom(...characters.flatMap((each) => Array.from(each)));
const range = (first, last) => fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));

const latin = 'ABCXYZ abcxyz 0123 .,:;!?()&<>"\'';
const gsm = from(latin, '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà', '^{}\\[~]|€', '\n\r');

/** Characters of each alphabet that Wireshark reads in SMPP, and SMPP's code for it. */
const alphabets = {
  gsm7: gsm,
  ascii: range(0x20, 0x7e),
  latin1: fc.oneof(range(0x20, 0x7e), range(0xa0, 0xff)),
  iso88595: from(latin, 'ЁЂЃАБВЯабвяёђѓ№§'),
  iso88598: from(latin, 'אבגדהוזחטיכלמנסעפצקרשת×÷'),
  ucs2: fc.oneof(from(latin), range(0x400, 0x4ff), range(0x4e00, 0x9fff), range(0x20a0, 0x20bf), from('😀🇨👍🏽')),
};

/** Characters that only a national table has. */
const national = {
  turkish: 'ĞğİıŞş',
  spanish: 'ÁÍÓÚáíóú',
  portuguese: 'ÊÃÕêãõ',
  bengali: 'অআইঈক',
  gujarati: 'અઆઇઈક',
  hindi: 'अआइईक',
  kannada: 'ಅಆಇಈಕ',
  malayalam: 'അആഇഈക',
  oriya: 'ଅଆଇଈକ',
  punjabi: 'ਅਆਇਈਕ',
  tamil: 'அஆஇஈக',
  telugu: 'అఆఇఈక',
  urdu: 'اآبٻڀپ',
};

const text = (unit) =>
  fc.oneof(fc.string({ unit, minLength: 1, maxLength: 60 }), fc.string({ unit, minLength: 100, maxLength: 400 }));

// The ports are none that Wireshark knows a protocol of, whose fields would come with the text.
const ports = fc.record({ source: fc.integer({ min: 60_000, max: 65_535 }), destination: fc.constant(17_000) });

const manner = fc.record(
  {
    reference: fc.integer({ min: 0, max: 255 }),
    referenceWidth: fc.constantFrom(8, 16),
    ports,
    carrier: fc.constantFrom('udh', 'udh', 'sar', 'payload'),
  },
  { requiredKeys: ['reference'] },
);

/** Texts of every alphabet, of one segment or several, however the segments are numbered: `{ text, options, message }`. */
export const textMessage = fc
  .constantFrom(...Object.entries(alphabets))
  .chain(([alphabet, unit]) => fc.tuple(text(unit), fc.constant(alphabet), manner))
  .map(([content, alphabet, how]) => cut(content, { ...how, alphabet }));

/** Texts in 7 bit, as a network carries them: packed behind the header, some with national tables. */
export const septetMessage = fc.oneof(
  fc.tuple(text(gsm), manner).map(([content, how]) => cut(content, { ...how, alphabet: 'gsm7', carrier: 'udh' })),
  fc
    .constantFrom(...nationalLanguages)
    .chain((language) => fc.tuple(text(from(latin, national[language])), fc.constant(language), manner))
    .map(([content, language, how]) =>
      cut(content, { ...how, alphabet: 'gsm7', carrier: 'udh', languages: [language] }),
    ),
);

const cut = (content, options) => ({ text: content, options, message: segment(content, options) });
