import fc from 'fast-check';
import { number } from '../items.js';
import { shownMoment } from '../moment.js';

const shown = (name, text) => ({ name, shown: text, agrees: ({ show }) => show === text });

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdefgh0123456789-')), minLength: 1, maxLength: 12 });
const url = word.map((path) => `http://example.com/${path}`);
const seconds = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map(toSecond);

function toSecond(date) {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

const text = (field) => (value) => [shown(field, value)];
const moment = (field) => (value) => [shown(field, shownMoment(value))];

/** Headers of a push that both know: what each may say, and what Wireshark makes of it. */
const kinds = {
  'X-Wap-Application-Id': {
    value: fc.constantFrom('wml.ua', 'wta.ua', 'mms.ua', 'push.syncml').map((id) => `x-wap-application:${id}`),
    items: text('wsp.header.x_wap_application_id'),
  },
  Date: { value: seconds, items: moment('wsp.header.date') },
  Expires: { value: seconds, items: moment('wsp.header.expires') },
  'Last-Modified': { value: seconds, items: moment('wsp.header.last_modified') },
  'Content-Location': { value: url, items: text('wsp.header.content_location') },
  'Content-Base': { value: url, items: text('wsp.header.content_base') },
  Location: { value: url, items: text('wsp.header.location') },
  'X-Wap-Content-URI': { value: url, items: text('wsp.header.content_uri') },
  'X-Wap-Initiator-URI': { value: url, items: text('wsp.header.initiator_uri') },
  'Content-Language': { value: fc.constantFrom('fr', 'zh', 'de', 'en'), items: text('wsp.header.content_language') },
  Etag: { value: word, items: text('wsp.header.etag') },
  Age: {
    value: fc.nat(100_000),
    items: (value) => [shown('wsp.header.age', `${value} second${value === 1 ? '' : 's'}`)],
  },
  'Push-Flag': {
    value: fc.nat(7),
    items: (value) =>
      ['authenticated', 'trusted', 'last'].flatMap((name, bit) =>
        number(`wsp.header.push_flag.${name}`)((value >> bit) & 1),
      ),
  },
  'X-Own': {
    value: word,
    items: (value) => [shown('wsp.header_text_value', value), shown('wsp.header.name_string', 'X-Own')],
  },
};

/** Up to six headers, each once, in any order. */
export const headers = fc.uniqueArray(
  fc
    .constantFrom(...Object.keys(kinds))
    .chain((name) => fc.record({ name: fc.constant(name), value: kinds[name].value }, { noNullPrototype: true })),
  { maxLength: 6, selector: ({ name }) => name },
);

/** The header's own part of the push, and what stands in it. */
export const headerItems = ({ name, value }) => kinds[name].items(value).map((item) => ({ ...item, path: name }));

/** The fields that are compared: the others only hold these, or repeat the name of a header. */
export const headerFields = new Set(
  [
    'TID pdu_type header.content_type parameter.charset header.x_wap_application_id header.date header.expires',
    'header.last_modified header.content_location header.content_base header.location header.content_uri',
    'header.initiator_uri header.content_language header.etag header.age header.push_flag.authenticated',
    'header.push_flag.trusted header.push_flag.last header_text_value header.name_string',
  ]
    .flatMap((line) => line.split(' '))
    .map((name) => `wsp.${name}`),
);
