import { WapPushError } from '../errors.js';
import type { Step } from './flatten.js';
import {
  END,
  ENTITY,
  EXT_0,
  EXT_I_0,
  EXT_T_0,
  HAS_ATTRIBUTES,
  HAS_CONTENT,
  isGlobal,
  LITERAL,
  OPAQUE,
  PI,
  STR_I,
  STR_T,
  SWITCH_PAGE,
} from './global-tokens.js';
import { hex } from './input.js';
import { type Output, writeIndex, writeInteger, writeString } from './output.js';
import type { AttributeToken, ElementToken, TextToken } from './tree.js';
import { isXmlCharacter } from './xml-character.js';

export function writeStep(output: Output, step: Step): void {
  const { writer } = output;
  switch (step.step) {
    case 'element':
      return writeTag(output, step.token);
    case 'attribute':
      return writeStart(output, step.token);
    case 'value':
      if (step.token.kind !== 'value') return writeText(output, step.token);
      writer.u8(within(output, step.token.token, 0x85, 0xff, 'an attribute value'));
      return;
    case 'text':
      return writeText(output, step.token);
    case 'pi':
      if (step.token.attributes.filter((item) => item.kind === 'attribute').length !== 1) {
        throw new WapPushError('value', writer.length, 'a processing instruction is one attribute, its target');
      }
      writer.u8(PI);
      return;
    case 'tagPage':
    case 'attributePage':
      writer.u8(SWITCH_PAGE).u8(step.token.page);
      return;
    case 'attributesEnd':
    case 'contentEnd':
      writer.u8(END);
  }
}

function within(output: Output, token: number, first: number, last: number, what: string): number {
  if (Number.isInteger(token) && token >= first && token <= last && !isGlobal(token)) return token;
  throw new WapPushError('value', output.writer.length, `${hex(token)} is not the token of ${what}`);
}

function writeTag(output: Output, { tag, attributes, content }: ElementToken): void {
  const flags = (attributes === undefined ? 0 : HAS_ATTRIBUTES) | (content === undefined ? 0 : HAS_CONTENT);
  if (typeof tag === 'number') {
    output.writer.u8(flags | within(output, tag, 0x05, 0x3f, 'a tag'));
  } else {
    output.writer.u8(flags | LITERAL);
    writeIndex(output, tag);
  }
}

function writeStart(output: Output, { start }: AttributeToken): void {
  if (typeof start === 'number') {
    output.writer.u8(within(output, start, 0x05, 0x7f, 'an attribute start'));
  } else {
    output.writer.u8(LITERAL);
    writeIndex(output, start, true);
  }
}

function writeText(output: Output, token: TextToken): void {
  const { writer } = output;
  switch (token.kind) {
    case 'string':
      writer.u8(STR_I);
      return writeString(output, token);
    case 'reference':
      writer.u8(STR_T);
      return writeIndex(output, token);
    case 'entity':
      if (!isXmlCharacter(token.codePoint)) {
        throw new WapPushError('entity', writer.length, `${token.codePoint} is no character of XML 1.0`);
      }
      writer.u8(ENTITY);
      return writeInteger(output, token.codePoint, token.padding);
    case 'opaque':
      writer.u8(OPAQUE);
      writeInteger(output, token.octets.length, token.padding);
      writer.octets(token.octets);
      return;
    case 'extensionString':
      writer.u8(EXT_I_0 + slot(output, token.number));
      return writeString(output, token);
    case 'extensionInteger':
      writer.u8(EXT_T_0 + slot(output, token.number));
      return writeInteger(output, token.value, token.padding);
    case 'extension':
      writer.u8(EXT_0 + slot(output, token.number));
      return;
    default:
      throw new WapPushError('value', writer.length, `no token of the kind ${JSON.stringify(token)}`);
  }
}

function slot(output: Output, number: number): number {
  if (number === 0 || number === 1 || number === 2) return number;
  throw new WapPushError('value', output.writer.length, `there is no extension ${number}; 0, 1 and 2 exist`);
}
