import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cacheOperation,
  decodeWbxml,
  emailNotification,
  provisioning,
  serviceIndication,
  serviceLoading,
  toXml,
} from '../src/index.js';
import { failure, tolerated } from './failure.js';
import { hex, octets } from './octets.js';
import { vectors } from './vectors.js';

const wire = (id: string): string => vectors.find((vector) => vector.id === id)?.hex as string;
const bytesOf = (id: string): Uint8Array => octets(wire(id));

describe('serviceIndication', () => {
  it('decodes the push with inline strings, and encodes it to the same octets', () => {
    const document = serviceIndication.decode(bytesOf('V01'), { strict: true });
    expect(document).toEqual({
      indication: {
        action: 'signal-high',
        href: 'http://f.10086.cn/f/sjfx',
        text: '找朋友、查天气、看小说、看新闻…手机飞信，简单你的生活！赶快下载体验手机飞信',
      },
    });
    expect(hex(serviceIndication.encode(document))).toBe(wire('V01'));
  });

  it('decodes the push with a string table, and encodes it to the same octets with that table', () => {
    const document = serviceIndication.decode(bytesOf('V02'), { strict: true });
    expect(document).toEqual({
      indication: { href: 'http://y.10086.cn/i?f=40&i=10988098401', action: 'signal-high', text: '邮件:Re:Push' },
    });
    expect(hex(serviceIndication.encode(document, { stringTable: ['邮件:Re:Push'] }))).toBe(wire('V02'));
  });

  it.each([
    ['V03', [] as string[]],
    ['V04', ['email/123/abc.wml', 'You have 4 new emails']],
  ])('encodes the dates and value tokens of %s', (id, stringTable) => {
    const indication = {
      href: 'http://www.xyz.com/email/123/abc.wml',
      created: new Date('1999-06-25T15:23:15Z'),
      expires: new Date('1999-06-30T00:00:00Z'),
      text: 'You have 4 new emails',
    };
    expect(serviceIndication.decode(bytesOf(id))).toEqual({ indication: { ...indication, action: 'signal-medium' } });
    expect(hex(serviceIndication.encode({ indication }, { stringTable }))).toBe(wire(id));
  });

  it('writes attributes in the order of the keys, and leaves out what is undefined', () => {
    const written = serviceIndication.encode({
      indication: { siId: 'a', action: 'signal-low', href: 'http://x', text: 'x' },
    });
    expect(toXml(decodeWbxml(written))).toContain('<indication si-id="a" action="signal-low" href="http://x">x<');
  });

  it('reads and writes items of information', () => {
    const document = {
      indication: { href: '', action: 'signal-none', text: 'x' } as const,
      info: [
        { class: 'a', text: '1' },
        { class: 'b', text: '' },
      ],
    };
    expect(serviceIndication.decode(serviceIndication.encode(document))).toEqual(document);
  });

  it.each([
    'sip:x@y',
    '',
    'HTTP://x',
    'http://www.',
    'https://www.a.com/b.com/',
    'a.com',
    '.com/',
    'http://a.org/.net/x',
  ])('keeps the URI %j', (href) => {
    const indication = { href, action: 'delete', siId: href, text: '' } as const;
    expect(serviceIndication.decode(serviceIndication.encode({ indication }))).toEqual({ indication });
  });

  it('splits a URI at value tokens only where that saves octets', () => {
    const body = (href: string): string => hex(serviceIndication.encode({ indication: { href, text: 'x' } })).slice(12);
    expect(body('http://a.com/b')).toBe('0c0361008503620001037800 0101'.replace(' ', ''));
    expect(body('.com/')).toBe('0b85010378000101');
    expect(
      hex(serviceIndication.encode({ indication: { href: '.com/', text: 'x' } }, { valueTokens: false })),
    ).toContain('0b032e636f6d2f00');
  });

  it('does not delete without saying what', () => {
    expect(failure(() => serviceIndication.encode({ indication: { action: 'delete' } })).message).toBe(
      'si.indication@si-id at 0: to delete an indication, say which by siId',
    );
    const bytes = octets('02056a0045860901 01'.replace(' ', ''));
    expect(tolerated((onWarning) => serviceIndication.decode(bytes, { onWarning })).warnings).toEqual(['missing 5']);
  });

  it('warns of an indication without text, and refuses it when strict', () => {
    const document = { indication: { href: 'http://x' } };
    expect(tolerated((onWarning) => serviceIndication.encode(document, { onWarning })).warnings).toEqual(['missing 0']);
    expect(failure(() => serviceIndication.encode(document, { strict: true }))).toMatchObject({ code: 'missing' });
  });

  it('writes any version, and every charset that it can', () => {
    const document = { indication: { href: 'http://x', action: 'signal-low', text: 'é' } as const };
    for (const version of ['1.0', '1.1', '1.2', '1.3'] as const) {
      expect(serviceIndication.decode(serviceIndication.encode(document, { version }), { strict: true })).toEqual(
        document,
      );
    }
    for (const charset of [4, 106, 1000, 1013, 1014, 2252]) {
      expect(serviceIndication.decode(serviceIndication.encode(document, { charset }), { strict: true })).toEqual(
        document,
      );
    }
    expect(failure(() => serviceIndication.encode(document, { charset: 3 }))).toMatchObject({ code: 'charset' });
    expect(failure(() => serviceIndication.encode(document, { charset: 17 }))).toMatchObject({
      code: 'unsupportedCharset',
    });
  });

  it.each([
    ['a date that is none', { created: new Date(Number.NaN) }, 'datetime'],
    ['a date past the year 9999', { expires: new Date(Date.UTC(10000, 0)) }, 'datetime'],
    ['an action that does not exist', { action: 'signal-loud' }, 'value'],
    ['a URI that is no text', { href: 7 }, 'value'],
    ['U+0000', { text: '\0' }, 'character'],
    ['half a surrogate pair', { text: '\ud800' }, 'character'],
  ])('does not encode %s', (_, indication, code) => {
    expect(failure(() => serviceIndication.encode({ indication: indication as { text: string } }))).toMatchObject({
      code,
    });
  });

  it('reports what it does not know and goes on', () => {
    // A literal attribute and a literal element.
    const bytes = octets('02056a025a00 45c6 0400 0378 00 01 03 79 00 0400 01 01'.replaceAll(' ', ''));
    const { value, warnings } = tolerated((onWarning) => serviceIndication.decode(bytes, { onWarning }));
    expect(value).toEqual({ indication: { action: 'signal-medium', text: 'y' } });
    expect(warnings).toEqual(['unexpected 8', 'unexpected 17']);
  });

  it('refuses a document of another type, and one without an indication', () => {
    expect(failure(() => serviceIndication.decode(bytesOf('V11')))).toMatchObject({ code: 'documentType', offset: 1 });
    expect(failure(() => serviceIndication.decode(octets('02046a0005')))).toMatchObject({ code: 'documentType' });
    expect(failure(() => serviceIndication.decode(bytesOf('V10')))).toMatchObject({ code: 'missing', offset: 4 });
  });

  it('believes a document of unknown type, and one that names its type by text', () => {
    expect(serviceIndication.decode(octets(wire('V02').replace(/^0205/, '0201'))).indication.text).toBe('邮件:Re:Push');
    expect(serviceIndication.decode(bytesOf('public-id-as-text')).indication.text).toBe('x');
  });

  it('puts together text in pieces', () => {
    const bytes = octets('02056a02 7a00 4546 037800 8300 0281 20 037900 01 01'.replaceAll(' ', ''));
    expect(serviceIndication.decode(bytes).indication.text).toBe('xz\u00a0y');
  });

  it('gives back what it was given', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '邮', '.com/', 'http://', '&', '<', '😀') });
    const second = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => {
      return new Date(Math.floor(date.getTime() / 1000) * 1000);
    });
    const document = fc.record(
      {
        indication: fc.record(
          {
            href: text,
            siId: text,
            created: second,
            expires: second,
            action: fc.constantFrom('signal-none' as const, 'signal-low' as const, 'signal-high' as const),
            text,
          },
          { requiredKeys: ['action', 'text'], noNullPrototype: true },
        ),
        info: fc.array(fc.record({ class: text, text }, { noNullPrototype: true }), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['indication'], noNullPrototype: true },
    );
    const mode = fc.constantFrom('none' as const, 'auto' as const, 'all' as const, ['a', '邮']);
    fc.assert(
      fc.property(document, mode, (given, stringTable) => {
        const encoded = serviceIndication.encode(given, { stringTable });
        expect(serviceIndication.decode(encoded, { strict: true })).toEqual(given);
      }),
    );
  });
});

describe('serviceLoading', () => {
  it('decodes and encodes the example of WAP-168', () => {
    const href = 'http://www.xyz.com/ppaid/123/abc.wml';
    expect(serviceLoading.decode(bytesOf('V11'))).toEqual({ href, action: 'execute-low' });
    expect(hex(serviceLoading.encode({ href }))).toBe(wire('V11'));
    expect(serviceLoading.decode(serviceLoading.encode({ href, action: 'cache' }))).toEqual({ href, action: 'cache' });
  });

  it('requires a URI', () => {
    expect(failure(() => serviceLoading.decode(octets('02066a0005')))).toMatchObject({ code: 'missing', offset: 4 });
    expect(failure(() => serviceLoading.encode({} as { href: string }))).toMatchObject({ code: 'missing' });
  });
});

describe('cacheOperation', () => {
  it('decodes and encodes both operations in their order', () => {
    const document = {
      operations: [
        { operation: 'invalidate-object' as const, uri: 'foo.wml' },
        { operation: 'invalidate-service' as const, uri: '/bar' },
      ],
    };
    expect(cacheOperation.decode(bytesOf('V14'), { strict: true })).toEqual(document);
    expect(hex(cacheOperation.encode(document))).toBe(wire('V14'));
  });

  it('requires an operation, and its URI', () => {
    expect(failure(() => cacheOperation.decode(octets('02076a0005')))).toMatchObject({ code: 'missing', offset: 4 });
    expect(failure(() => cacheOperation.decode(octets('02076a00450601')))).toMatchObject({
      code: 'missing',
      offset: 5,
    });
    expect(failure(() => cacheOperation.encode({ operations: [] }))).toMatchObject({ code: 'missing' });
  });
});

describe('emailNotification', () => {
  it('decodes and encodes a mailbox whose domain ends in a value token', () => {
    const document = { mailbox: 'mailat:user@wapforum.org', timestamp: new Date('1999-06-30T00:00:00Z') };
    expect(emailNotification.decode(bytesOf('EMN'), { strict: true })).toEqual(document);
    expect(hex(emailNotification.encode(document, { version: '1.2' }))).toBe(wire('EMN'));
  });

  it.each([
    ['1999-06-30T00:00:00Z', 'c30419990630'],
    ['1999-06-30T10:00:00Z', 'c3051999063010'],
    ['1999-06-30T20:30:00Z', 'c306199906302030'],
    ['1999-06-25T15:23:15Z', 'c30719990625152315'],
    ['1999-06-30T00:00:01Z', 'c30719990630000001'],
    ['2000-10-10T10:10:10Z', 'c30720001010101010'],
  ])('writes %s as %s', (text, opaque) => {
    const timestamp = new Date(text);
    const bytes = emailNotification.encode({ timestamp, mailbox: '' });
    expect(hex(bytes)).toBe(`020d6a008505${opaque}0601`);
    expect(emailNotification.decode(bytes)).toEqual({ timestamp, mailbox: '' });
  });
});

describe('provisioning', () => {
  it('decodes a tree of characteristics and encodes it again', () => {
    const document = {
      version: '1.0',
      characteristics: [
        {
          type: 'NAPDEF',
          parms: [
            { name: 'NAPID', value: 'n1' },
            { name: 'BEARER', value: 'GSM-GPRS' },
            { name: 'NAP-ADDRESS', value: 'internet' },
            { name: 'INTERNET' },
          ],
          characteristics: [{ type: 'NAPAUTHINFO', parms: [{ name: 'AUTHTYPE', value: 'PAP' }], characteristics: [] }],
        },
        {
          type: 'APPLICATION',
          parms: [
            { name: 'APPID', value: 'w2' },
            { name: 'X-OWN', value: 'HTTP-BASIC' },
          ],
          characteristics: [],
        },
      ],
    };
    const bytes = provisioning.encode(document, { version: '1.3' });
    expect(provisioning.decode(bytes, { strict: true })).toEqual(document);
    expect(hex(bytes)).toContain('c65501871106036e31000187 1006ab01'.replace(' ', ''));
  });

  it('follows attribute pages across elements', () => {
    expect(provisioning.decode(bytesOf('PROV'), { strict: true })).toEqual({
      characteristics: [{ type: 'APPLICATION', parms: [{ name: 'APPID', value: 'w2' }], characteristics: [] }],
    });
  });

  it('reads parameters left out of the input as none', () => {
    const bytes = provisioning.encode({ characteristics: [{ type: 'BOOTSTRAP' }] });
    expect(provisioning.decode(bytes)).toEqual({
      characteristics: [{ type: 'BOOTSTRAP', parms: [], characteristics: [] }],
    });
  });
});
