import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePush, dissectPush, encodePush, type Push, WapPushError } from '../../src/index.js';
import { failure, fromHex, toHex } from '../hex.js';

const rich = encodePush({
  transactionId: 7,
  contentType: {
    mediaType: 'application/vnd.wap.connectivity-wbxml',
    parameters: [
      { name: 'SEC', value: 'USERPIN' },
      { name: 'MAC', value: 'AA2DC41FC48AEEF3FED7351B1EE704461A8894D4' },
      { name: 'q', value: 0.333 },
      { name: 'x-own', value: 'a b' },
    ],
  },
  headers: [
    { name: 'X-Wap-Application-ID', value: 0x9abc },
    { name: 'Content-Length', value: 3 },
    { name: 'Date', value: new Date(1_600_000_000_000) },
    { name: 'X-Own', value: 'text' },
    { name: '0x12', value: fromHex('03010203'), page: 64 },
    { name: 'Content-Disposition', value: { disposition: 'inline', parameters: [{ name: 'filename', value: 'é' }] } },
    { name: 'Accept-Charset', value: { value: 'utf-16', q: 0.5 } },
    { name: 'Cache-Control', value: { directive: 'max-age', seconds: 86_400 } },
    { name: 'Location', value: 'http://example.com/' },
  ],
  body: fromHex('030b6a'),
});

/** The push, or nothing where the typed error was thrown; anything else fails the test. */
function attempt(bytes: Uint8Array, strict = false): Push | undefined {
  try {
    return decodePush(bytes, { strict });
  } catch (error) {
    if (!(error instanceof WapPushError)) throw error;
    expect(error.offset).toBeGreaterThanOrEqual(0);
    expect(error.offset).toBeLessThanOrEqual(bytes.length);
    expect(error.message.length).toBeLessThan(400);
    return undefined;
  }
}

describe('decodePush', () => {
  it('meets a push cut at any octet of its headers with the typed error', () => {
    expect(decodePush(rich, { strict: true }).headers).toHaveLength(9);
    for (let length = 0; length < rich.length - 3; length++) {
      expect(failure(() => decodePush(rich.subarray(0, length))).code).toBe('truncated');
    }
  });

  it('meets headers cut at any octet, with HeadersLen saying so, with a push or the typed error', () => {
    const start = 4;
    for (let length = 1; length < rich.length - 3 - start; length++) {
      const cut = Uint8Array.of(7, 6, 0x80 | (length >> 7), length & 0x7f, ...rich.subarray(start, start + length));
      const push = attempt(cut);
      if (push !== undefined)
        expect(
          attempt(encodePush({ ...push, headers: push.headers.filter(({ name }) => name !== 'Content-Length') })),
        ).toBeDefined();
    }
  });

  it('meets any single octet changed to any other with a push or the typed error', () => {
    for (let at = 0; at < rich.length; at++) {
      for (let octet = 0; octet < 256; octet++) {
        const mutant = rich.slice();
        mutant[at] = octet;
        attempt(mutant);
      }
    }
  });

  it('meets arbitrary and mutated octets with a push that encodes again, or the typed error', () => {
    const mutated = fc
      .array(fc.tuple(fc.nat(rich.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = rich.slice();
        for (const [at, octet] of changes) bytes[at] = octet;
        return bytes;
      });
    const headers = fc
      .uint8Array({ minLength: 1, maxLength: 100 })
      .map((octets) => Uint8Array.of(1, 6, octets.length, ...octets, 1, 2, 3));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), mutated, headers), (bytes) => {
        const push = attempt(bytes);
        const strict = attempt(bytes, true);
        if (strict !== undefined) {
          expect(push).toEqual(strict);
          expect(toHex(encodePush(strict))).toBe(toHex(bytes));
        }
        if (push === undefined) return;
        const rows = dissectPush(bytes);
        expect(rows.map((row) => row.start)).toEqual([0, ...rows.slice(0, -1).map((row) => row.end)]);
        expect(rows.at(-1)?.end).toBe(bytes.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses a HeadersLen beyond the data before it sets anything aside', () => {
    for (const [length, code] of [
      ['8fffffff7f', 'truncated'],
      ['87ffffff7f', 'truncated'],
      ['9080808000', 'uintvar'],
      ['ffffffff7f', 'uintvar'],
      ['808080808001', 'uintvar'],
      ['05', 'truncated'],
    ]) {
      expect(failure(() => decodePush(fromHex(`0106${length}ae020304`)))).toMatchObject({ code, offset: 2 });
    }
  });

  it('holds every limit, and each can be moved', () => {
    const many = (count: number): Uint8Array =>
      Uint8Array.of(
        1,
        6,
        0x80 | ((count * 2 + 1) >> 7),
        (count * 2 + 1) & 0x7f,
        0xae,
        ...Array(count).fill([0xb4, 0x81]).flat(),
      );
    expect(decodePush(many(128)).headers).toHaveLength(128);
    expect(failure(() => decodePush(many(129)))).toMatchObject({ code: 'limit', path: 'headers[128]' });
    expect(decodePush(many(129), { maxHeaders: 129 }).headers).toHaveLength(129);
    expect(failure(() => decodePush(many(2), { maxHeaders: 1 })).code).toBe('limit');

    const typed = (count: number): Uint8Array =>
      Uint8Array.of(1, 6, count * 2 + 3, 31, count * 2 + 1, 0xae, ...Array(count).fill([0x81, 0xea]).flat());
    expect(decodePush(typed(32)).contentType.parameters).toHaveLength(32);
    expect(failure(() => decodePush(typed(33)))).toMatchObject({ code: 'limit', path: 'contentType' });
    expect(decodePush(typed(33), { maxParameters: 33 }).contentType.parameters).toHaveLength(33);

    const inHeader = Uint8Array.of(1, 6, 70, 0xae, 0xae, 31, 66, ...Array(33).fill([0x81, 0xea]).flat(), 0);
    expect(failure(() => decodePush(inHeader)).code).toMatch(/limit|truncated|headerName/);

    expect(failure(() => decodePush(new Uint8Array(65_536)))).toMatchObject({ code: 'limit', offset: 0 });
    expect(failure(() => decodePush(rich, { maxLength: rich.length - 1 })).code).toBe('limit');
    const long = Uint8Array.of(1, 6, 0xc0, 1, 0xae, ...new Uint8Array(8192).fill(0x61));
    expect(failure(() => decodePush(long))).toMatchObject({ code: 'limit', path: 'headersLen' });
    expect(failure(() => decodePush(long, { maxHeadersLength: 8193 })).code).toBe('truncated');
  });

  it('keeps no more of a large push than views of it', () => {
    const body = new Uint8Array(60_000);
    const bytes = encodePush({ contentType: { mediaType: 'text/plain' }, body });
    expect(decodePush(bytes).body.buffer).toBe(bytes.buffer);
    const unknown = encodePush({
      contentType: { mediaType: 'text/plain' },
      headers: [{ name: '0x5f', value: Uint8Array.of(31, 0xbe, 0, ...new Uint8Array(7936)) }],
    });
    const value = decodePush(unknown).headers[0]?.value;
    expect(value instanceof Uint8Array && value.buffer).toBe(unknown.buffer);
  });

  it('takes names of a prototype for what they are', () => {
    const push = decodePush(
      encodePush({
        contentType: { mediaType: '__proto__', parameters: [{ name: '__proto__', value: 'a' }] },
        headers: [
          { name: '__proto__', value: 'polluted' },
          { name: 'constructor', value: 'b' },
        ],
      }),
    );
    expect(push.headers.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
