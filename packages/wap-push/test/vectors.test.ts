import { describe, expect, it } from 'vitest';
import { decodeWbxml, dissectWbxml, encodeWbxml, toXml } from '../src/index.js';
import { fromXml } from '../src/xml/index.js';
import { hex, octets } from './octets.js';
import { vectors } from './vectors.js';

const strict = { strict: true };
const body = (xml: string): string => xml.replace(/^<\?xml[^>]*\?><!DOCTYPE[^>]*>/, '');

describe.each(vectors)('$id, $source', ({ hex: wire, xml }) => {
  const bytes = octets(wire);

  it('decodes and encodes to the same octets', () => {
    expect(hex(encodeWbxml(decodeWbxml(bytes, strict)))).toBe(wire);
  });

  it('is this XML', () => {
    expect(body(toXml(decodeWbxml(bytes), strict))).toBe(xml);
  });

  it.each(['none', 'auto', 'all'] as const)('is the same XML when made from it with the string table %s', (mode) => {
    const made = fromXml(toXml(decodeWbxml(bytes)), { stringTable: mode });
    expect(body(toXml(decodeWbxml(encodeWbxml(made), strict), strict))).toBe(xml);
  });

  it('is explained by rows that cover it end to end', () => {
    const rows = dissectWbxml(bytes);
    expect(rows.map(({ start }) => start)).toEqual([0, ...rows.slice(0, -1).map(({ end }) => end)]);
    expect(rows.at(-1)?.end).toBe(bytes.length);
  });

  it('is refused wherever it is cut', () => {
    for (let end = 0; end < bytes.length; end++) {
      expect(() => decodeWbxml(bytes.subarray(0, end), strict)).toThrow(
        expect.objectContaining({ name: 'WapPushError' }),
      );
    }
  });
});

it('writes the DOCTYPE of the document type', () => {
  expect(toXml(decodeWbxml(octets('02056a0005')))).toBe(
    '<?xml version="1.0"?><!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN" "http://www.wapforum.org/DTD/si.dtd"><si/>',
  );
});

describe('settings of Nokia and Ericsson, which have no public identifier', () => {
  // As sent: the END of the root is missing.
  const bytes = octets('01016a0045c67f0187151103576170000187171103687474703a2f2f7761702e646b000101');
  const contentType = 'application/x-wap-prov.browser-settings';

  it('are read by the content type they came under', () => {
    expect(toXml(decodeWbxml(bytes), { contentType: `${contentType}; charset=utf-8` })).toBe(
      '<?xml version="1.0"?><!DOCTYPE CHARACTERISTIC-LIST SYSTEM "characteristic-list.dtd">' +
        '<CHARACTERISTIC-LIST><CHARACTERISTIC TYPE="BOOKMARK"><PARM NAME="NAME" VALUE="Wap"/>' +
        '<PARM NAME="URL" VALUE="http://wap.dk"/></CHARACTERISTIC></CHARACTERISTIC-LIST>',
    );
  });

  it('encode to the same octets, the END still missing', () => {
    expect(encodeWbxml(decodeWbxml(bytes))).toEqual(bytes);
  });

  it('are not guessed at', () => {
    expect(() => toXml(decodeWbxml(bytes))).toThrow(expect.objectContaining({ code: 'documentType' }));
  });
});
