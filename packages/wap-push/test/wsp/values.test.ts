import { describe, expect, it } from 'vitest';
import { decodePush, encodePush, type HeaderValue } from '../../src/index.js';
import { fromHex, toHex, warnings } from '../hex.js';

function push(header: string): Uint8Array {
  const octets = fromHex(header);
  return Uint8Array.of(1, 6, octets.length + 4, 3, 0xae, 0x81, 0xea, ...octets);
}

function decodeHeader(hex: string): { name: string; value: HeaderValue; page?: number; wire?: Uint8Array } {
  const { headers } = decodePush(push(hex), { strict: true });
  expect(headers).toHaveLength(1);
  return headers[0] as never;
}

const encodeHeader = (name: string, value: HeaderValue): string =>
  toHex(encodePush({ contentType: { mediaType: 'application/vnd.wap.sic' }, headers: [{ name, value }] }).subarray(4));

const ascii = (text: string): string => toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));
const bytes = (hex: string): Uint8Array => fromHex(hex);

/** Every header of the tables, in the form we write, by type of its value. */
const canonical: [name: string, hex: string, value: HeaderValue][] = [
  // Short-integer, Integer-value, Long-integer
  ['Push-Flag', 'b484', 4],
  ['Bearer-Indication', 'b383', 3],
  ['Age', '85ff', 127],
  ['Age', '850180', 128],
  ['Max-Forwards', '9e8a', 10],
  ['Bearer-Indication', 'b307 1fffffffffffff', Number.MAX_SAFE_INTEGER],
  ['Bearer-Indication', 'b307 20000000000000', 2n ** 53n],
  ['Bearer-Indication', `b31e${'ff'.repeat(30)}`, 2n ** 240n - 1n],
  // Date-value
  ['Date', '9204 5f000000', new Date(0x5f000000 * 1000)],
  ['Expires', '9401 00', new Date(0)],
  ['Last-Modified', '9d04 ffffffff', new Date(0xffffffff * 1000)],
  ['If-Modified-Since', '9701 01', new Date(1000)],
  ['If-Unmodified-Since', '9b01 01', new Date(1000)],
  ['X-Wap-Tod', 'bf05 0100000000', new Date(2 ** 32 * 1000)],
  ['If-Range', '9a01 01', new Date(1000)],
  // Text-string, Uri-value
  ['If-Range', `9a${ascii('"a"')}00`, '"a"'],
  ['Content-Location', `8e${ascii('http://a/')}00`, 'http://a/'],
  ['Content-Base', `8a${ascii('a')}00`, 'a'],
  ['Location', `9c${ascii('a')}00`, 'a'],
  ['Referer', `a4${ascii('a')}00`, 'a'],
  ['ETag', `93${ascii('a')}00`, 'a'],
  ['From', `95${ascii('a@b')}00`, 'a@b'],
  ['Host', `96${ascii('a')}00`, 'a'],
  ['If-Match', `98${ascii('a')}00`, 'a'],
  ['If-None-Match', `99${ascii('a')}00`, 'a'],
  ['Server', `a6${ascii('a b')}00`, 'a b'],
  ['Server', 'a600', ''],
  ['Server', 'a67fe96100', 'éa'],
  ['Server', 'a661e900', 'aé'],
  ['Upgrade', `a8${ascii('a')}00`, 'a'],
  ['User-Agent', `a9${ascii('a')}00`, 'a'],
  ['Via', `ab${ascii('a')}00`, 'a'],
  ['Profile', `b5${ascii('a')}00`, 'a'],
  ['X-Wap-Content-URI', `b0${ascii('a')}00`, 'a'],
  ['X-Wap-Initiator-URI', `b1${ascii('a')}00`, 'a'],
  ['X-Example', `${ascii('X-Example')}00${ascii('a')}00`, 'a'],
  // Quoted-string
  ['Content-ID', `c022${ascii('<a>')}00`, '<a>'],
  // Tokens with numbers
  ['Content-Encoding', '8b80', 'gzip'],
  ['Content-Encoding', '8b81', 'compress'],
  ['Content-Encoding', '8b82', 'deflate'],
  ['Content-Encoding', '8b85', 5],
  ['Content-Encoding', `8b${ascii('br')}00`, 'br'],
  ['Transfer-Encoding', 'a780', 'chunked'],
  ['Accept-Ranges', '8480', 'none'],
  ['Accept-Ranges', '8481', 'bytes'],
  ['Connection', '8980', 'close'],
  ['Allow', '86c0', 'GET'],
  ['Public', 'a2e0', 'POST'],
  ['Pragma', '9f80', 'no-cache'],
  ['Expect', 'b880', '100-continue'],
  ['TE', 'b981', 'trailers'],
  ['X-WAP-Security', 'c680', 'close-subordinate'],
  // Field-name
  ['Vary', 'aa83', 'Accept-Language'],
  ['Vary', `aa${ascii('X-Y')}00`, 'X-Y'],
  ['Trailer', 'ba92', 'Date'],
  // Well-known-charset, qualities
  ['Accept-Charset', '8180', '*'],
  ['Accept-Charset', '81030203e8', 'iso-10646-ucs-2'],
  ['Accept-Charset', '8102ea33', { value: 'utf-8', q: 0.5 }],
  ['Accept-Charset', '8103ea8331', { value: 'utf-8', q: 0.333 }],
  ['Accept-Charset', '8102ea01', { value: 'utf-8', q: 0 }],
  ['Accept-Charset', '8102ea64', { value: 'utf-8', q: 0.99 }],
  ['Accept-Charset', '8103ea884b', { value: 'utf-8', q: 0.999 }],
  ['Accept-Charset', '8102ea65', { value: 'utf-8', q: 0.001 }],
  ['Accept-Encoding', '8280', 'gzip'],
  ['Accept-Encoding', '82028333', { value: '*', q: 0.5 }],
  ['Accept-Language', '8380', '*'],
  ['Accept-Language', '8399', 25],
  ['Content-Language', '8c99', 25],
  ['Content-Language', `8c${ascii('zh-TW')}00`, 'zh-TW'],
  // Media types
  ['Content-Type', '9183', { mediaType: 'text/plain', parameters: [] }],
  ['Accept', '8080', { mediaType: '*/*', parameters: [] }],
  ['Accept', '8003838033', { mediaType: 'text/plain', parameters: [{ name: 'q', value: 0.5 }] }],
  // Cache-control-value
  ['Cache-Control', '8880', 'no-cache'],
  ['Cache-Control', '8889', 'must-revalidate'],
  ['Cache-Control', '88038201b4', { directive: 'max-age', seconds: 180 }],
  ['Cache-Control', '88028285', { directive: 'max-age', seconds: 5 }],
  ['Cache-Control', '88028092', bytes('028092')],
  // Content-disposition-value
  ['Content-Disposition', 'ae0181', { disposition: 'attachment', parameters: [] }],
  [
    'Content-Disposition',
    `ae048286${ascii('a')}00`,
    { disposition: 'inline', parameters: [{ name: 'filename', value: 'a' }] },
  ],
  ['Content-Disposition', `ae02${ascii('x')}00`, { disposition: 'x', parameters: [] }],
  // Application-id-value
  ['X-Wap-Application-ID', 'af80', 'x-wap-application:*'],
  ['X-Wap-Application-ID', 'af84', 'x-wap-application:mms.ua'],
  ['X-Wap-Application-ID', 'af02901e', 'x-oma-motorola:screen3.ua'],
  ['X-Wap-Application-ID', 'aff5', 0x75],
  ['X-Wap-Application-ID', 'af02abcd', 0xabcd],
  ['X-Wap-Application-ID', `af${ascii('x-example:ua')}00`, 'x-example:ua'],
  ['Accept-Application', 'b280', 'x-wap-application:*'],
  ['Accept-Application', 'b284', 'x-wap-application:mms.ua'],
  // Version-value
  ['Encoding-Version', 'c395', '1.5'],
  ['Encoding-Version', 'c39f', '1'],
  ['Encoding-Version', `c3${ascii('1.15')}00`, '1.15'],
  ['Encoding-Version', 'c3028395', { codePage: 3, version: '1.5' }],
  ['Encoding-Version', 'c30183', { codePage: 3 }],
  // Warn codes
  ['Warning', 'ac8e', 14],
  ['Profile-Warning', 'b790', 16],
  ['Warning', `ac058e${ascii('a')}00${ascii('b')}00`, bytes('058e61006200')],
  // Octets
  ['Content-MD5', `8f10${'00'.repeat(16)}`, bytes(`10${'00'.repeat(16)}`)],
  ['Content-Range', '90028180', bytes('028180')],
  ['Set-Cookie', 'c1028081', bytes('028081')],
  ['0x5f', 'df82', bytes('82')],
  ['0x5f', 'df021234', bytes('021234')],
  ['0x5f', 'df6100', bytes('6100')],
  ['0x5f', 'df1f021234', bytes('1f021234')],
];

describe('a header value', () => {
  it.each(canonical.map(([name, hex, value]) => [name, hex.replace(/ /g, ''), value] as const))(
    '%s %s is read, and written the same',
    (name, hex, value) => {
      expect(decodeHeader(hex)).toEqual({ name, value });
      expect(encodeHeader(name, value)).toBe(hex);
    },
  );

  it.each([
    ['a long integer where a short one would do', 'b30105', 'Bearer-Indication', 5],
    [
      'an application id as text that has a number',
      `af${ascii('x-wap-application:mms.ua')}00`,
      'X-Wap-Application-ID',
      'x-wap-application:mms.ua',
    ],
    ['a name as text that has a number', `${ascii('Server')}00${ascii('a')}00`, 'Server', 'a'],
    ['a name as text in other letters', `${ascii('SERVER')}00${ascii('a')}00`, 'SERVER', 'a'],
    ['a later number of the same name', 'bbea', 'Accept-Charset', 'utf-8'],
    [
      'a later number of Content-Disposition',
      'c50181',
      'Content-Disposition',
      { disposition: 'attachment', parameters: [] },
    ],
    ['a quoted length', 'c31f0183', 'Encoding-Version', { codePage: 3 }],
    ['a quality in three digits that two would hold', '8103ea8102', 'Accept-Charset', { value: 'utf-8', q: 0.03 }],
    ['a charset counted without a quality', '8101ea', 'Accept-Charset', 'utf-8'],
    ['a version as text', `c3${ascii('1.5')}00`, 'Encoding-Version', '1.5'],
  ] as const)('in another form than ours keeps its octets: %s', (_, hex, name, value) => {
    const header = decodeHeader(hex);
    expect(header).toEqual({ name, value, wire: fromHex(hex) });
    const contentType = { mediaType: 'application/vnd.wap.sic' };
    expect(toHex(encodePush({ contentType, headers: [header] }).subarray(4))).toBe(hex);
    expect(toHex(encodePush({ contentType, headers: [structuredClone(header)] }).subarray(4))).toBe(hex);
  });

  it('drops its octets once it was changed', () => {
    const header = { ...decodeHeader('b30105'), value: 6 };
    expect(toHex(encodePush({ contentType: { mediaType: 'text/plain' }, headers: [header] }))).toBe('00060383b386');
  });

  it.each([
    ['text where an integer is due', '8d373400', '373400'],
    ['a short integer where a date is due', '9285', '85'],
    ['a long integer where a token is due', '8b0105', '0105'],
    ['an empty long integer', '8d00', '00'],
    ['a number where text is due', 'a685', '85'],
    ['counted octets where text is due', 'a6026100', '026100'],
    ['text without its mark where a quoted string is due', 'c06100', '6100'],
    ['a date past the last of JavaScript', '9206ffffffffffff', '06ffffffffffff'],
    ['a quality out of range', '8103ea884c', '03ea884c'],
    ['octets behind a counted value', '8803828585', '03828585'],
    ['a disposition whose parameter is cut', 'ae03818661', '03818661'],
  ])('that is not of its type is kept as its octets, loudly: %s', (_, hex, value) => {
    const seen = warnings((onWarning) => {
      const decoded = decodePush(push(hex), { onWarning });
      expect(decoded.headers[0]?.value).toEqual(fromHex(value));
      expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
    });
    expect(seen).toEqual(['malformedValue']);
    expect(() => decodePush(push(hex), { strict: true })).toThrow(expect.objectContaining({ name: 'WapPushError' }));
  });

  it.each([
    ['leadingZero', '8d020000'],
    ['needlessQuote', 'a67f6100'],
    ['controlCharacter', 'a6610700'],
    ['overlongUintvar', '881f80028285'],
    ['overlongUintvar', '8104ea808133'],
  ])('with more octets than it needs, or others, is read with %s', (code, hex) => {
    const seen = warnings((onWarning) => {
      const decoded = decodePush(push(hex), { onWarning });
      expect(decoded.headers[0]?.value).not.toBeInstanceOf(Uint8Array);
      if (code !== 'leadingZero') expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
    });
    expect(seen).toContain(code);
    expect(() => decodePush(push(hex), { strict: true })).toThrow(expect.objectContaining({ code }));
  });
});
