import type { Cursor } from './cursor.js';
import type { TlvTable } from './fields.js';
import { tagOfKey } from './plan.js';
import { room, writeField, writeOctets, writeUnsigned } from './write.js';

/** TLVs in the order of the object's keys. */
export function writeTlvs(cursor: Cursor, table: TlvTable, value: unknown): void {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null) cursor.refuse('type', 'tlvs is an object of named values');
  const held = value as Record<string, unknown>;
  for (const name in held) {
    if (held[name] !== undefined) cursor.within(name, () => writeNamed(cursor, table, name, held[name]));
  }
}

function writeNamed(cursor: Cursor, table: TlvTable, name: string, value: unknown): void {
  const kind = Object.hasOwn(table, name) ? table[name] : undefined;
  if (kind === undefined) {
    const tag = tagOfKey(name);
    if (tag === undefined) {
      cursor.refuse(
        'unknown_tlv',
        "no TLV has this name; raw octets go under the tag in four lower-case digits, as in '0x14ab'",
      );
    }
    for (const each of Array.isArray(value) ? value : [value]) {
      writeTlv(cursor, tag as number, () => writeOctets(cursor, each, 0, 0xffff));
    }
  } else if (kind.repeat === true) {
    if (!Array.isArray(value)) cursor.refuse('type', 'this TLV may repeat: its values stand in an array');
    for (const each of value as unknown[]) writeTlv(cursor, kind.tag, () => writeField(cursor, kind.value, each));
  } else {
    writeTlv(cursor, kind.tag, () => writeField(cursor, kind.value, value));
  }
}

function writeTlv(cursor: Cursor, tag: number, write: () => void): void {
  writeUnsigned(cursor, 2, tag);
  const at = room(cursor, 2);
  write();
  const length = cursor.at - at - 2;
  if (length > 0xffff) cursor.refuse('length', `${length} octets, where a TLV holds at most 65535`);
  cursor.bytes[at] = length >>> 8;
  cursor.bytes[at + 1] = length & 0xff;
}
