import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { assignedNumbers, fromHexName, hexName } from './assigned-numbers.js';
import { charsets } from './charsets.js';
import { refuse, shown, under, within } from './failures.js';
import { headerNames } from './header-names.js';
import { date, integer, quality, readInteger, shortInteger, version, writeInteger } from './numbers.js';
import { peek, type Reading, readElement, readUintvarElement, type ValueType } from './primitives.js';
import { isToken, readText, textString, textValue, writeText } from './texts.js';
import { constrainedMedia, isTextual, named, octets, valueOrOctets, writeElement } from './values.js';

/** `null` is No-value; octets are a value that is not of its parameter's type, or of an unassigned parameter. */
export type ParameterValue = string | number | bigint | Date | null | Uint8Array;

export interface Parameter {
  /** Such as `charset`; an unassigned number is spelt `0x1e`. Compared without regard to case. */
  name: string;
  value: ParameterValue;
}

/** A compact value, or a text-value where the compact form cannot say it: Typed-value and Untyped-value. */
function orText(compact: ValueType): ValueType {
  return {
    read: (reader, reading) => (isTextual(reader) ? textValue : compact).read(reader, reading),
    write: (writer, value) => (typeof value === 'string' || value === null ? textValue : compact).write(writer, value),
  };
}

/** No-value, and nothing else. */
const noValue: ValueType = {
  read(reader) {
    const octet = reader.u8();
    if (octet === 0) return null;
    throw new WapPushError('malformedValue', reader.position - 1, `octet ${octet} where no value may be`);
  },
  write(writer, value) {
    if (value === null) writer.u8(0);
    else refuse(`${shown(value)} where only null may be`);
  },
};

/** Security methods of OMA Client Provisioning. */
const securityMethods = assignedNumbers({ 0: 'NETWPIN', 1: 'USERPIN', 2: 'USERNETWPIN', 3: 'USERPINMAC' });

const untyped = orText(integer);

/** Well-known parameters by number: WSP Appendix A, Table 38, and OMA Client Provisioning for SEC and MAC. */
const types: Readonly<Record<number, readonly [name: string, type: ValueType]>> = {
  0: ['q', quality],
  1: ['charset', named(charsets, textValue)],
  2: ['level', version],
  3: ['type', orText(integer)],
  5: ['name', textString],
  6: ['filename', textString],
  7: ['differences', named(headerNames)],
  8: ['padding', orText(shortInteger)],
  9: ['type', constrainedMedia],
  10: ['start', textString],
  11: ['start-info', textString],
  12: ['comment', textString],
  13: ['domain', textString],
  14: ['max-age', orText(integer)],
  15: ['path', textString],
  16: ['secure', noValue],
  17: ['SEC', named(securityMethods, textValue)],
  18: ['MAC', textValue],
  19: ['creation-date', orText(date)],
  20: ['modification-date', orText(date)],
  21: ['read-date', orText(date)],
  22: ['size', orText(integer)],
  23: ['name', textValue],
  24: ['filename', textValue],
  25: ['start', textValue],
  26: ['start-info', textValue],
  27: ['comment', textValue],
  28: ['domain', textValue],
  29: ['path', textValue],
};
/** The one parameter whose value does not follow the rule of WSP §8.4.1.2. */
const Q = 0;
const TYPE_AS_INTEGER = 3;
const TYPE_AS_MEDIA = 9;

const names = assignedNumbers(Object.fromEntries(Object.entries(types).map(([number, [name]]) => [number, name])));

/** Reads parameters up to the end of `reader`. */
export function readParameters(reader: ByteReader, reading: Reading): Parameter[] {
  const parameters: Parameter[] = [];
  while (reader.remaining > 0) {
    if (parameters.length >= reading.maxParameters) {
      throw new WapPushError(
        'limit',
        reader.position,
        `more than ${reading.maxParameters} parameters; see maxParameters`,
      );
    }
    const path = `${reading.path}.parameters[${parameters.length}]`;
    parameters.push(within(path, () => readParameter(reader, { ...reading, path })));
  }
  return parameters;
}

export function writeParameters(writer: ByteWriter, parameters: readonly Parameter[]): void {
  if (!Array.isArray(parameters)) refuse(`parameters are an array, not ${shown(parameters)}`);
  parameters.forEach((parameter: Parameter, index) => {
    under(`parameters[${index}]`, () => writeParameter(writer, parameter));
  });
}

function readParameter(reader: ByteReader, reading: Reading): Parameter {
  const first = peek(reader);
  if (first >= 0x20 && first < 0x80) {
    const name = readText(reader, reading);
    return { name, value: valueOrOctets(untyped, readElement(reader), reading) as ParameterValue };
  }
  const number = readInteger(reader, reading);
  const [name, type] = types[Number(number)] ?? [hexName(number), octets];
  const element = number === Q ? readUintvarElement(reader) : readElement(reader);
  return { name, value: valueOrOctets(type, element, reading) as ParameterValue };
}

function writeParameter(writer: ByteWriter, parameter: Parameter): void {
  const { name, value } = parameter ?? {};
  if (typeof name !== 'string') return refuse(`a parameter is named by a string, not ${shown(name)}`);
  let number = names.number(name) ?? fromHexName(name);
  if (number === TYPE_AS_INTEGER && typeof value === 'string') number = TYPE_AS_MEDIA;
  if (number !== undefined) writeInteger(writer, number);
  else if (isToken(name)) writeText(writer, name);
  else refuse(`${shown(name)} is no name of a parameter: it holds spaces, separators or other than ASCII`);

  if (value instanceof Uint8Array) return writeElement(writer, value, number === Q);
  const type = number === undefined ? untyped : (types[Number(number)]?.[1] ?? octets);
  type.write(writer, value);
}
