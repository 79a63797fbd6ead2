import { ByteWriter } from '@smswire/buffer';
import { assignedNumbers } from './assigned-numbers.js';
import { refuse, shown } from './failures.js';
import { date, quality, readInteger, shortInteger, version, writeInteger } from './numbers.js';
import { type Parameter, readParameters, writeParameters } from './parameters.js';
import { octetsFrom, peek, readCounted, readElement, type ValueType, writeCounted } from './primitives.js';
import { textString } from './texts.js';
import { isTextual, named, octets } from './values.js';

/** A value of Accept-Charset, Accept-Encoding or Accept-Language with its quality, 0 to 0.999. */
export interface Weighted {
  value: string | number | bigint;
  q: number;
}

/** A Cache-Control directive that has seconds; those without a value are strings. */
export interface CacheDirective {
  directive: string;
  seconds: number | bigint;
}

export interface Disposition {
  /** `form-data`, `attachment`, `inline` or another token. */
  disposition: string | number;
  parameters: Parameter[];
}

/** Encoding-Version of a code page other than the default one. */
export interface PageVersion {
  codePage: number;
  version?: string;
}

/** `type`, or octets where the value is counted: legal there, and not modelled here. */
export function orCounted(type: ValueType): ValueType {
  return {
    read: (reader, reading) => (peek(reader) < 0x20 ? octets : type).read(reader, reading),
    write: (writer, value) => (value instanceof Uint8Array ? octets : type).write(writer, value),
  };
}

/** A number of one octet under a name of its own, or a token: what most headers of HTTP have become. */
export function choice(names: Readonly<Record<number, string>>): ValueType {
  return named(assignedNumbers(names), textString, shortInteger);
}

/** The value alone, or counted together with a quality. */
export function weighted(type: ValueType): ValueType {
  return {
    read(reader, reading) {
      if (peek(reader) >= 0x20) return type.read(reader, reading);
      return readCounted(reader, reading, (counted) => {
        const value = type.read(readElement(counted), reading);
        return counted.remaining === 0 ? value : { value, q: quality.read(counted, reading) };
      });
    },
    write(writer, value) {
      const { value: bare, q } = (isObject(value) ? value : { value }) as Partial<Weighted>;
      const whole = new ByteWriter(16);
      type.write(whole, bare);
      if (q !== undefined) quality.write(whole, q);
      const octets = whole.bytes();
      if (q === undefined && (octets[0] as number) >= 0x20) writer.octets(octets);
      else writeCounted(writer, (counted) => counted.octets(octets));
    },
  };
}

const directive = choice({
  0: 'no-cache',
  1: 'no-store',
  2: 'max-age',
  3: 'max-stale',
  4: 'min-fresh',
  5: 'only-if-cached',
  6: 'public',
  7: 'private',
  8: 'no-transform',
  9: 'must-revalidate',
  10: 'proxy-revalidate',
  11: 's-maxage',
});
const inSeconds = new Set<unknown>(['max-age', 'max-stale', 'min-fresh', 's-maxage']);

/** Cache-control-value; its lists of field names and its extensions stay octets. WSP §8.4.2.15. */
export const cacheControl: ValueType = {
  read(reader, reading) {
    if (peek(reader) >= 0x20) return directive.read(reader, reading);
    const start = reader.position;
    return readCounted(reader, reading, (counted) => {
      const name = directive.read(readElement(counted), reading);
      if (inSeconds.has(name)) return { directive: name, seconds: readInteger(counted, reading) };
      counted.skip(counted.remaining);
      return octetsFrom(counted, start);
    });
  },
  write(writer, value) {
    if (value instanceof Uint8Array) return octets.write(writer, value);
    if (!isObject(value)) return directive.write(writer, value);
    const { directive: name, seconds } = value as Partial<CacheDirective>;
    if (!inSeconds.has(name)) refuse(`${shown(name)} takes no seconds; ${[...inSeconds].join(', ')} do`);
    writeCounted(writer, (counted) => {
      directive.write(counted, name);
      writeInteger(counted, seconds);
    });
  },
};

const dispositionName = choice({ 0: 'form-data', 1: 'attachment', 2: 'inline' });

/** Content-disposition-value: WSP §8.4.2.53. */
export const disposition: ValueType = {
  read(reader, reading) {
    return readCounted(reader, reading, (counted) => {
      const name = dispositionName.read(readElement(counted), reading);
      return { disposition: name, parameters: readParameters(counted, reading) };
    });
  },
  write(writer, value) {
    const { disposition: name, parameters = [] } = (isObject(value) ? value : {}) as Partial<Disposition>;
    writeCounted(writer, (counted) => {
      dispositionName.write(counted, name);
      writeParameters(counted, parameters);
    });
  },
};

/** Encoding-version-value: WSP §8.4.2.70. */
export const encodingVersion: ValueType = {
  read(reader, reading) {
    if (peek(reader) >= 0x20) return version.read(reader, reading);
    return readCounted(reader, reading, (counted) => {
      const codePage = shortInteger.read(counted, reading);
      return counted.remaining === 0 ? { codePage } : { codePage, version: version.read(counted, reading) };
    });
  },
  write(writer, value) {
    if (!isObject(value)) return version.write(writer, value);
    const { codePage, version: edition } = value as Partial<PageVersion>;
    writeCounted(writer, (counted) => {
      shortInteger.write(counted, codePage);
      if (edition !== undefined) version.write(counted, edition);
    });
  },
};

/** If-Range: an entity tag, or a date. */
export const textOrDate: ValueType = {
  read: (reader, reading) => (isTextual(reader) ? textString : date).read(reader, reading),
  write: (writer, value) => (typeof value === 'string' ? textString : date).write(writer, value),
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
