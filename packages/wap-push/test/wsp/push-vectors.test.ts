import { describe, expect, it } from 'vitest';
import { decodePush, dissectPush, encodePush } from '../../src/index.js';
import { failure, fromHex, toHex, warnings } from '../hex.js';

const sic = 'application/vnd.wap.sic';
const utf8 = { name: 'charset', value: 'utf-8' };
const SEED_1 =
  '02056a0045c6080c03662e31303038362e636e2f662f736a6678000103e689bee69c8be58f8be38081e69fa5e5a4a9e6b094e38081e79c8be5b08fe8afb4e38081e79c8be696b0e997bbe280a6e6898be69cbae9a39ee4bfa1efbc8ce7ae80e58d95e4bda0e79a84e7949fe6b4bbefbc81e8b5b6e5bfabe4b88be8bdbde4bd93e9aa8ce6898be69cbae9a39ee4bfa1000101';
const SEED_2 =
  '02056a0fe982aee4bbb63a52653a507573680045c60c03792e31303038362e636e2f693f663d343026693d313039383830393834303100080183000101';

const vectors = [
  {
    id: 'the first published push, WSP and all',
    hex: `790601ae${SEED_1}`,
    push: {
      transactionId: 0x79,
      pduType: 'push',
      contentType: { mediaType: sic, parameters: [] },
      headers: [],
      body: SEED_1,
    },
  },
  {
    id: 'the second published document under the same header',
    hex: `790601ae${SEED_2}`,
    push: {
      transactionId: 0x79,
      pduType: 'push',
      contentType: { mediaType: sic, parameters: [] },
      headers: [],
      body: SEED_2,
    },
  },
  {
    id: 'a charset in the general form',
    hex: `0b060403ae81ea${SEED_2}`,
    push: {
      transactionId: 11,
      pduType: 'push',
      contentType: { mediaType: sic, parameters: [utf8] },
      headers: [],
      body: SEED_2,
    },
  },
  {
    id: 'an application id',
    hex: `01060603ae81eaaf82${SEED_2}`,
    push: {
      transactionId: 1,
      pduType: 'push',
      contentType: { mediaType: sic, parameters: [utf8] },
      headers: [{ name: 'X-Wap-Application-ID', value: 'x-wap-application:wml.ua' }],
      body: SEED_2,
    },
  },
  {
    id: 'a ConfirmedPush without a body',
    hex: 'ff0701b0',
    push: {
      transactionId: 255,
      pduType: 'confirmedPush',
      contentType: { mediaType: 'application/vnd.wap.slc', parameters: [] },
      headers: [],
      body: '',
    },
  },
  {
    id: 'e-mail notification, whose number takes a long integer',
    hex: '0106040302030a00',
    push: {
      transactionId: 1,
      pduType: 'push',
      contentType: { mediaType: 'application/vnd.wap.emn+wbxml', parameters: [] },
      headers: [],
      body: '00',
    },
  },
  {
    id: 'provisioning with SEC and MAC behind a quoted length',
    hex: `01062f1f2db6918192${toHex(new TextEncoder().encode('AA2DC41FC48AEEF3FED7351B1EE704461A8894D4'))}00030b6a00`,
    push: {
      transactionId: 1,
      pduType: 'push',
      contentType: {
        mediaType: 'application/vnd.wap.connectivity-wbxml',
        parameters: [
          { name: 'SEC', value: 'USERPIN' },
          { name: 'MAC', value: 'AA2DC41FC48AEEF3FED7351B1EE704461A8894D4' },
        ],
      },
      headers: [],
      body: '030b6a00',
    },
  },
  {
    id: 'browser settings under a media type in text',
    hex: '00062c1f2a6170706c69636174696f6e2f782d7761702d70726f762e62726f777365722d73657474696e67730081ea01016a',
    push: {
      transactionId: 0,
      pduType: 'push',
      contentType: { mediaType: 'application/x-wap-prov.browser-settings', parameters: [utf8] },
      headers: [],
      body: '01016a',
    },
  },
] as const;

describe.each(vectors)('$id', ({ hex, push }) => {
  it('decodes to what it says, without a warning', () => {
    const seen = warnings((onWarning) => {
      const { contentType, ...rest } = decodePush(fromHex(hex), { onWarning });
      const { mediaType, parameters } = contentType;
      expect({ ...rest, contentType: { mediaType, parameters }, body: toHex(rest.body) }).toEqual(push);
    });
    expect(seen).toEqual([]);
  });

  it('encodes to the same octets, from what was decoded and under strict rules', () => {
    expect(toHex(encodePush(decodePush(fromHex(hex), { strict: true })))).toBe(hex);
  });

  it('is refused with the typed error wherever its headers are cut', () => {
    const bytes = fromHex(hex);
    const headersEnd = bytes.length - push.body.length / 2;
    for (let length = 0; length < headersEnd; length++) {
      const { code, offset } = failure(() => decodePush(bytes.subarray(0, length)));
      expect(code).toBe('truncated');
      expect(offset).toBeLessThanOrEqual(length);
    }
    expect(toHex(decodePush(bytes.subarray(0, headersEnd)).body)).toBe('');
  });

  it('is explained octet by octet, without a gap', () => {
    const rows = dissectPush(fromHex(hex));
    expect(rows.map((row) => row.start)).toEqual([0, ...rows.slice(0, -1).map((row) => row.end)]);
    expect(rows.at(-1)?.end).toBe(hex.length / 2);
    expect(rows.map((row) => row.path)).toContain('contentType');
  });
});

describe('encodePush', () => {
  it('makes the shortest push of a media type alone', () => {
    expect(toHex(encodePush({ contentType: { mediaType: sic } }))).toBe('000601ae');
    expect(toHex(encodePush({ contentType: { mediaType: 'Application/VND.wap.SIC', parameters: [] } }))).toBe(
      '000601ae',
    );
  });

  it('leaves what it was given as it was', () => {
    const push = Object.freeze({
      contentType: Object.freeze({ mediaType: sic, parameters: Object.freeze([Object.freeze({ ...utf8 })]) }),
      headers: Object.freeze([Object.freeze({ name: 'Push-Flag', value: 4 })]),
    });
    expect(toHex(encodePush(push as never))).toBe('00060603ae81eab484');
  });

  it('refuses what does not fit, and says where', () => {
    const contentType = { mediaType: sic };
    const cases: [unknown, string][] = [
      [{}, 'contentType'],
      [{ contentType: { mediaType: '' } }, 'contentType'],
      [{ contentType: { mediaType: 'text/a\nb' } }, 'contentType'],
      [{ contentType, transactionId: 256 }, 'transactionId'],
      [{ contentType, pduType: 'toString' }, 'pduType'],
      [{ contentType, body: [1] }, 'body'],
      [{ contentType, headers: {} }, 'headers'],
      [{ contentType, headers: [null] }, 'headers[0]'],
      [
        {
          contentType,
          headers: [
            { name: 'Date', value: new Date() },
            { name: 'Date', value: 'now' },
          ],
        },
        'headers[1]',
      ],
      [{ contentType, headers: [{ name: 'X Y', value: 'a' }] }, 'headers[0]'],
      [{ contentType, headers: [{ name: 'X-Y', value: 5 }] }, 'headers[0]'],
      [{ contentType, headers: [{ name: '0x80', value: 'a' }] }, 'headers[0]'],
      [{ contentType, headers: [{ name: 'Server', value: 'a', page: 256 }] }, 'headers[0]'],
      [{ contentType, headers: [{ name: 'Server', value: new Uint8Array([0x80, 0x80]) }] }, 'headers[0]'],
      [{ contentType: { mediaType: sic, parameters: [utf8, { name: 'q', value: 1 }] } }, 'contentType.parameters[1]'],
    ];
    for (const [push, path] of cases) {
      expect(failure(() => encodePush(push as never))).toMatchObject({ code: 'value', path });
    }
    const charset = failure(() => encodePush({ contentType: { mediaType: 'text/ж' } }));
    expect(charset).toMatchObject({ code: 'charset', path: 'contentType' });
  });

  it('refuses a Content-Length that does not count the body', () => {
    const push = { contentType: { mediaType: sic }, headers: [{ name: 'content-length', value: 2 }] };
    expect(failure(() => encodePush(push)).code).toBe('contentLengthMismatch');
    expect(toHex(encodePush({ ...push, body: fromHex('0102') }))).toBe('000603ae8d820102');
  });
});
