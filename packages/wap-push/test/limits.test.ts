import { describe, expect, it } from 'vitest';
import {
  decodeWbxml,
  dissectWbxml,
  encodeWbxml,
  type Limits,
  resolveWbxml,
  serviceIndication,
  toXml,
} from '../src/index.js';
import { fromXml } from '../src/xml/index.js';
import { failure } from './failure.js';
import { hex, octets } from './octets.js';

/** 32 010 octets, which one SMS of 255 parts can carry, that stand for 127.5 MB of text. */
function amplification(): Uint8Array {
  const head = octets('02056a');
  const text = 'x'.repeat(15_937);
  const bytes = [...head, 0xfc, 0x42, ...new TextEncoder().encode(`${text}\0`), 0x45, 0x46];
  while (bytes.length < 32_008) bytes.push(0x83, 0x00);
  return Uint8Array.from([...bytes, 0x01, 0x01]);
}

describe('limits', () => {
  it('refuse 32 KB that stand for 127 MB, and at once', () => {
    const bytes = amplification();
    const before = performance.now();
    expect(decodeWbxml(bytes).stringTable).toHaveLength(15_938);
    expect(failure(() => toXml(decodeWbxml(bytes)))).toMatchObject({ code: 'limit' });
    expect(failure(() => serviceIndication.decode(bytes))).toMatchObject({ code: 'limit' });
    expect(dissectWbxml(bytes).at(-1)?.end).toBe(bytes.length);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('refuse 16 000 references into one string, each behind its start, at once', () => {
    const bytes = amplification();
    let at = 0;
    for (let i = bytes.indexOf(0x83); i < bytes.length - 2; i += 2) bytes[i + 1] = at++ % 0x80;
    const before = performance.now();
    expect(failure(() => toXml(decodeWbxml(bytes)))).toMatchObject({ code: 'limit' });
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('count names of literals as text', () => {
    const bytes = Uint8Array.from([
      ...octets('02056a8108'),
      ...Array(135).fill(0x78),
      0,
      0x45,
      ...Array(4000).fill(0),
      1,
    ]);
    for (let i = 142; i < 4142; i += 2) bytes[i] = 0x04;
    expect(failure(() => toXml(decodeWbxml(bytes, { limits: { maxNodes: 5000 } })))).toMatchObject({ code: 'limit' });
  });

  const deep = (levels: number): Uint8Array => Uint8Array.from([...octets('02056a00'), ...Array(levels).fill(0x45)]);

  it('refuse what is nested deeper than maxDepth', () => {
    expect(failure(() => decodeWbxml(deep(60_000)))).toMatchObject({ code: 'limit', offset: 36 });
    expect(decodeWbxml(deep(32)).missingEnds).toBe(32);
  });

  it('let any depth be allowed, which overflows nothing', () => {
    const limits: Limits = { maxDepth: 1e9, maxNodes: 1e9, maxOutput: 1e9 };
    const bytes = deep(50_000);
    const doc = decodeWbxml(bytes, { limits });
    expect(hex(encodeWbxml(doc)) === hex(bytes)).toBe(true);
    const xml = toXml(doc, { limits });
    expect(xml).toHaveLength(108 + 50_000 * 9 - 4);
    expect(encodeWbxml(fromXml(xml, { limits: { ...limits, maxLength: 1e9 } })).length).toBe(4 + 50_000 * 2 - 1);
    expect(resolveWbxml(doc, { limits }).root.name).toBe('si');
  });

  it('let any number of pages stand ahead of an attribute', () => {
    const bytes = Uint8Array.from([...octets('02056a0085'), ...Array(400_000).fill(0), 0x11, 0x01]);
    const doc = decodeWbxml(bytes, { limits: { maxLength: 1e6 } });
    expect(hex(encodeWbxml(doc)) === hex(bytes)).toBe(true);
    expect(dissectWbxml(bytes, { limits: { maxLength: 1e6 } }).length).toBe(200_007);
  });

  it.each([
    ['maxLength', 4, '02056a0005', 0],
    ['maxNodes', 1, '02056a00450501', 5],
    ['maxNodes', 2, '02056a0085111201', 6],
    ['maxStringTable', 1, '02056a0261000 5'.replace(' ', ''), 3],
    ['maxDepth', 1, '02056a00450501', 5],
  ])('refuse what passes %s %i', (limit, value, wire, offset) => {
    const limits = { [limit]: value };
    expect(failure(() => decodeWbxml(octets(wire), { limits }))).toMatchObject({ code: 'limit', offset });
    expect(failure(() => decodeWbxml(octets(wire), { limits })).message).toContain(limit);
    expect(() => decodeWbxml(octets(wire), { limits: { [limit]: value + 1 } })).not.toThrow();
  });
});

describe('names that are keys of every object', () => {
  it('stay names', () => {
    const name = '__proto__';
    const xml = `<si ${name}="x" constructor="y"><${name}/></si>`;
    const doc = fromXml(xml, { stringTable: 'auto' });
    expect(toXml(decodeWbxml(encodeWbxml(doc)))).toContain(xml);
    const root = resolveWbxml(doc).root;
    expect(root.attributes[0]).toEqual({ name, value: 'x' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    const document = `<si><indication ${name}="x" toString="y">z</indication></si>`;
    expect(serviceIndication.decode(encodeWbxml(fromXml(document, { stringTable: 'all' })))).toEqual({
      indication: { action: 'signal-medium', text: 'z' },
    });
  });
});
