import { ByteReader, ByteWriter } from '@smswire/buffer';
import { readContentType, writeContentType } from './content-type.js';
import { isFailure } from './failures.js';
import { DEFAULT_PAGE, type Header, readHeader, readShifts, writeHeader, writeShift } from './header.js';
import type { Reading } from './primitives.js';
import type { PushContentType } from './push.js';

/** Reading again what was read already: its warnings were given then. */
const again: Reading = { tolerance: {}, path: '', maxParameters: Number.POSITIVE_INFINITY };

/** Gives `header` the octets it came in, unless they are what we should write behind page `page`. */
export function keepHeaderWire(header: Header, octets: Uint8Array, page: number): void {
  if (!writesAs(octets, (writer) => writePlain(writer, header, page))) header.wire = octets;
}

/** Writes one header behind page `page`, with the shift it needs, and returns the page that holds behind it. */
export function writeHeaderOnPage(writer: ByteWriter, header: Header, page: number): number {
  const own = header.page ?? DEFAULT_PAGE;
  const { wire } = header;
  const said = { name: header.name, value: header.value, ...(own === DEFAULT_PAGE ? {} : { page: own }) };
  if (!(wire instanceof Uint8Array && readsAs(wire, said, readWholeHeader(own)))) writePlain(writer, header, page);
  else {
    const shifted = (wire[0] as number) < 0x20 || wire[0] === 0x7f;
    if (!shifted && own !== page) writeShift(writer, own);
    writer.octets(wire);
  }
  return own;
}

/** Gives `contentType` the octets it came in, unless they are what we should write. */
export function keepContentTypeWire(contentType: PushContentType, octets: Uint8Array): void {
  if (!writesAs(octets, (writer) => writeContentType(writer, contentType))) contentType.wire = octets;
}

export function writeKeptContentType(writer: ByteWriter, contentType: Partial<PushContentType> | undefined): void {
  const { wire, mediaType, parameters = [] } = contentType ?? {};
  const kept =
    wire instanceof Uint8Array && readsAs(wire, { mediaType, parameters }, (reader) => readContentType(reader, again));
  if (kept) writer.octets(wire);
  else writeContentType(writer, contentType);
}

function writePlain(writer: ByteWriter, header: Header, page: number): void {
  const own = header.page ?? DEFAULT_PAGE;
  if (own !== page) writeShift(writer, own);
  writeHeader(writer, header);
}

function readWholeHeader(page: number): (reader: ByteReader) => Header {
  return (reader) => readHeader(reader, readShifts(reader, page), again);
}

function writesAs(octets: Uint8Array, write: (writer: ByteWriter) => void): boolean {
  const writer = new ByteWriter(octets.length + 16);
  try {
    write(writer);
  } catch (error) {
    if (isFailure(error)) return false;
    throw error;
  }
  return same(writer.bytes(), octets);
}

function readsAs(wire: Uint8Array, expected: object, read: (reader: ByteReader) => object): boolean {
  const reader = new ByteReader(wire);
  try {
    return same(read(reader), expected) && reader.remaining === 0;
  } catch (error) {
    if (isFailure(error)) return false;
    throw error;
  }
}

/** Whether two values of headers or parameters say the same. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
  if (a instanceof Uint8Array) {
    return b instanceof Uint8Array && a.length === b.length && a.every((octet, index) => octet === b[index]);
  }
  const keys = Object.keys(a);
  const other = b as Record<string, unknown>;
  return (
    keys.length === Object.keys(b).length && keys.every((key) => same((a as Record<string, unknown>)[key], other[key]))
  );
}
