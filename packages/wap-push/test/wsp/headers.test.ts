import { describe, expect, it } from 'vitest';
import { decodePush, encodePush, type Header } from '../../src/index.js';
import { headerNames } from '../../src/wsp/header-names.js';
import { failure, fromHex, toHex, warnings } from '../hex.js';

const push = (headers: string): Uint8Array =>
  fromHex(`0106${toHex(Uint8Array.of(headers.length / 2 + 1))}ae${headers}`);
const withoutWire = ({ name, value, page }: Header): Omit<Header, 'wire'> =>
  page === undefined ? { name, value } : { name, value, page };

describe('the headers of a push', () => {
  it('are known by every number of the table, and by 0x4b and above as numbers', () => {
    for (let number = 0; number < 0x80; number++) {
      const name = decodePush(push(`${toHex(Uint8Array.of(0x80 | number))}80`)).headers[0]?.name;
      expect(name).toBe(headerNames.name(number) ?? `0x${number.toString(16)}`);
      expect(headerNames.name(number) !== undefined).toBe(number <= 0x4a);
    }
  });

  it('keep their order, their repeats and what is unknown', () => {
    const hex = 'af82df0412345678ff6100af84582d41006200';
    const decoded = decodePush(push(hex), { strict: true });
    expect(decoded.headers).toEqual([
      { name: 'X-Wap-Application-ID', value: 'x-wap-application:wml.ua' },
      { name: '0x5f', value: fromHex('0412345678') },
      { name: '0x7f', value: fromHex('6100') },
      { name: 'X-Wap-Application-ID', value: 'x-wap-application:mms.ua' },
      { name: 'X-A', value: 'b' },
    ]);
    expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
  });

  it('are found behind a value with a quoted length', () => {
    const decoded = decodePush(push('df1f03af84afaf84'), { strict: true });
    expect(decoded.headers[1]).toEqual({ name: 'X-Wap-Application-ID', value: 'x-wap-application:mms.ua' });
    expect(decoded.headers[0]).toEqual({ name: '0x5f', value: fromHex('1f03af84af') });
  });

  it('end where HeadersLen says: what looks like one in the body is none', () => {
    const decoded = decodePush(fromHex('010601aeaf84'), { strict: true });
    expect(decoded.headers).toEqual([]);
    expect(decoded.body).toEqual(fromHex('af84'));
  });

  it('are read on the page a shift names', () => {
    const decoded = decodePush(push('7f20928501af84'), { strict: true });
    expect(decoded.headers).toEqual([
      { name: '0x12', value: fromHex('85'), page: 32 },
      { name: 'X-Wap-Application-ID', value: 'x-wap-application:mms.ua' },
    ]);
    expect(toHex(encodePush(decoded))).toBe(toHex(push('7f20928501af84')));
  });

  it.each([
    [
      'a page shifted to in two octets where one would do',
      '7f059285',
      [{ name: '0x12', value: fromHex('85'), page: 5 }],
    ],
    [
      'a shift to the page that holds already',
      '01af84',
      [{ name: 'X-Wap-Application-ID', value: 'x-wap-application:mms.ua' }],
    ],
    ['shifts of which the last holds', '7fff02059285', [{ name: '0x12', value: fromHex('85'), page: 5 }]],
    ['page 0', '7f009285', [{ name: '0x12', value: fromHex('85'), page: 0 }]],
    ['a text name on another page', '05582d41006200', [{ name: 'X-A', value: 'b', page: 5 }]],
  ])('round-trip through shifts of every form: %s', (_, hex, headers) => {
    const decoded = decodePush(push(hex), { strict: true });
    expect(decoded.headers.map(withoutWire)).toEqual(headers);
    expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
  });

  it('get the shift they need when one with a shift is taken out before them', () => {
    const { headers } = decodePush(push('7f059285938501af84'), { strict: true });
    expect(toHex(encodePush({ contentType: { mediaType: 'text/plain' }, headers: headers.slice(1) }))).toBe(
      '00060783059385' + '01af84',
    );
    expect(toHex(encodePush({ contentType: { mediaType: 'text/plain' }, headers: headers.slice(2) }))).toBe(
      '00060383af84',
    );
  });

  it('that only shift are dropped, loudly', () => {
    const seen = warnings((onWarning) => {
      expect(decodePush(push('af8405'), { onWarning }).headers).toHaveLength(1);
    });
    expect(seen).toEqual(['danglingShift']);
    expect(failure(() => decodePush(push('af8405'), { strict: true })).code).toBe('danglingShift');
  });

  it('without a name or a value are refused where they stand', () => {
    expect(failure(() => decodePush(push('af8400')))).toMatchObject({
      code: 'headerName',
      path: 'headers[1]',
      offset: 6,
    });
    expect(failure(() => decodePush(push('af84af')))).toMatchObject({
      code: 'truncated',
      path: 'headers[1]',
      offset: 7,
    });
    expect(failure(() => decodePush(push('df1e00')))).toMatchObject({ code: 'truncated', path: 'headers[0]' });
    expect(failure(() => decodePush(push('582d41')))).toMatchObject({ code: 'truncated', path: 'headers[0]' });
    expect(failure(() => decodePush(push('7f')))).toMatchObject({ code: 'truncated', path: 'headers[0]' });
  });
});

describe('what published code gets wrong', () => {
  const body = '0201';
  it.each([
    ['a Content-Length copied from a longer message', '01060603ae81ea8dca', ['contentLengthMismatch']],
    ['a Content-Length that is right', '01060603ae81ea8d82', []],
    ['a Content-Length behind the bare media type', '010603ae8d82', []],
    ['transaction ids of all sorts', '29060603ae81ea8d82', []],
    ['the charset outside the content type', '010603ae81ea', ['probableMissingValueLength']],
    ['a HeadersLen in more octets than it needs', '01068001ae', ['overlongUintvar']],
  ])('is decoded, and said: %s', (_, hex, codes) => {
    const bytes = fromHex(hex + body);
    const seen = warnings((onWarning) => {
      const decoded = decodePush(bytes, { onWarning });
      expect(decoded.contentType.mediaType).toBe('application/vnd.wap.sic');
      expect(toHex(decoded.body)).toBe(body);
    });
    expect(seen).toEqual(codes);
    if (codes[0] !== undefined) expect(failure(() => decodePush(bytes, { strict: true })).code).toBe(codes[0]);
  });

  it('is refused where it is no push: every other PDU type, by its name where it has one', () => {
    for (let type = 0; type < 256; type++) {
      if (type === 6 || type === 7) continue;
      expect(failure(() => decodePush(Uint8Array.of(1, type, 1, 0xae)))).toMatchObject({ code: 'pduType', offset: 1 });
    }
    expect(failure(() => decodePush(fromHex('014001ae'))).message).toContain('Get');
  });
});
