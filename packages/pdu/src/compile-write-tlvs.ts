import { emitWrite, put } from './compile-write.js';
import { emitter, quote } from './emit.js';
import type { Field, TlvTable } from './fields.js';
import { tagOfKey } from './plan.js';
import { mostSize } from './sizes.js';

type FastWriteTlvs = (tlvs: unknown, target: Uint8Array, start: number) => number;

const compiled = new WeakMap<TlvTable, FastWriteTlvs>();

/** One function for each table of TLVs, shared by all commands that use it. -1 when the interpreter must look. */
export function compileWriteTlvs(table: TlvTable): FastWriteTlvs {
  let write = compiled.get(table);
  if (write === undefined) {
    write = build(table);
    compiled.set(table, write);
  }
  return write;
}

/** A loop over the keys with a switch: quick for any choice of TLVs, where tests for each name are not. */
function build(table: TlvTable): FastWriteTlvs {
  const out = emitter();
  out.line("if (typeof t !== 'object' || t === null) return -1;");
  out.line('let n = 0, at = 0;');
  out.line('for (const key in t) {');
  out.line('const value = t[key];');
  out.line('if (value === undefined) continue;');
  out.line('switch (key) {');
  for (const [name, { tag, value, repeat }] of Object.entries(table)) {
    out.line(`case ${quote(name)}: {`);
    if (repeat === true) {
      out.line('if (!Array.isArray(value)) return -1;');
      out.line('for (let i = 0; i < value.length; i++) {');
      emitTlv(tag, value, 'value[i]');
      out.line('}');
    } else emitTlv(tag, value, 'value');
    out.line('break; }');
  }
  out.line(`default: p = ${out.constant('writeRaw', writeRaw)}(key, value, b, p); if (p < 0) return -1;`);
  out.line('} }');
  out.line('return p;');
  return out.build('t', 'b', 'p');

  function emitTlv(tag: number, field: Field, value: string): void {
    out.line(`let v = ${value};`);
    if (field.kind === 'rest') {
      out.line(
        `if (!(v instanceof Uint8Array) || (n = v.length) < ${field.min} || n > ${Math.min(field.max, 0xffff)}) return -1;`,
      );
      out.line('if (b.length - p < n + 4) return -1;');
      out.line(`${put(2, String(tag))} ${put(2, 'n')} b.set(v, p); p += n;`);
      return;
    }
    out.line(`if (v === undefined || b.length - p < ${4 + mostSize(field)}) return -1;`);
    out.line(`${put(2, String(tag))} at = p; p += 2;`);
    emitWrite(out, field, 'v');
    out.line(`n = p - at - 2;${mostSize(field) > 0xffff ? ' if (n > 65535) return -1;' : ''}`);
    out.line('b[at] = n >>> 8; b[at + 1] = n;');
  }
}

/** Raw octets, or several times raw octets, under a key such as '0x1400'. */
function writeRaw(key: string, value: unknown, b: Uint8Array, start: number): number {
  const tag = tagOfKey(key);
  if (tag === undefined) return -1;
  let p = start;
  for (const each of Array.isArray(value) ? value : [value]) {
    if (!(each instanceof Uint8Array) || each.length > 0xffff || each.length + 4 > b.length - p) return -1;
    b[p] = tag >>> 8;
    b[p + 1] = tag;
    b[p + 2] = each.length >>> 8;
    b[p + 3] = each.length;
    b.set(each, p + 4);
    p += 4 + each.length;
  }
  return p;
}
