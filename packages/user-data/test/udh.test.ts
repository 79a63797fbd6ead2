import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  decodeUdh,
  encodeUdh,
  type Ports,
  readHeader,
  splitUserData,
  type UdhElementInput,
  type UserDataWarning,
} from '../src/index.js';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex');
const unhex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));

function read(digits: string) {
  const warnings: UserDataWarning[] = [];
  const onWarning = (warning: UserDataWarning) => warnings.push(warning);
  const elements = decodeUdh(unhex(digits), { onWarning });
  return { elements, header: readHeader(elements, { onWarning }), codes: warnings.map(({ code }) => code), warnings };
}

describe('decodeUdh', () => {
  it('reads ports and concatenation in the order they stand', () => {
    const { elements, header, codes } = read('0b 0504 0b8423f0 0003 070201');
    expect(elements).toEqual([
      { id: 5, name: 'ports16', data: unhex('0b8423f0'), value: { destination: 2948, source: 9200 } },
      { id: 0, name: 'concatenation8', data: unhex('070201'), value: { reference: 7, total: 2, sequence: 1 } },
    ]);
    expect(header).toEqual({
      concatenation: { reference: 7, total: 2, sequence: 1, width: 8 },
      ports: { destination: 2948, source: 9200, width: 16 },
    });
    expect(codes).toEqual([]);
  });

  it('reads 16-bit references, 8-bit ports, shifts and message indications', () => {
    const { elements, header } = read('14 0804 1234 0302 0402 f0f1 240101 250109 0102 b405');
    expect(elements.map(({ name }) => name)).toEqual([
      'concatenation16',
      'ports8',
      'nationalLanguageSingleShift',
      'nationalLanguageLockingShift',
      'specialMessageIndication',
    ]);
    expect(header).toEqual({
      concatenation: { reference: 0x1234, total: 3, sequence: 2, width: 16 },
      ports: { destination: 0xf0, source: 0xf1, width: 8 },
      single: 'turkish',
      locking: 'oriya',
    });
    expect(elements[4]?.value).toEqual({ store: true, profile: 2, type: 0b10100, count: 5 });
  });

  it('names every identifier and keeps what it does not know', () => {
    const { elements, codes } = read('09 7000 8001ff c000 fe00');
    expect(elements.map(({ name }) => name)).toEqual([
      'simToolkitSecurityHeader',
      'smeToSmeSpecific',
      'scSpecific',
      'reserved',
    ]);
    expect(codes).toEqual([]);
    for (let id = 0; id < 256; id++) expect(decodeUdh(Uint8Array.of(2, id, 0))[0]?.name).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(decodeUdh(Uint8Array.of(3, 0x24, 1, 77))[0]).toMatchObject({ value: { language: 77 } });
  });

  it('narrows a value by the name of its element', () => {
    for (const element of decodeUdh(unhex('06 0504 0b8423f0'))) {
      if (element.name !== 'ports16' || element.value === undefined) throw new Error('no ports');
      expectTypeOf(element.value).toEqualTypeOf<Ports>();
      expect(element.value.source).toBe(9200);
    }
  });

  it('reads 06 00 04, an 8-bit concatenation of 16 bits, with a warning', () => {
    const { header, warnings, elements } = read('06 0004 1234 0201');
    expect(header.concatenation).toEqual({ reference: 0x1234, total: 2, sequence: 1, width: 16 });
    expect(warnings).toEqual([expect.objectContaining({ code: 'length', path: 'udh.concatenation8', offset: 1 })]);
    expect(hex(encodeUdh(elements))).toBe('06000412340201');
  });

  const alone = { reference: 0, total: 1, sequence: 1, width: 8 } as const;
  it.each([
    { what: 'a total of 0', digits: '05 0003 070000', concatenation: undefined },
    { what: 'a sequence of 0', digits: '05 0003 070200', concatenation: undefined },
    { what: 'a sequence above the total', digits: '05 0003 070203', concatenation: undefined },
    { what: 'a total of 1, with reference 0', digits: '05 0003 000101', concatenation: alone },
  ])('tolerates $what', ({ digits, concatenation }) => {
    const { header, codes } = read(digits);
    expect(header.concatenation).toEqual(concatenation);
    expect(codes).toEqual(['concatenation']);
    expect(() => readHeader(decodeUdh(unhex(digits)), { strict: true })).toThrow(
      expect.objectContaining({ name: 'UserDataError', code: 'concatenation' }),
    );
  });

  it('takes reference 0 as any other', () => {
    const { header, codes } = read('05 0003 000201');
    expect(header.concatenation?.reference).toBe(0);
    expect(codes).toEqual([]);
  });

  it('lets the last of two that exclude one another count', () => {
    const { header, warnings } = read('0b 0003 010201 0804 0002 0302');
    expect(header.concatenation).toEqual({ reference: 2, total: 3, sequence: 2, width: 16 });
    expect(warnings).toEqual([
      { code: 'duplicate', path: 'udh.concatenation16', offset: 6, message: expect.stringContaining('last counts') },
    ]);
    expect(read('06 240101 240103').header.single).toBe('portuguese');
    expect(read('0a 0504 0b8423f0 0402 0102').header.ports).toEqual({ destination: 1, source: 2, width: 8 });
    expect(read('08 0102 0001 0102 0102').codes).toEqual([]);
  });

  it.each([
    ['00', 'an empty header'],
    ['05 0003 0702', 'more octets than there are'],
    ['05 0004 070201', 'an element that passes the end'],
    ['06 0003 070201 00', 'a stray octet'],
    ['01 00', 'an identifier alone'],
  ])('ignores a header whose lengths do not fit: %s, %s', (digits) => {
    const { elements, codes } = read(digits);
    expect(elements).toEqual([]);
    expect(codes).toEqual(['length']);
    expect(() => decodeUdh(unhex(digits), { strict: true })).toThrow(expect.objectContaining({ code: 'length' }));
  });

  it('has no elements where there is no header, and does not look behind one', () => {
    expect(read('')).toMatchObject({ elements: [], codes: [], header: {} });
    expect(read('03 240101 ffffff').elements.length).toBe(1);
  });
});

describe('encodeUdh', () => {
  const u8 = fc.integer({ min: 0, max: 255 });
  const u16 = fc.integer({ min: 0, max: 0xffff });
  const numbers = fc
    .integer({ min: 1, max: 255 })
    .chain((total) => fc.record({ total: fc.constant(total), sequence: fc.integer({ min: 1, max: total }) }));
  const concatenation = (reference: fc.Arbitrary<number>) =>
    fc.tuple(reference, numbers).map(([r, n]) => ({ reference: r, ...n }));
  const ports = (port: fc.Arbitrary<number>) => fc.record({ destination: port, source: port });
  const shift = fc.record({ language: fc.constantFrom('turkish' as const, 'urdu' as const, 0, 14, 255) });
  const element: fc.Arbitrary<UdhElementInput> = fc.oneof(
    fc.record({ name: fc.constant('concatenation8' as const), value: concatenation(u8) }),
    fc.record({ name: fc.constant('concatenation16' as const), value: concatenation(u16) }),
    fc.record({ name: fc.constant('ports8' as const), value: ports(u8) }),
    fc.record({ name: fc.constant('ports16' as const), value: ports(u16) }),
    fc.record({ name: fc.constant('nationalLanguageSingleShift' as const), value: shift }),
    fc.record({ name: fc.constant('nationalLanguageLockingShift' as const), value: shift }),
    fc.record({
      name: fc.constant('specialMessageIndication' as const),
      value: fc.record({
        store: fc.boolean(),
        profile: fc.integer({ min: 1, max: 4 }),
        type: fc.constantFrom('voicemail' as const, 'other' as const, 'video' as const, 31),
        count: u8,
      }),
    }),
  );

  it('writes values that are read back, and what was read as the same octets', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 10, size: 'max' }), (elements) => {
        const octets = encodeUdh(elements);
        const back = decodeUdh(octets, { strict: true });
        expect(back.map(({ name, value }) => ({ name, value }))).toEqual(elements);
        expect(encodeUdh(back)).toEqual(octets);
        expect(encodeUdh(back.map(({ name, value }) => ({ name, value }) as UdhElementInput))).toEqual(octets);
      }),
    );
  });

  it('writes a header of nothing as nothing', () => {
    expect(encodeUdh([])).toEqual(new Uint8Array(0));
  });

  it.each<[string, unknown[]]>([
    ['range', [{ name: 'concatenation8', value: { reference: 256, total: 2, sequence: 1 } }]],
    ['range', [{ name: 'concatenation16', value: { reference: 1, total: 0, sequence: 0 } }]],
    ['range', [{ name: 'concatenation16', value: { reference: 1, total: 256, sequence: 1 } }]],
    ['range', [{ name: 'concatenation8', value: { reference: 1, total: 2, sequence: 3 } }]],
    ['range', [{ name: 'ports8', value: { destination: 2948, source: 1 } }]],
    ['range', [{ name: 'ports16', value: undefined }]],
    ['range', [{ name: 'nationalLanguageSingleShift', value: { language: 'klingon' } }]],
    ['range', [{ id: 256, data: new Uint8Array(0) }]],
    ['option', [{ name: 'largePicture', value: {} }]],
    ['option', [{ name: 'toString', value: {} }]],
    ['length', [{ id: 0x80, data: new Uint8Array(254) }]],
    ['length', Array.from({ length: 128 }, () => ({ id: 0x80, data: new Uint8Array(0) }))],
  ])('refuses with %s: %j', (code, elements) => {
    expect(() => encodeUdh(elements as UdhElementInput[])).toThrow(
      expect.objectContaining({ name: 'UserDataError', code }),
    );
  });

  it('refuses an element whose value was edited and whose data was left', () => {
    const [element] = decodeUdh(unhex('05 0003 070201'));
    const edited = { ...element, value: { reference: 8, total: 2, sequence: 1 } } as UdhElementInput;
    expect(() => encodeUdh([edited])).toThrow(/reference.*leave the data out/);
  });
});

describe('hostile headers', () => {
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 300, size: 'max' }),
    // Mostly well-formed: lengths that add up, with any data in any element.
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 0x26 }), fc.uint8Array({ maxLength: 6, size: 'max' })), {
        maxLength: 20,
        size: 'max',
      })
      .map((elements) => elements.flatMap(([id, data]) => [id, data.length, ...data]))
      .map((body) => Uint8Array.of(body.length, ...body)),
  );

  it('never throw when they are read, and throw only the typed error when strict', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (octets, udhi) => {
        expect(() => readHeader(decodeUdh(splitUserData(octets, udhi).udh))).not.toThrow();
        try {
          const { udh } = splitUserData(octets, udhi, { strict: true });
          readHeader(decodeUdh(udh, { strict: true }), { strict: true });
        } catch (error) {
          expect(error).toMatchObject({ name: 'UserDataError', code: expect.any(String), offset: expect.any(Number) });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are written again as the same octets whenever they have elements', () => {
    fc.assert(
      fc.property(hostile, (octets) => {
        const elements = decodeUdh(octets);
        if (elements.length > 0) expect(encodeUdh(elements)).toEqual(octets.slice(0, (octets[0] as number) + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('splitUserData', () => {
  it('cuts behind the header, and takes all as payload without one', () => {
    const octets = unhex('05 0003 070201 6162');
    expect(splitUserData(octets, true)).toEqual({ udh: unhex('050003070201'), payload: unhex('6162') });
    expect(splitUserData(octets, false)).toEqual({ udh: new Uint8Array(0), payload: octets });
    expect(splitUserData(unhex('05 0003 070201'), true).payload.length).toBe(0);
  });

  it.each(['', '05', '05 0003 0702'])('takes all as payload where the header does not fit: %s', (digits) => {
    const warnings: string[] = [];
    const { udh, payload } = splitUserData(unhex(digits), true, { onWarning: ({ code }) => warnings.push(code) });
    expect([hex(udh), hex(payload), warnings]).toEqual(['', digits.replaceAll(' ', ''), ['length']]);
    expect(() => splitUserData(unhex(digits), true, { strict: true })).toThrow(
      expect.objectContaining({ code: 'length' }),
    );
  });
});
