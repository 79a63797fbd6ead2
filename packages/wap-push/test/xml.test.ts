import { describe, expect, it } from 'vitest';
import { decodeWbxml, encodeWbxml, serviceIndication, type TokenTable, toXml } from '../src/index.js';
import { type FromXmlOptions, fromXml } from '../src/xml/index.js';
import { failure } from './failure.js';
import { hex, octets } from './octets.js';

const encode = (xml: string, options?: FromXmlOptions): string => hex(encodeWbxml(fromXml(xml, options)));

describe('fromXml', () => {
  it('reads a document as people write it', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN"
                          "http://www.wapforum.org/DTD/si.dtd">
      <!-- a comment -->
      <si>
        <indication href='http://www.xyz.com/' created="1999-06-25T15:23:15Z">4 &lt; 5 &#x90ae;<![CDATA[ & 6]]></indication>
      </si>`;
    expect(serviceIndication.decode(encodeWbxml(fromXml(xml)))).toEqual({
      indication: {
        href: 'http://www.xyz.com/',
        created: new Date('1999-06-25T15:23:15Z'),
        action: 'signal-medium',
        text: '4 < 5 邮 & 6',
      },
    });
  });

  it('chooses the token table by the DOCTYPE, or by the root where there is none', () => {
    expect(encode('<sl href=""/>')).toBe('02066a00850801');
    expect(encode('<!DOCTYPE o-ex:rights PUBLIC "-//WAPFORUM//DTD DRMREL 1.0//EN" ""><o-ex:rights/>')).toBe(
      '020e6a0005',
    );
    expect(failure(() => fromXml('<wml/>'))).toMatchObject({ code: 'documentType' });
    expect(failure(() => fromXml('<!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN" ""><sl/>'))).toMatchObject({
      code: 'root',
    });
  });

  it('keeps processing instructions where they stand', () => {
    const xml = '<?a b?><si><?c?><indication>x<?d e?>y</indication></si><?f?>';
    expect(toXml(decodeWbxml(encodeWbxml(fromXml(xml, { stringTable: 'auto' }))))).toContain(xml);
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE si [<!ENTITY x "y">]><si>&x;</si>', 'xml'],
    ['an entity bomb', '<!DOCTYPE si [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><si>&b;</si>', 'xml'],
    ['an entity nobody declared', '<si>&nbsp;</si>', 'xml'],
    ['an entity named as a member of every object', '<si>&constructor;</si>', 'xml'],
    ['an entity reference to U+0000', '<si>&#0;</si>', 'xml'],
    ['a control character', '<si>\u0001</si>', 'xml'],
    ['a control character of XML 1.1', '<?xml version="1.1"?><si>&#1;</si>', 'xml'],
    ['an element left open', '<si><indication></si>', 'xml'],
    ['two roots', '<si/><si/>', 'xml'],
    ['no root', '<!-- -->', 'xml'],
    ['nothing', '', 'xml'],
    ['an attribute twice', '<si a="" a=""/>', 'xml'],
    ['__proto__ twice', '<si __proto__="" __proto__=""/>', 'xml'],
    ['text behind the root', '<si/>x', 'xml'],
    ['a date that is none', '<si><indication created="1999-6-3T1:2:3Z"/></si>', 'datetime'],
    ['a date of another zone', '<si><indication created="1999-06-03T01:02:03+02:00"/></si>', 'datetime'],
    ['a date that does not exist', '<si><indication created="1999-02-29T01:02:03Z"/></si>', 'datetime'],
    ['base64 that is none', '<o-ex:rights><ds:KeyValue>AQI</ds:KeyValue></o-ex:rights>', 'value'],
    ['too deep nesting', `${'<si>'.repeat(33)}${'</si>'.repeat(33)}`, 'limit'],
    ['too many attributes', `<si ${Array.from({ length: 4096 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'limit'],
    ['too long text', `<si>${'x'.repeat(65_536)}</si>`, 'limit'],
  ])('refuses %s', (_, xml, code) => {
    expect(failure(() => fromXml(xml))).toMatchObject({ code });
  });

  it('says where', () => {
    expect(failure(() => fromXml('<si><indication>&x;</indication></si>'))).toEqual({
      code: 'xml',
      offset: 19,
      message: 'si.indication at 19: undefined entity.',
    });
  });
});

describe('toXml', () => {
  it('escapes what a reader would take for markup or change', () => {
    const bytes = serviceIndication.encode({ indication: { href: '<&"\'>\t\n\r', text: ']]><b>&"\'\t\r\n' } });
    const xml = toXml(decodeWbxml(bytes));
    expect(xml).toContain(
      `<indication href="&lt;&amp;&quot;'>&#9;&#10;&#13;">]]&gt;&lt;b&gt;&amp;"'\t&#13;\n</indication>`,
    );
    expect(encode(xml)).toBe(hex(bytes));
  });
});

describe('a token table of one’s own', () => {
  const table: TokenTable = {
    root: 'bookmark',
    publicId: 0x1100,
    formalPublicIds: ['-//EXAMPLE//DTD BOOKMARK 1.0//EN'],
    systemId: 'http://example.com/bookmark.dtd',
    tags: [{ 5: 'bookmark' }, { 5: 'note' }],
    attributes: [{ 5: 'href', 6: 'href=http://' }, { 5: 'href=ftp://' }],
    values: [{ 133: '.com/' }, { 133: '.org/' }],
  };
  const xml = '<bookmark href="http://a.com/"><note href="ftp://b.org/">x</note><bookmark/></bookmark>';
  const wire = '02a2006a00c50603610085010001c500010503620085010378000100000501';

  it('writes and reads pages of tags and attributes', () => {
    expect(encode(xml, { table })).toBe(wire);
    expect(toXml(decodeWbxml(octets(wire), { strict: true }), { table })).toBe(
      '<?xml version="1.0"?>' +
        `<!DOCTYPE bookmark PUBLIC "-//EXAMPLE//DTD BOOKMARK 1.0//EN" "http://example.com/bookmark.dtd">${xml}`,
    );
    expect(failure(() => toXml(decodeWbxml(octets(wire))))).toMatchObject({ code: 'documentType' });
  });
});
