import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { refuse, shown } from './failures.js';
import { type Parameter, readParameters, writeParameters } from './parameters.js';
import { peek, type Reading, readCounted, type ValueType, writeCounted } from './primitives.js';
import { constrainedMedia, isConstrained, readMedia, writeMedia } from './values.js';

export interface ContentType {
  /** Such as `application/vnd.wap.sic`; an unassigned number is spelt `0x5f`. Compared without regard to case. */
  mediaType: string;
  parameters: Parameter[];
}

/** Content-type-value, in all of its forms: WSP §8.4.2.24. */
export function readContentType(reader: ByteReader, reading: Reading): ContentType {
  if (peek(reader) >= 0x20) return { mediaType: constrainedMedia.read(reader, reading) as string, parameters: [] };
  return readCounted(reader, reading, (counted) => ({
    mediaType: readMedia(counted, reading),
    parameters: readParameters(counted, reading),
  }));
}

/** In the shortest form that holds it: the general form only for parameters and for numbers above 0x7F. */
export function writeContentType(writer: ByteWriter, contentType: unknown): void {
  const { mediaType, parameters = [] } = (contentType ?? {}) as Partial<ContentType>;
  if (typeof mediaType !== 'string' || mediaType === '') return refuse(`${shown(mediaType)} is not a media type`);
  if (parameters.length === 0 && isConstrained(mediaType)) return writeMedia(writer, mediaType);
  writeCounted(writer, (counted) => {
    writeMedia(counted, mediaType);
    writeParameters(counted, parameters);
  });
}

/** Content-Type and Accept as header values. */
export const mediaRange: ValueType = { read: readContentType, write: writeContentType };
