import { tolerate, WapPushError } from '../errors.js';
import { charsetOf, UTF_8 } from './charset.js';
import { checkIndex, type Input, readInteger } from './input.js';
import type { HeaderPadding, TableIndex, WbxmlDocument, WbxmlVersion } from './tree.js';

export const versions: readonly WbxmlVersion[] = ['1.0', '1.1', '1.2', '1.3'];

type Header = Omit<WbxmlDocument, 'body'>;

/** Reads version, publicid, charset and strtbl (WBXML 1.3 §5.4 to §5.7), and sets the charset and table of `input`. */
export function readHeader(input: Input): Header {
  const { reader } = input;
  const octet = reader.u8();
  const version = versions[octet];
  if (version === undefined) {
    throw new WapPushError('version', 0, `${octet.toString(16)} is not WBXML 1.0 to 1.3, 00 to 03`, 'version');
  }
  const padding: HeaderPadding = {};
  const { value: number, padding: numberPadding } = readInteger(input, 'publicId');
  if (numberPadding !== undefined) padding.publicId = numberPadding;
  const indexAt = reader.position;
  const index = number === 0 ? readInteger(input, 'publicId') : undefined;

  const charset = version === '1.0' ? {} : readCharset(input, padding);
  const transportCharset = chooseCharset(input, charset.charset);
  const stringTable = readStringTable(input, padding);
  if (index !== undefined) checkIndex(input, index.value, indexAt, 'publicId');
  const publicId: number | TableIndex =
    index === undefined
      ? number
      : { index: index.value, ...(index.padding === undefined ? {} : { padding: index.padding }) };
  return {
    version,
    publicId,
    ...charset,
    ...(transportCharset === undefined ? {} : { transportCharset }),
    stringTable,
    ...(Object.keys(padding).length === 0 ? {} : { padding }),
  };
}

function readCharset(input: Input, padding: HeaderPadding): { charset?: number } {
  const { value, padding: octets } = readInteger(input, 'charset');
  if (octets !== undefined) padding.charset = octets;
  return { charset: value };
}

/** Settles the charset of `input`, and returns the transport's where that had to decide. */
function chooseCharset(input: Input, declared = 0): number | undefined {
  const transport = input.options.charset;
  const at = input.reader.position;
  if (declared !== 0 && transport !== undefined && transport !== 0 && transport !== declared) {
    const message = `the transport says charset ${transport}, the document ${declared}, which is believed`;
    tolerate(input.options, 'charsetMismatch', 'charset', at, message);
  }
  const chosen = declared || transport || UTF_8;
  const charset = charsetOf(chosen);
  if (charset === undefined) {
    throw new WapPushError('unsupportedCharset', at, `no decoder for the charset of MIBenum ${chosen}`, 'charset');
  }
  input.charset = charset;
  return declared === 0 && chosen !== UTF_8 ? chosen : undefined;
}

function readStringTable(input: Input, padding: HeaderPadding): Uint8Array {
  const { reader, charset, limits, options } = input;
  const at = reader.position;
  const { value: length, padding: octets } = readInteger(input, 'stringTable');
  if (octets !== undefined) padding.stringTable = octets;
  if (length > reader.remaining) {
    const message = `a string table of ${length} octets, where ${reader.remaining} are left`;
    throw new WapPushError('truncated', at, message, 'stringTable');
  }
  if (length > limits.maxStringTable) {
    const message = `a string table of ${length} octets passes the limit of ${limits.maxStringTable} (maxStringTable)`;
    throw new WapPushError('limit', at, message, 'stringTable');
  }
  const start = reader.position;
  const table = reader.octets(length);
  input.stringTable = table;
  const last = table.subarray(-charset.unit);
  if (length > 0 && (last.length < charset.unit || last.some((octet) => octet !== 0))) {
    tolerate(options, 'unterminatedTable', 'stringTable', start, 'the last string of the table has no NUL');
  }
  if (charset.encode !== undefined && charset.decode(table) === undefined) {
    throw new WapPushError('charset', start, 'the string table is no text in its charset', 'stringTable');
  }
  return table;
}
