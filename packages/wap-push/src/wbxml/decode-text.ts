import { WapPushError } from '../errors.js';
import { END, ENTITY, EXT_0, EXT_I_0, EXT_T_0, OPAQUE, STR_I, STR_T } from './global-tokens.js';
import { hex, type Input, readIndex, readInteger, readString } from './input.js';
import type { TextToken } from './tree.js';
import { isXmlCharacter } from './xml-character.js';

const within = (token: number, first: number): boolean => token >= first && token < first + 3;

/** EXT_I_n, EXT_T_n and EXT_n. */
export const isExtension = (token: number): boolean =>
  within(token, EXT_I_0) || within(token, EXT_T_0) || within(token, EXT_0);

/**
 * Reads what may stand in content and in an attribute value alike. Extensions have their operands whatever the
 * document type: a decoder that skips the token alone reads the operand as tokens.
 */
export function readText(input: Input, path: string): TextToken {
  const { reader } = input;
  const at = reader.position;
  const token = reader.u8();
  const number = (token & 0x3f) as 0 | 1 | 2;
  if (token === STR_I) return { kind: 'string', ...readString(input, path) };
  if (token === STR_T) return { kind: 'reference', ...readIndex(input, path) };
  if (token === ENTITY) return readEntity(input, path);
  if (token === OPAQUE) return readOpaque(input, path);
  if (within(token, EXT_I_0)) return { kind: 'extensionString', number, ...readString(input, path) };
  if (within(token, EXT_T_0)) return { kind: 'extensionInteger', number, ...readInteger(input, path) };
  if (within(token, EXT_0)) return { kind: 'extension', number };
  const name = token === END ? 'END' : hex(token);
  throw new WapPushError('token', at, `${name} cannot stand here`, path);
}

function readEntity(input: Input, path: string): TextToken {
  const at = input.reader.position;
  const { value: codePoint, ...padding } = readInteger(input, path);
  if (!isXmlCharacter(codePoint)) {
    throw new WapPushError('entity', at, `the entity ${codePoint} is no character of XML 1.0`, path);
  }
  return { kind: 'entity', codePoint, ...padding };
}

function readOpaque(input: Input, path: string): TextToken {
  const { reader } = input;
  const at = reader.position;
  const { value: length, ...padding } = readInteger(input, path);
  if (length > reader.remaining) {
    throw new WapPushError('truncated', at, `OPAQUE of ${length} octets, where ${reader.remaining} are left`, path);
  }
  return { kind: 'opaque', octets: reader.octets(length), ...padding };
}
