import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as exported from '../src/index.js';
import { createReassembler, decodeSmppText, segment, smppFields, smppPart } from '../src/index.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');
const statements = (code: string) => code.split('\n').map((line) => line.replace(/ \/\/ .*/, '').trim());

describe('the README', () => {
  it('shows code that does what its comments say', () => {
    const texts: unknown[] = [];
    const message = segment('Grüße, '.repeat(30), { reference: 7 });
    const addresses = { sourceAddr: '10086', destinationAddr: '447700900123' };
    const pdus = smppFields(message).map((fields) => ({ ...addresses, ...fields }));
    const reassembler = createReassembler({ ttlMs: 3_600_000 });
    for (const pdu of pdus.reverse()) {
      const whole = reassembler.add(smppPart(pdu), Date.now());
      if (whole) texts.push(decodeSmppText({ ...pdu, parts: whole.parts }, { defaultAlphabet: 'gsm7' }).text);
    }
    expect([message.alphabet, message.parts.length, texts]).toEqual(['gsm7', 2, ['Grüße, '.repeat(30)]]);

    const own = statements(read('readme.test.ts').replace(/texts\.push\((.*)\);/, '$1;'));
    const shown = statements(/```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').filter(
      (line) => !line.startsWith('import'),
    );
    expect(shown.length).toBeGreaterThan(6);
    expect(shown.filter((line) => !own.includes(line))).toEqual([]);
  });

  it('names every function and alphabet that is exported, and no other', () => {
    const table = readme.slice(readme.indexOf('| export'), readme.indexOf('\n- '));
    const cells = [...table.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell);
    const named = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(new Set([...named, 'UserDataError', 'nationalLanguages'])).toEqual(new Set(Object.keys(exported)));
  });

  it('lists the codes of the error', () => {
    const codes = [...read('../src/errors.ts').matchAll(/^ {2}\| '(\w+)'/gm)];
    expect(codes.length).toBe(11);
    for (const [, code] of codes) expect(readme).toContain(`\`${code}\``);
  });
});
