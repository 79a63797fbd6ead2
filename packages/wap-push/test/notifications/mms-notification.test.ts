import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePush, mmsNotification, WapPushError } from '../../src/index.js';
import { mmsHeaderNames } from '../../src/notifications/mms-header-names.js';
import { failure, fromHex, toHex, warnings } from '../hex.js';

const text = (value: string): string => `${toHex(new TextEncoder().encode(value))}00`;
const START = `8c8298${text('T1')}8d92`;
const END = `83${text('http://mmsc/m?1')}`;
const least = { transactionId: 'T1', mmsVersion: '1.2', contentLocation: 'http://mmsc/m?1' };
const whole = { ...least, messageClass: 'personal', messageSize: 29_696, expiry: { seconds: 172_800 } };
const WHOLE = `${START}8a808e0274008805810302a300${END}`;

const headers: [name: string, hex: string, value: object][] = [
  ['From an address', `891980${text('+447700900123/TYPE=PLMN')}`, { from: '+447700900123/TYPE=PLMN' }],
  ['From an address in UTF-8', `8907 80 05 ea 7f c3a9 00`, { from: 'é' }],
  ['From to be inserted', '890181', { from: null }],
  ['Subject', `96${text('Hello')}`, { subject: 'Hello' }],
  ['Subject in UTF-8', '9607 ea 7f e4bda0 61 00', { subject: '你a' }],
  ['Delivery-Report', '8680', { deliveryReport: 'yes' }],
  ['Message-Class', '8a83', { messageClass: 'auto' }],
  ['Message-Class as a token', `8a${text('x-own')}`, { messageClass: 'x-own' }],
  ['Priority', '8f82', { priority: 'high' }],
  ['Message-Size', '8e0105', { messageSize: 5 }],
  ['Message-Size of more than 32 bits', '8e050100000000', { messageSize: 2 ** 32 }],
  ['Expiry at a date', '8806 80 04 5f000000', { expiry: new Date(0x5f000000 * 1000) }],
  ['Expiry after seconds', '8802 81 85', { expiry: { seconds: 5 } }],
];

describe('an m-notification-ind', () => {
  it('decodes to its headers under their keys, and encodes to the same octets', () => {
    const seen = warnings((onWarning) => {
      expect(mmsNotification.decode(fromHex(WHOLE), { onWarning })).toEqual({ ...whole, others: [] });
    });
    expect(seen).toEqual([]);
    expect(toHex(mmsNotification.encode(whole))).toBe(WHOLE);
  });

  it('is found in a push by its content type', () => {
    const push = decodePush(fromHex(`010603beaf84${WHOLE}`), { strict: true });
    expect(push.contentType.mediaType).toBe('application/vnd.wap.mms-message');
    expect(push.headers[0]?.value).toBe('x-wap-application:mms.ua');
    expect(mmsNotification.decode(push.body).contentLocation).toBe('http://mmsc/m?1');
  });

  it.each(headers)('has %s', (_, spaced, value) => {
    const hex = spaced.replace(/ /g, '');
    expect(mmsNotification.decode(fromHex(`${START}${hex}${END}`))).toEqual({ ...least, ...value, others: [] });
    expect(toHex(mmsNotification.encode({ ...least, ...value }))).toBe(`${START}${hex}${END}`);
  });

  it('writes text above ASCII in UTF-8, quoted where it begins with it', () => {
    const hex = toHex(mmsNotification.encode({ ...least, subject: '你好' }));
    expect(hex).toContain('9609ea7fe4bda0e5a5bd00');
    expect(mmsNotification.decode(fromHex(hex)).subject).toBe('你好');
    expect(mmsNotification.decode(mmsNotification.encode({ ...least, from: '你' })).from).toBe('你');
  });

  it.each([
    ['ISO 8859-1', '960484 61e900', 'aé', []],
    ['UCS-2', '96090203e84f60597d0000', '你好', []],
    ['UTF-8 without the quote', '9608eae4bda0e5a5bd00', '你好', ['missingQuote']],
    ['UTF-8 without its NUL', '9603ea6162', 'ab', ['unterminatedText']],
    ['UTF-8 without a charset', '967fe4bda000', '你', ['charset']],
    ['ISO 8859-1 without a charset', '9661e900', 'aé', ['charset']],
  ])('reads a subject in %s', (_, spaced, subject, codes) => {
    const hex = `${START}8a808e010588028185${spaced.replace(/ /g, '')}${END}`;
    const seen = warnings((onWarning) => {
      expect(mmsNotification.decode(fromHex(hex), { onWarning }).subject).toBe(subject);
    });
    expect(seen).toEqual(codes);
  });

  it('keeps what it does not know, or cannot read, as octets and in its order', () => {
    const rest = `8e0105880281858a80a780d185${text('X-Own')}${text('a')}`;
    const body = fromHex(`${START}${rest}9603eaff00${END}`);
    const seen = warnings((onWarning) => {
      const decoded = mmsNotification.decode(body, { onWarning });
      expect(decoded.subject).toBeUndefined();
      expect(decoded.others).toEqual([
        { name: 'X-Mms-Stored', value: fromHex('80') },
        { name: '0x51', value: fromHex('85') },
        { name: 'X-Own', value: fromHex('6100') },
        { name: 'Subject', value: fromHex('03eaff00') },
      ]);
      const again = mmsNotification.decode(mmsNotification.encode(decoded));
      expect(again).toEqual(decoded);
    });
    expect(seen).toEqual(['missingQuote', 'malformedValue']);
  });

  it('says which of its headers stands twice or is missing', () => {
    const twice = fromHex(`${START}8a808a818e0105${END}`);
    const seen = warnings((onWarning) => {
      const decoded = mmsNotification.decode(twice, { onWarning });
      expect(decoded.messageClass).toBe('personal');
      expect(decoded.others).toEqual([{ name: 'X-Mms-Message-Class', value: fromHex('81') }]);
    });
    expect(seen).toEqual(['duplicateHeader', 'missingHeader']);
    expect(failure(() => mmsNotification.decode(twice, { strict: true })).code).toBe('duplicateHeader');
    expect(failure(() => mmsNotification.decode(fromHex(START)))).toMatchObject({
      code: 'missingHeader',
      path: 'contentLocation',
    });
    expect(failure(() => mmsNotification.decode(fromHex(`8c82${END}`)))).toMatchObject({
      code: 'missingHeader',
      path: 'transactionId',
    });
  });

  it('may end without the last NUL, which is said', () => {
    const seen = warnings((onWarning) => {
      const decoded = mmsNotification.decode(fromHex(WHOLE.slice(0, -2)), { onWarning });
      expect(decoded).toEqual({ ...whole, others: [] });
    });
    expect(seen).toEqual(['unterminatedText']);
  });

  it('is not read from any other message', () => {
    expect(failure(() => mmsNotification.decode(fromHex('8c8098')))).toMatchObject({ code: 'pduType', offset: 0 });
    expect(failure(() => mmsNotification.decode(fromHex('')))).toMatchObject({ code: 'truncated' });
    expect(failure(() => mmsNotification.decode(fromHex(`98${text('T')}8c82`)))).toMatchObject({ code: 'pduType' });
  });

  it('is refused in encoding where something does not fit, and says which', () => {
    for (const [change, path] of [
      [{ transactionId: undefined }, 'transactionId'],
      [{ subject: 'a\0' }, 'subject'],
      [{ subject: '\ud800' }, 'subject'],
      [{ messageSize: -1 }, 'messageSize'],
      [{ expiry: 5 }, 'expiry'],
      [{ others: [{ name: 'X Y', value: fromHex('80') }] }, 'others[0]'],
      [{ others: [{ name: 'X-Y', value: fromHex('8080') }] }, 'others[0]'],
      [{ others: [{ name: 'X-Y', value: 'a' }] }, 'others[0]'],
    ] as const) {
      expect(failure(() => mmsNotification.encode({ ...whole, ...change } as never))).toMatchObject({
        code: 'value',
        path,
      });
    }
  });

  it('names every header of its register', () => {
    for (let number = 1; number <= 0x33; number++) expect(mmsHeaderNames.name(number)).toMatch(/^[A-Z][A-Za-z-]+$/);
  });

  it('meets cut, changed and arbitrary octets with a notification or the typed error', () => {
    const bytes = fromHex(WHOLE);
    const attempt = (data: Uint8Array): void => {
      try {
        mmsNotification.encode(mmsNotification.decode(data));
      } catch (error) {
        if (!(error instanceof WapPushError)) throw error;
      }
    };
    for (let length = 0; length < bytes.length; length++) attempt(bytes.subarray(0, length));
    for (let at = 0; at < bytes.length; at++) {
      for (let octet = 0; octet < 256; octet++)
        attempt(Uint8Array.from(bytes, (old, index) => (index === at ? octet : old)));
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (data) => attempt(Uint8Array.of(0x8c, 0x82, ...data))));
    const many = Uint8Array.of(0x8c, 0x82, ...Array(200).fill([0xa7, 0x80]).flat());
    expect(failure(() => mmsNotification.decode(many)).code).toBe('limit');
  });
});
