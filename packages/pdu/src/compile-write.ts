import { writeLatin1 } from '@smswire/buffer';
import { compileWriteTlvs } from './compile-write-tlvs.js';
import { type Emitter, emitter, quote } from './emit.js';
import { type ChoiceField, type CstringField, type Field, type Fields, itemOf, type ListField } from './fields.js';
import { type Plan, prefixOf, tlvsAreLast } from './plan.js';
import { mostSize } from './sizes.js';

/**
 * Writes a record at `start` and returns the offset behind it; -1 as soon as a value is not as it should be or the room
 * may not do. The interpreter then writes it again, or says what is wrong.
 */
export type FastWrite = (value: unknown, target: Uint8Array, start: number, number: unknown) => number;

/** Turns a plan into straight-line code. In it: o the object, b the target, p the position; `return -1;` gives up. */
export function compileWrite(plan: Plan): FastWrite {
  const out = emitter();
  const prefix = prefixOf(plan);
  const fixed = Object.entries(plan.fields).filter(([, field]) => field.kind !== 'tlvs');
  const most = prefix + fixed.reduce((total, [, field]) => total + mostSize(field), 0);
  // Without a longest record there is nothing to see to: each field must look, as the interpreter does.
  if (!Number.isFinite(most) || !tlvsAreLast(plan.fields)) return () => -1;
  // Room for the longest record is seen to once, so that no field needs to look.
  out.line(`if (b.length - start < ${most}) return -1;`);
  out.line(`let p = start + ${prefix}, n = 0;`);
  const header = plan.header.length;
  const status = emitWrites(out, fixed.slice(0, header), plan).get(plan.bodiless as string);
  const body = fixed.slice(header);
  const bodyNames = Object.keys(plan.fields).slice(header);
  const bare = status !== undefined && body.length > 0;
  if (bare) {
    const none = bodyNames.map((name) => `o[${quote(name)}] === undefined`).join(' && ');
    out.line(`if (${status} === 0 || !(${none})) {`);
  }
  emitWrites(out, body, plan);
  for (const [name, field] of Object.entries(plan.fields))
    if (field.kind === 'tlvs') emitTlvs(out, name, field.table, plan);
  if (bare) out.line('}');
  out.line('const trailing = o.trailing;');
  out.line('if (trailing !== undefined) {');
  out.line('if (!(trailing instanceof Uint8Array) || trailing.length > b.length - p) return -1;');
  out.line('b.set(trailing, p); p += trailing.length; }');
  out.line(`n = p - start; if (n > ${plan.maxLength}) return -1;`);
  if (plan.id !== undefined) {
    out.line('b[start] = n >>> 24; b[start + 1] = n >>> 16; b[start + 2] = n >>> 8; b[start + 3] = n;');
    [24, 16, 8, 0].forEach((shift, i) => {
      out.line(`b[start + ${4 + i}] = ${((plan.id as number) >>> shift) & 0xff};`);
    });
  }
  out.line('return p;');
  return out.build('o', 'b', 'start', 'number');
}

function emitTlvs(out: Emitter, name: string, table: Parameters<typeof compileWriteTlvs>[0], plan: Plan): void {
  out.line(`const t = o[${quote(name)}];`);
  out.line('if (t !== undefined) {');
  out.line(`p = ${out.constant('tlvs', compileWriteTlvs(table))}(t, b, p); if (p < 0) return -1;`);
  if (plan.strict && plan.check) out.line(`if (${out.constant('check', plan.check)}(o) !== undefined) return -1;`);
  out.line('}');
}

/** The lines that write properties of o; gives the variables that hold the numbers among them. */
function emitWrites(out: Emitter, fields: [string, Field][], plan: Plan): Map<string, string> {
  const variables = new Map<string, string>();
  for (const [name, field] of fields) {
    const value = out.name('v');
    const own = `o[${quote(name)}]`;
    out.line(`let ${value} = ${name === plan.number ? `number === undefined ? ${own} : number` : own};`);
    emitWrite(out, field, value);
    variables.set(name, value);
  }
  return variables;
}

/** Puts a value of 1, 2 or 4 octets at p and steps over it. */
export function put(size: number, value: string): string {
  if (size === 1) return `b[p++] = ${value};`;
  if (size === 2) return `b[p] = ${value} >>> 8; b[p + 1] = ${value}; p += 2;`;
  return `b[p] = ${value} >>> 24; b[p + 1] = ${value} >>> 16; b[p + 2] = ${value} >>> 8; b[p + 3] = ${value}; p += 4;`;
}

const inRange = { 1: '& 255', 2: '& 65535', 4: '>>> 0' } as const;

/** What a variable must not be to hold an integer: a bigint or a symbol would make the operator itself throw. */
const notInteger = (value: string, operation: string): string =>
  `typeof ${value} !== 'number' || (${value} ${operation}) !== ${value}`;

/** The lines that write what the variable holds; the room is the caller's to have seen to. */
export function emitWrite(out: Emitter, field: Field, value: string): void {
  switch (field.kind) {
    case 'uint':
      out.line(`if (${value} === undefined) ${value} = 0;`);
      out.line(`else if (${notInteger(value, inRange[field.size])}) return -1;`);
      out.line(put(field.size, value));
      return;
    case 'int':
      out.line(`if (${value} === undefined) ${value} = 0;`);
      out.line(`else if (${notInteger(value, '| 0')}) return -1;`);
      out.line(put(4, value));
      return;
    case 'uint64': {
      const half = out.name('h');
      out.line(`if (${value} === undefined) ${value} = 0n;`);
      out.line(`else if (typeof ${value} !== 'bigint' || BigInt.asUintN(64, ${value}) !== ${value}) return -1;`);
      out.line(`let ${half} = Number(${value} >> 32n); ${put(4, half)}`);
      out.line(`${half} = Number(${value} & 0xffffffffn); ${put(4, half)}`);
      return;
    }
    case 'cstring':
      emitCstring(out, field, value);
      return;
    case 'padded':
      out.line(`if (${value} === undefined) ${value} = '';`);
      out.line(`else if (typeof ${value} !== 'string' || ${value}.length > ${field.size}) return -1;`);
      if (field.fill === 'zero') out.line(`${value} = ${value}.padStart(${field.size}, '0');`);
      out.line(`n = ${out.constant('writeLatin1', writeLatin1)}(b, p, ${value}); if (n < 0) return -1;`);
      out.line(`p += ${field.size}; while (n < p) b[n++] = 0;`);
      return;
    case 'octets':
      out.line(`if (${value} === undefined) { n = p + ${field.size}; while (p < n) b[p++] = 0; }`);
      out.line(`else if (!(${value} instanceof Uint8Array) || ${value}.length !== ${field.size}) return -1;`);
      out.line(`else { b.set(${value}, p); p += ${field.size}; }`);
      return;
    case 'counted':
      out.line(`if (${value} === undefined) { ${put(field.count.size, '0')} }`);
      out.line(`else if (!(${value} instanceof Uint8Array) || (n = ${value}.length) > ${field.max}) return -1;`);
      out.line(`else { ${put(field.count.size, 'n')}`);
      out.line(`if (n < 16) for (let i = 0; i < n; i++) b[p++] = ${value}[i]; else { b.set(${value}, p); p += n; } }`);
      return;
    case 'rest':
      out.line(`if (${value} === undefined) { n = p + ${field.min}; while (p < n) b[p++] = 0; }`);
      out.line(`else if (!(${value} instanceof Uint8Array) || (n = ${value}.length) < ${field.min}) return -1;`);
      out.line(`else { if (n > ${field.max}) return -1; b.set(${value}, p); p += n; }`);
      return;
    case 'list':
      emitList(out, field, value);
      return;
    case 'struct':
      emitStruct(out, field.fields, value);
      return;
    case 'choice':
      emitChoice(out, field, value);
      return;
    case 'optional':
      out.line(`if (${value} !== undefined && ${value} !== null) {`);
      emitWrite(out, field.field, value);
      out.line('}');
      return;
    case 'tlvs':
      // Only those at the end of a PDU are worth code of their own.
      out.line('return -1;');
      return;
    default:
      throw new TypeError(`resolve the layout with at() first: a field of kind ${field.kind} differs by version`);
  }
}

function emitCstring(out: Emitter, { max, full }: CstringField, value: string): void {
  out.line(`if (${value} === undefined || ${value} === '') b[p++] = 0;`);
  out.line(`else if (typeof ${value} !== 'string' || ${value}.length ${full ? '!==' : '>'} ${max - 1}) return -1;`);
  out.line(
    `else { p = ${out.constant('writeLatin1', writeLatin1)}(b, p, ${value}); if (p < 0) return -1; b[p++] = 0; }`,
  );
}

function emitList(out: Emitter, field: ListField<Field | Fields>, value: string): void {
  const i = out.name('i');
  const item = out.name('v');
  out.line(`if (${value} === undefined) { ${put(field.count.size, '0')} }`);
  out.line(`else if (!Array.isArray(${value}) || (n = ${value}.length) > ${field.max}) return -1;`);
  out.line(`else { ${put(field.count.size, 'n')}`);
  out.line(`for (let ${i} = 0; ${i} < ${value}.length; ${i}++) { let ${item} = ${value}[${i}];`);
  emitWrite(out, itemOf(field.item), item);
  out.line('} }');
}

function emitStruct(out: Emitter, fields: Fields, value: string): void {
  // What is no object is rare and wrong, or left out: both are for the interpreter.
  out.line(`if (typeof ${value} !== 'object' || ${value} === null) return -1;`);
  for (const [name, field] of Object.entries(fields)) {
    const inner = out.name('v');
    out.line(`let ${inner} = ${value}[${quote(name)}];`);
    emitWrite(out, field, inner);
  }
}

function emitChoice(out: Emitter, field: ChoiceField<string, Record<number, Fields>>, value: string): void {
  out.line(`if (typeof ${value} !== 'object' || ${value} === null) return -1;`);
  const tag = out.name('v');
  out.line(`const ${tag} = ${value}[${quote(field.name)}];`);
  out.line(`switch (${tag}) {`);
  for (const [number, fields] of Object.entries(field.cases)) {
    out.line(`case ${Number(number)}: {`);
    out.line(put(field.tag.size, String(Number(number))));
    emitStruct(out, fields, value);
    out.line('break; }');
  }
  out.line('default: return -1;');
  out.line('}');
}
