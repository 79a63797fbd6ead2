import type { NationalLanguage } from '../gsm7/languages.js';
import type { MessageWaitingType } from '../message-waiting.js';

/** One of several segments of a message. */
export interface Concatenation {
  /** The same in every segment of a message: 0 to 255, or to 65535 in sixteen bits. */
  reference: number;
  /** How many segments there are, 1 to 255. */
  total: number;
  /** Which of them this is, from 1. */
  sequence: number;
}

/** Application ports: 0 to 255, or to 65535 in sixteen bits. */
export interface Ports {
  destination: number;
  source: number;
}

/** Messages that wait elsewhere. TS 23.040 §9.2.3.24.2. */
export interface MessageIndication {
  /** Whether the text of this message is kept. */
  store: boolean;
  /** The subscriber profile meant, 1 to 4. */
  profile: number;
  type: MessageWaitingType;
  /** How many wait, 0 to 255; 255 means that many or more. */
  count: number;
}

/** The national table a segment is written with; a number where the identifier has no name. */
export interface LanguageShift {
  language: NationalLanguage | number;
}

/** The elements whose octets are read into a value, by name. */
export interface ElementValues {
  concatenation8: Concatenation;
  concatenation16: Concatenation;
  ports8: Ports;
  ports16: Ports;
  specialMessageIndication: MessageIndication;
  nationalLanguageSingleShift: LanguageShift;
  nationalLanguageLockingShift: LanguageShift;
}

type Typed = {
  [Name in keyof ElementValues]: { id: number; name: Name; data: Uint8Array; value: ElementValues[Name] };
}[keyof ElementValues];

/** An information element as it was read: a union, narrowed by `name`. Where it has no `value`, `data` is all there is. */
export type UdhElement = Typed | { id: number; name: string & {}; data: Uint8Array; value?: undefined };

interface Kind {
  readonly name: string;
  /** Octets of data: exactly, or at least. */
  readonly length?: number;
  readonly open?: true;
  /** Whether it may stand more than once. */
  readonly repeats?: true;
}

const once = (name: string, length: number): Kind => ({ name, length });
const many = (name: string, length: number): Kind => ({ name, length, repeats: true });
const from = (name: string, length: number): Kind => ({ name, length, open: true });
const manyFrom = (name: string, length: number): Kind => ({ name, length, open: true, repeats: true });

const kinds: Readonly<Record<number, Kind>> = {
  0: once('concatenation8', 3),
  1: many('specialMessageIndication', 2),
  4: once('ports8', 2),
  5: once('ports16', 4),
  6: once('smscControlParameters', 1),
  7: many('udhSourceIndicator', 1),
  8: once('concatenation16', 4),
  9: manyFrom('wirelessControlMessageProtocol', 0),
  10: manyFrom('textFormatting', 3),
  11: many('predefinedSound', 2),
  12: manyFrom('userDefinedSound', 1),
  13: many('predefinedAnimation', 2),
  14: many('largeAnimation', 129),
  15: many('smallAnimation', 33),
  16: many('largePicture', 129),
  17: many('smallPicture', 33),
  18: manyFrom('variablePicture', 3),
  19: many('userPromptIndicator', 1),
  20: manyFrom('extendedObject', 7),
  21: many('reusedExtendedObject', 3),
  22: from('compressionControl', 3),
  23: many('objectDistributionIndicator', 2),
  24: manyFrom('standardWvgObject', 1),
  25: manyFrom('characterSizeWvgObject', 1),
  26: once('extendedObjectDataRequest', 0),
  32: once('rfc822EmailHeader', 1),
  33: many('hyperlinkFormat', 4),
  34: from('replyAddress', 2),
  35: from('enhancedVoiceMailInformation', 0),
  36: once('nationalLanguageSingleShift', 1),
  37: once('nationalLanguageLockingShift', 1),
};

/** What TS 23.040 §9.2.3.24 says of an identifier, 0x00 to 0xff. */
export function kindOf(id: number): Kind {
  const kind = kinds[id];
  if (kind !== undefined) return kind;
  const anything = { length: 0, open: true, repeats: true } as const;
  if (id >= 0x70 && id <= 0x7f) return { name: 'simToolkitSecurityHeader', ...anything };
  if (id >= 0x80 && id <= 0x9f) return { name: 'smeToSmeSpecific', ...anything };
  if (id >= 0xc0 && id <= 0xdf) return { name: 'scSpecific', ...anything };
  return { name: 'reserved', ...anything };
}

/** The identifier of an element that has a value. */
export const identifiers: Readonly<Record<keyof ElementValues, number>> = {
  concatenation8: 0x00,
  specialMessageIndication: 0x01,
  ports8: 0x04,
  ports16: 0x05,
  concatenation16: 0x08,
  nationalLanguageSingleShift: 0x24,
  nationalLanguageLockingShift: 0x25,
};
