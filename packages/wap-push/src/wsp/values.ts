import { ByteReader, type ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { type AssignedNumbers, fromHexName, hexName } from './assigned-numbers.js';
import { contentTypes } from './content-types.js';
import { isFailure, refuse, shown } from './failures.js';
import { integer, isUnsigned, readInteger, shortInteger, writeInteger } from './numbers.js';
import { note, octetsFrom, peek, type Reading, readElement, readUintvarElement, type ValueType } from './primitives.js';
import { readText, textString, writeText } from './texts.js';

/** Whether what begins here is text, or no value: not a number, not something counted. */
export function isTextual(reader: ByteReader): boolean {
  const first = peek(reader);
  return first === 0 || (first >= 0x20 && first < 0x80);
}

/** A number under its name where it has one, else the number; text that is no such name stands for itself. */
export function named(numbers: AssignedNumbers, text: ValueType = textString, plain: ValueType = integer): ValueType {
  return {
    read(reader, reading) {
      if (isTextual(reader)) return text.read(reader, reading);
      const number = plain.read(reader, reading) as number | bigint;
      return numbers.name(number) ?? number;
    },
    write(writer, value) {
      const number = typeof value === 'string' ? numbers.number(value) : value;
      if (isUnsigned(number)) plain.write(writer, number);
      else text.write(writer, value);
    },
  };
}

/** The number of a media type that has one, or that spells one. */
function mediaNumber(mediaType: string): number | bigint | undefined {
  return contentTypes.number(mediaType) ?? fromHexName(mediaType);
}

/** Well-known-media or Extension-media, where parameters may follow: WSP §8.4.2.24. */
export function readMedia(reader: ByteReader, reading: Reading): string {
  if (isTextual(reader)) return readMediaText(reader, reading);
  const number = readInteger(reader, reading);
  return contentTypes.name(number) ?? hexName(number);
}

export function writeMedia(writer: ByteWriter, mediaType: string): void {
  const number = mediaNumber(mediaType);
  if (number === undefined) writeText(writer, mediaType);
  else writeInteger(writer, number);
}

/** Whether a media type can stand alone, without a value-length: as text, or as a number of one octet. */
export function isConstrained(mediaType: string): boolean {
  return (mediaNumber(mediaType) ?? 0) < 0x80;
}

/** Constrained-media: one octet or text. WSP §8.4.2.7. */
export const constrainedMedia: ValueType = {
  read(reader, reading) {
    if (isTextual(reader)) return readMediaText(reader, reading);
    const number = shortInteger.read(reader, reading) as number;
    return contentTypes.name(number) ?? hexName(number);
  },
  write(writer, value) {
    if (typeof value !== 'string' || value === '') refuse(`${shown(value)} is not a media type`);
    else if (isConstrained(value)) writeMedia(writer, value);
    else refuse(`${value} has no form of one octet, which is due here`);
  },
};

/** A value kept as the octets it has on the wire. */
export const octets: ValueType = {
  read: (reader) => reader.rest(),
  write(writer, value) {
    if (value instanceof Uint8Array) writeElement(writer, value);
    else refuse(`${shown(value)} is not a Uint8Array, and this value has no other form here`);
  },
};

/** Writes a value from its octets, which must be one whole value by the rule of WSP §8.4.1.2. */
export function writeElement(writer: ByteWriter, element: Uint8Array, uintvar = false): void {
  const reader = new ByteReader(element);
  if (uintvar) readUintvarElement(reader);
  else readElement(reader);
  if (reader.remaining > 0) refuse(`${element.length} octets are more than one value`);
  writer.octets(element);
}

/** The value that `element` holds; where it is not of its type, that is noted and its octets are the value. */
export function valueOrOctets(type: ValueType, element: ByteReader, reading: Reading): unknown {
  const start = element.position;
  let fault: string;
  try {
    const value = type.read(element, reading);
    if (element.remaining === 0) return value;
    fault = `${element.remaining} octets are left behind the value`;
  } catch (error) {
    const refused = isFailure(error) && reading.tolerance.strict === true && error.path !== undefined;
    if (!isFailure(error) || error.code === 'limit' || refused) throw error;
    fault = error.message;
  }
  note(reading, 'malformedValue', start, `${fault}; the value is kept as its octets`);
  return octetsFrom(element, start);
}

function readMediaText(reader: ByteReader, reading: Reading): string {
  const start = reader.position;
  const text = readText(reader, reading);
  if (text === '') throw new WapPushError('contentType', start, 'the media type is empty');
  return text;
}
