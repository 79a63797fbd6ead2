import { latin1 } from '@smswire/buffer';
import { compileReadTlvs } from './compile-read-tlvs.js';
import { type Emitter, emitter, quote } from './emit.js';
import { type ChoiceField, type CstringField, type Field, type Fields, itemOf, type ListField } from './fields.js';
import { type Plan, prefixOf, tlvsAreLast } from './plan.js';
import { leastSize } from './sizes.js';

/**
 * Reads the record between `start` and `end`; undefined as soon as anything is out of the ordinary. The interpreter
 * then reads it again and says what: so both have one meaning, and the straight line stays short.
 */
export type FastRead = (bytes: Uint8Array, start: number, end: number) => Record<string, unknown> | undefined;

/** Turns a plan into straight-line code. In it: b the bytes, p the position, end; `return;` gives up. */
export function compileRead(plan: Plan): FastRead {
  if (!tlvsAreLast(plan.fields)) return () => undefined;
  const out = emitter();
  const prefix = prefixOf(plan);
  out.line(`if (end - start < ${prefix}) return;`);
  out.line(`let p = start + ${prefix}, e = 0, m = 0, c = 0, n = 0;`);
  const header = Object.fromEntries(Object.entries(plan.fields).slice(0, plan.header.length));
  const body = Object.fromEntries(Object.entries(plan.fields).slice(plan.header.length));
  const named = plan.id === undefined ? [] : [`command: ${quote(plan.name)}`];
  const headerProperties = [...named, ...emitFields(out, header)];
  if (typeof plan.bodiless === 'string' && Object.keys(body).length > 0) {
    const status = variableOf(headerProperties, plan.bodiless);
    out.line(`if (p === end && ${status} !== 0) return { ${headerProperties.join(', ')} };`);
  }
  const fixed = Object.fromEntries(Object.entries(body).filter(([, field]) => field.kind !== 'tlvs'));
  const properties = [...headerProperties, ...emitFields(out, fixed)];
  out.line(`if (p === end) return { ${properties.join(', ')} };`);
  for (const [name, field] of Object.entries(body)) {
    if (field.kind !== 'tlvs') continue;
    const read = out.constant('tlvs', compileReadTlvs(field.table));
    out.line(`const t = ${read}(b, p, end);`);
    out.line('if (t === undefined) return;');
    out.line(`const whole = { ${[...properties, `${quote(name)}: t`].join(', ')} };`);
    if (plan.check) out.line(`if (${out.constant('check', plan.check)}(whole) !== undefined) return;`);
    out.line('return whole;');
  }
  return out.build('b', 'start', 'end');
}

/** The variable that holds a field already read. */
function variableOf(properties: string[], name: string): string {
  const start = `${quote(name)}: `;
  return properties.find((property) => property.startsWith(start))?.slice(start.length) as string;
}

/** Reads one value that must end at `end`: what a TLV holds. */
export function compileValue(field: Field): (bytes: Uint8Array, start: number, end: number) => unknown {
  const out = emitter();
  out.line('let e = 0, m = 0, c = 0, n = 0;');
  const value = emitField(out, field);
  out.line(`return p === end ? ${value} : undefined;`);
  return out.build('b', 'p', 'end');
}

/** The lines that read the fields; gives the properties of the literal that holds them, `"name": value`. */
function emitFields(out: Emitter, fields: Fields): string[] {
  const properties: string[] = [];
  const entries = Object.entries(fields);
  for (let index = 0; index < entries.length; ) {
    const run = fixedRun(entries.slice(index));
    if (run.length > 0) {
      properties.push(...emitRun(out, run));
      index += run.length;
    } else {
      const [name, field] = entries[index++] as [string, Field];
      properties.push(`${quote(name)}: ${emitField(out, field)}`);
    }
  }
  return properties;
}

const fixedKinds = new Set(['uint', 'int', 'uint64', 'octets', 'padded']);

/** The fields of a known width that come first. */
function fixedRun(entries: [string, Field][]): [string, Field][] {
  const end = entries.findIndex(([, { kind }]) => !fixedKinds.has(kind));
  return end < 0 ? entries : entries.slice(0, end);
}

/** One check of the end for the whole run. */
function emitRun(out: Emitter, run: [string, Field][]): string[] {
  const width = run.reduce((total, [, field]) => total + leastSize(field), 0);
  out.line(`if (end - p < ${width}) return;`);
  let offset = 0;
  const properties = run.map(([name, field]) => {
    const property = `${quote(name)}: ${emitFixed(out, field, offset)}`;
    offset += leastSize(field);
    return property;
  });
  out.line(`p += ${width};`);
  return properties;
}

function word(offset: number): string {
  const octet = (i: number): string => `b[p + ${offset + i}]`;
  return `((${octet(0)} << 24 | ${octet(1)} << 16 | ${octet(2)} << 8 | ${octet(3)}) >>> 0)`;
}

function emitFixed(out: Emitter, field: Field, offset: number): string {
  const value = out.name('v');
  switch (field.kind) {
    case 'uint': {
      const pair = `(b[p + ${offset}] << 8 | b[p + ${offset + 1}])`;
      out.line(`const ${value} = ${field.size === 1 ? `b[p + ${offset}]` : field.size === 2 ? pair : word(offset)};`);
      if (field.usual) out.line(`if (${value} < ${field.usual[0]} || ${value} > ${field.usual[1]}) return;`);
      return value;
    }
    case 'int':
      out.line(`const ${value} = ${word(offset)} | 0;`);
      return value;
    case 'uint64':
      out.line(`const ${value} = BigInt(${word(offset)}) << 32n | BigInt(${word(offset + 4)});`);
      return value;
    case 'octets':
      out.line(`const ${value} = b.subarray(p + ${offset}, p + ${offset + field.size});`);
      return value;
    case 'padded': {
      const at = `p + ${offset}`;
      out.line(`e = ${at}; m = ${at} + ${field.size};`);
      out.line('while (e < m && b[e] !== 0) e++;');
      out.line(`const ${value} = e === ${at} ? '' : ${out.constant('latin1', latin1)}(b, ${at}, e);`);
      // Padding that is not NUL, or any behind a zero-filled field, is for the interpreter to warn of.
      out.line(field.fill === 'zero' ? 'if (e < m) return;' : 'while (e < m) if (b[e++] !== 0) return;');
      return value;
    }
    default:
      throw new TypeError(`${field.kind} is not of a fixed width`);
  }
}

function emitField(out: Emitter, field: Field): string {
  if (fixedKinds.has(field.kind)) return emitRun(out, [['', field]])[0]?.slice(4) as string;
  const value = out.name('v');
  switch (field.kind) {
    case 'cstring':
      emitCstring(out, field, value);
      return value;
    case 'counted': {
      const { size } = field.count;
      out.line(`if (end - p < ${size}) return;`);
      out.line(`n = ${size === 1 ? 'b[p]' : size === 2 ? '(b[p] << 8 | b[p + 1])' : word(0)}; p += ${size};`);
      out.line(`if (n > end - p || n > ${field.max}) return;`);
      out.line(`const ${value} = b.subarray(p, p + n); p += n;`);
      return value;
    }
    case 'rest':
      out.line(`n = end - p; if (n < ${field.min} || n > ${field.max}) return;`);
      out.line(`const ${value} = b.subarray(p, end); p = end;`);
      return value;
    case 'list':
      emitList(out, field, value);
      return value;
    case 'struct':
      out.line(`const ${value} = { ${emitFields(out, field.fields).join(', ')} };`);
      return value;
    case 'choice':
      emitChoice(out, field, value);
      return value;
    case 'optional':
      out.line(`let ${value} = null;`);
      out.line('if (p !== end) {');
      out.line(`${value} = ${emitField(out, field.field)};`);
      out.line('}');
      return value;
    case 'tlvs':
      // Only those at the end of a PDU are worth code of their own.
      out.line('return;');
      return 'undefined';
    default:
      throw new TypeError(`resolve the layout with at() first: a field of kind ${field.kind} differs by version`);
  }
}

function emitCstring(out: Emitter, { max, full }: CstringField, value: string): void {
  out.line(`e = p; m = 0; n = end - p < ${max} ? end : p + ${max};`);
  out.line('while (e < n && (c = b[e]) !== 0) { m |= c; e++; }');
  out.line('if (e === n || m > 127) return;');
  if (full) out.line(`if (e !== p && e - p !== ${max - 1}) return;`);
  out.line(`const ${value} = e === p ? '' : ${out.constant('latin1', latin1)}(b, p, e); p = e + 1;`);
}

function emitList(out: Emitter, field: ListField<Field | Fields>, value: string): void {
  const count = emitField(out, field.count);
  const i = out.name('i');
  out.line(`if (${count} > ${field.max}) return;`);
  out.line(`const ${value} = [];`);
  out.line(`for (let ${i} = 0; ${i} < ${count}; ${i}++) {`);
  out.line(`${value}.push(${emitField(out, itemOf(field.item))});`);
  out.line('}');
}

function emitChoice(out: Emitter, field: ChoiceField<string, Record<number, Fields>>, value: string): void {
  const tag = emitField(out, field.tag);
  out.line(`let ${value};`);
  out.line(`switch (${tag}) {`);
  for (const [number, fields] of Object.entries(field.cases)) {
    out.line(`case ${Number(number)}: {`);
    const properties = [`${quote(field.name)}: ${tag}`, ...emitFields(out, fields)];
    out.line(`${value} = { ${properties.join(', ')} };`);
    out.line('break; }');
  }
  out.line('default: return;');
  out.line('}');
}
