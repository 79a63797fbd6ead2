type Slice = (this: Uint8Array, start: number, end: number) => string;

// Strings this long are quicker through Node's native slice than through String.fromCharCode.
const NATIVE_FROM = 24;
// Arguments go on the stack: an unbounded apply() of hostile input overflows it.
const APPLY_AT_MOST = 4096;

const native = (globalThis as { Buffer?: { prototype: { latin1Slice?: Slice } } }).Buffer?.prototype.latin1Slice;

function portable(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += APPLY_AT_MOST) {
    const part = bytes.subarray(at, Math.min(end, at + APPLY_AT_MOST));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

const long: (bytes: Uint8Array, start: number, end: number) => string =
  native === undefined ? portable : (bytes, start, end) => native.call(bytes, start, end);

/**
 * The octets from `start` to `end` as ISO 8859-1 text, one character an octet. `TextDecoder('latin1')` will not
 * do: it means windows-1252. The caller vouches that `start` and `end` lie within `bytes`.
 */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start >= NATIVE_FROM) return long(bytes, start, end);
  const of = String.fromCharCode;
  let text = '';
  let at = start;
  while (end - at >= 4) {
    text += of(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number);
    at += 4;
  }
  while (at < end) text += of(bytes[at++] as number);
  return text;
}

/**
 * Writes `text` as ISO 8859-1 and returns the offset behind it, or -1 where a character is NUL or above U+00FF.
 * The caller vouches for the room; after -1 the octets from `offset` on are undefined.
 */
export function writeLatin1(target: Uint8Array, offset: number, text: string): number {
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if ((code - 1) >>> 0 > 0xfe) return -1;
    target[offset + i] = code;
  }
  return offset + length;
}
