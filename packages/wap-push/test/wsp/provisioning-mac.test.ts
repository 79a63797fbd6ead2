import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePush, encodePush, pinWithMac, provisioningMac, verifyProvisioning } from '../../src/index.js';
import { equalInConstantTime, hmacSha1, sha1 } from '../../src/wsp/sha1.js';
import { failure, fromHex, toHex } from '../hex.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const mediaType = 'application/vnd.wap.connectivity-wbxml';
const body = fromHex('030b6a004501');
const imsi = '466923103145252';

describe('SHA-1', () => {
  it('gives the digests of FIPS 180', () => {
    expect(toHex(sha1(utf8('abc')))).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
    expect(toHex(sha1(utf8('')))).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
    expect(toHex(sha1(utf8('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')))).toBe(
      '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
    );
    expect(toHex(sha1(utf8('a'.repeat(1_000_000))))).toBe('34aa973cd4c4daa4f61eeb2bdbad27316534016f');
  });

  it('agrees with another implementation at every length up to three blocks', () => {
    for (let length = 0; length <= 192; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff);
      expect(toHex(sha1(message))).toBe(createHash('sha1').update(message).digest('hex'));
    }
  });

  it('under HMAC gives the digests of RFC 2202, and agrees with another implementation', () => {
    expect(toHex(hmacSha1(new Uint8Array(20).fill(0x0b), utf8('Hi There')))).toBe(
      'b617318655057264e28bc0b6fb378c8ef146be00',
    );
    expect(toHex(hmacSha1(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
      'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
    );
    expect(
      toHex(hmacSha1(new Uint8Array(80).fill(0xaa), utf8('Test Using Larger Than Block-Size Key - Hash Key First'))),
    ).toBe('aa4ae5e15272d00e95705637ce8a3b55ed402112');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 140 }), fc.uint8Array({ maxLength: 300 }), (key, message) => {
        expect(toHex(hmacSha1(key, message))).toBe(createHmac('sha1', key).update(message).digest('hex'));
      }),
    );
  });

  it('is compared octet by octet to the end, and by length', () => {
    const octets = fromHex('010203');
    expect(equalInConstantTime(octets, fromHex('010203'))).toBe(true);
    for (const other of ['', '0102', '01020300', '010204', '110203']) {
      expect(equalInConstantTime(octets, fromHex(other))).toBe(false);
      expect(equalInConstantTime(fromHex(other), octets)).toBe(false);
    }
  });
});

describe('the MAC of OMA Client Provisioning', () => {
  it('is keyed with the IMSI, halves swapped behind its parity', () => {
    expect(provisioningMac(body, 'NETWPIN', { imsi })).toBe('1AF545FE2823DC9347064450F90FF1BBF957E146');
    expect(provisioningMac(body, 'NETWPIN', { networkPin: fromHex('4966291330412525') })).toBe(
      '1AF545FE2823DC9347064450F90FF1BBF957E146',
    );
    const even = createHmac('sha1', fromHex('4166291330412 5f5'.replace(' ', '')))
      .update(body)
      .digest('hex');
    expect(provisioningMac(body, 'NETWPIN', { imsi: '46692310314525' })).toBe(even.toUpperCase());
  });

  it('is keyed with the PIN, or with both', () => {
    const mac = (key: Uint8Array): string => createHmac('sha1', key).update(body).digest('hex').toUpperCase();
    expect(provisioningMac(body, 'USERPIN', { userPin: '1234' })).toBe(mac(utf8('1234')));
    const both = Uint8Array.of(...fromHex('4966291330412525'), ...utf8('1234'));
    expect(provisioningMac(body, 'USERNETWPIN', { userPin: '1234', imsi })).toBe(mac(both));
  });

  it.each([
    ['NETWPIN', { imsi }, { imsi: '466923103145253' }],
    ['USERPIN', { userPin: '0000' }, { userPin: '0001' }],
    ['USERNETWPIN', { userPin: '0000', imsi }, { userPin: '0000', imsi: '466923103145253' }],
  ] as const)('verifies what was sent under %s, and nothing else', (method, secrets, wrong) => {
    const mac = provisioningMac(body, method, secrets);
    const parameters = [
      { name: 'SEC', value: method },
      { name: 'MAC', value: mac },
    ];
    const push = decodePush(encodePush({ contentType: { mediaType, parameters }, body }));
    expect(verifyProvisioning(push, secrets)).toBe(true);
    expect(verifyProvisioning(push, wrong)).toBe(false);
    expect(verifyProvisioning(push, {})).toBe(false);
    expect(verifyProvisioning({ ...push, body: fromHex('030b6a004502') }, secrets)).toBe(false);
    const change = (changed: unknown[]): boolean =>
      verifyProvisioning({ body, contentType: { mediaType, parameters: changed as never } }, secrets);
    expect(change(parameters.slice(1))).toBe(false);
    expect(change(parameters.slice(0, 1))).toBe(false);
    expect(change([...parameters, { name: 'MAC', value: '00' }])).toBe(false);
    expect(change([parameters[0], { name: 'MAC', value: null }])).toBe(false);
    expect(change([parameters[0], { name: 'MAC', value: 'é'.repeat(40) }])).toBe(false);
    expect(change([{ name: 'SEC', value: 9 }, parameters[1]])).toBe(false);
    expect(change([parameters[0], { name: 'mac', value: mac.toLowerCase() }])).toBe(true);
  });

  it('under USERPINMAC is the second half of what the user was told', () => {
    const told = pinWithMac(body, '12345');
    const mac = createHmac('sha1', '12345').update(body).digest();
    expect(told).toBe(`12345${[...mac.subarray(0, 5)].map((octet) => octet % 10).join('')}`);
    const push = { body, contentType: { mediaType, parameters: [{ name: 'SEC', value: 'USERPINMAC' }] } };
    expect(verifyProvisioning(push, { userPin: told })).toBe(true);
    expect(verifyProvisioning({ ...push, body: fromHex('00') }, { userPin: told })).toBe(false);
    for (const userPin of ['', '1234', told.slice(0, 9), `${told}0`, `${told.slice(0, 9)}x`, told.repeat(5)]) {
      expect(verifyProvisioning(push, { userPin })).toBe(false);
    }
  });

  it('is not made without the secret it needs', () => {
    for (const run of [
      () => provisioningMac(body, 'USERPIN', {}),
      () => provisioningMac(body, 'USERPIN', { userPin: 'ж' }),
      () => provisioningMac(body, 'NETWPIN', { imsi: '12345' }),
      () => provisioningMac(body, 'NETWPIN', { imsi: '12345678901234567' }),
      () => provisioningMac(body, 'USERNETWPIN', { imsi }),
      () => provisioningMac(body, 'USERPINMAC' as never, { userPin: '1', imsi }),
      () => pinWithMac(body, '1234'),
    ]) {
      expect(failure(run).code).toBe('value');
    }
  });
});
