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

interface Kind<Name extends string = string> {
  readonly name: Name;
  /** Octets of data: exactly, or at least. */
  readonly length: number;
  readonly open: boolean;
  /** Whether it may stand more than once. */
  readonly repeats: boolean;
}

function once<Name extends string>(name: Name, length: number): Kind<Name> {
  return { name, length, open: false, repeats: false };
}
function onceFrom<Name extends string>(name: Name, length: number): Kind<Name> {
  return { name, length, open: true, repeats: false };
}
function many<Name extends string>(name: Name, length: number): Kind<Name> {
  return { name, length, open: false, repeats: true };
}
function manyFrom<Name extends string>(name: Name, length: number): Kind<Name> {
  return { name, length, open: true, repeats: true };
}

const kinds = {
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
  22: onceFrom('compressionControl', 3),
  23: many('objectDistributionIndicator', 2),
  24: manyFrom('standardWvgObject', 1),
  25: manyFrom('characterSizeWvgObject', 1),
  26: once('extendedObjectDataRequest', 0),
  32: once('rfc822EmailHeader', 1),
  33: many('hyperlinkFormat', 4),
  34: onceFrom('replyAddress', 2),
  35: onceFrom('enhancedVoiceMailInformation', 0),
  36: once('nationalLanguageSingleShift', 1),
  37: once('nationalLanguageLockingShift', 1),
};

const simToolkit = manyFrom('simToolkitSecurityHeader', 0);
const smeToSme = manyFrom('smeToSmeSpecific', 0);
const sc = manyFrom('scSpecific', 0);
const reserved = manyFrom('reserved', 0);

type Range = typeof simToolkit | typeof smeToSme | typeof sc | typeof reserved;
type Name = ((typeof kinds)[keyof typeof kinds] | Range)['name'];

/**
 * An information element as it was read: a union, narrowed by `name`. `data` is always there; `value` is, for the
 * elements that have one, where the data has their length.
 */
export type UdhElement = {
  [Of in Name]: {
    id: number;
    name: Of;
    data: Uint8Array;
    value?: Of extends keyof ElementValues ? ElementValues[Of] : undefined;
  };
}[Name];

/** What TS 23.040 §9.2.3.24 says of an identifier, 0x00 to 0xff. */
export function kindOf(id: number): Kind<Name> {
  const kind = (kinds as Readonly<Record<number, Kind<Name>>>)[id];
  if (kind !== undefined) return kind;
  if (id >= 0x70 && id <= 0x7f) return simToolkit;
  if (id >= 0x80 && id <= 0x9f) return smeToSme;
  if (id >= 0xc0 && id <= 0xdf) return sc;
  return reserved;
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
