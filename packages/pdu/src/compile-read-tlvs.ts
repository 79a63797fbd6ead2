import { latin1 } from '@smswire/buffer';
import { compileValue } from './compile-read.js';
import { emitter, quote } from './emit.js';
import type { Field, TlvTable } from './fields.js';
import { tagKey } from './plan.js';

type FastReadTlvs = (bytes: Uint8Array, start: number, end: number) => Record<string, unknown> | undefined;

const compiled = new WeakMap<TlvTable, FastReadTlvs>();

function integer(size: number): string {
  if (size === 1) return 'b[p]';
  if (size === 2) return '(b[p] << 8 | b[p + 1])';
  return '((b[p] << 24 | b[p + 1] << 16 | b[p + 2] << 8 | b[p + 3]) >>> 0)';
}

/** One function for each table of TLVs, shared by all commands that use it. Undefined when anything is unusual. */
export function compileReadTlvs(table: TlvTable): FastReadTlvs {
  let read = compiled.get(table);
  if (read === undefined) {
    read = build(table);
    compiled.set(table, read);
  }
  return read;
}

/** In the code: seen0, seen1 … a bit for each known TLV; last the tag before, to see repeats that stand apart. */
function build(table: TlvTable): FastReadTlvs {
  const out = emitter();
  const entries = Object.entries(table);
  const words = Array.from({ length: Math.ceil(entries.length / 31) }, (_, i) => `seen${i} = 0`);
  out.line(`let last = -1, n = 0, tag = 0${words.map((word) => `, ${word}`).join('')};`);
  out.line('const t = {};');
  out.line('while (end - p >= 4) {');
  out.line('tag = b[p] << 8 | b[p + 1]; n = b[p + 2] << 8 | b[p + 3]; p += 4;');
  out.line('if (n > end - p) return;');
  out.line('switch (tag) {');
  entries.forEach(([name, tlv], index) => {
    const seen = `seen${Math.floor(index / 31)}`;
    const bit = 2 ** (index % 31);
    out.line(`case ${tlv.tag}: {`);
    const value = emitValue(tlv.value);
    if (tlv.repeat === true) {
      out.line(`if ((${seen} & ${bit}) === 0) { ${seen} |= ${bit}; t[${quote(name)}] = [${value}]; }`);
      out.line(`else { if (last !== tag) return; t[${quote(name)}].push(${value}); }`);
    } else {
      out.line(`if ((${seen} & ${bit}) !== 0) return;`);
      out.line(`${seen} |= ${bit}; t[${quote(name)}] = ${value};`);
    }
    out.line('break; }');
  });
  out.line('default: {');
  out.line(`const key = ${out.constant('tagKey', tagKey)}(tag);`);
  out.line('if (t[key] !== undefined) return;');
  out.line('t[key] = b.subarray(p, p + n);');
  out.line('} }');
  out.line('last = tag; p += n;');
  out.line('}');
  out.line('return p === end ? t : undefined;');
  return out.build('b', 'p', 'end');

  /** The value's expression, behind the lines that check it: inline for what is common, else a function of its own. */
  function emitValue(field: Field): string {
    switch (field.kind) {
      case 'uint':
        out.line(`if (n !== ${field.size}) return;`);
        if (field.usual)
          out.line(
            `if (${integer(field.size)} < ${field.usual[0]} || ${integer(field.size)} > ${field.usual[1]}) return;`,
          );
        return integer(field.size);
      case 'octets':
        out.line(`if (n !== ${field.size}) return;`);
        return 'b.subarray(p, p + n)';
      case 'rest':
        out.line(`if (n < ${field.min} || n > ${field.max}) return;`);
        return 'b.subarray(p, p + n)';
      case 'cstring':
        out.line(`if (n === 0 || n > ${field.max} || b[p + n - 1] !== 0) return;`);
        if (field.full) out.line(`if (n !== 1 && n !== ${field.max}) return;`);
        out.line('let e = p, m = 0, c = 0; while ((c = b[e]) !== 0) { m |= c; e++; }');
        out.line('if (e !== p + n - 1 || m > 127) return;');
        return `${out.constant('latin1', latin1)}(b, p, e)`;
      default:
        out.line(`const v = ${out.constant('value', compileValue(field))}(b, p, p + n);`);
        out.line('if (v === undefined) return;');
        return 'v';
    }
  }
}
