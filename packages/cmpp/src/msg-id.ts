import { cutDigits, digits } from './digits.js';
import { valueError } from './value-error.js';

/** What the bits of a Msg_Id stand for. Gateways put other things there, so a month of 15 or an hour of 31 occurs. */
export interface MsgIdParts {
  /** 4 bits. */
  readonly month: number;
  /** 5 bits. */
  readonly day: number;
  /** 5 bits. */
  readonly hour: number;
  /** 6 bits. */
  readonly minute: number;
  /** 6 bits. */
  readonly second: number;
  /** The code of the gateway that gave the id: 22 bits. */
  readonly gateway: number;
  /** 16 bits, going round. */
  readonly sequence: number;
}

/** Bits and decimal digits of each part, the highest first. CMPP 3.0 §8.4.3.2. */
const PARTS = [
  ['month', 4, 2],
  ['day', 5, 2],
  ['hour', 5, 2],
  ['minute', 6, 2],
  ['second', 6, 2],
  ['gateway', 22, 7],
  ['sequence', 16, 5],
] as const;

/**
 * The parts of any Msg_Id, or of its text of 22 digits. No 64 bits are refused.
 * @throws `range` for what is not 64 bits, `format` for what is not 22 digits
 */
function parse(id: bigint | string): MsgIdParts {
  return typeof id === 'string' ? partsOfText(id) : partsOfBits(id);
}

/** The text that logs and other implementations use: MMDDhhmmss, the gateway in 7 digits, the sequence in 5. */
function format(id: bigint | MsgIdParts): string {
  const parts = typeof id === 'bigint' ? parse(id) : checked(id);
  return PARTS.map(([name, , width]) => digits(parts[name], width)).join('');
}

/**
 * The Msg_Id of these parts.
 * @throws `range` when one does not fit its bits
 */
function build(parts: MsgIdParts): bigint {
  checked(parts);
  return PARTS.reduce((id, [name, bits]) => (id << BigInt(bits)) | BigInt(parts[name]), 0n);
}

/**
 * The id of recipient `k`, counted from 0, of a SUBMIT to several that was answered with the id `base`. Only the 16 bits
 * of the sequence count on; they go round without touching the rest. CMPP 3.0 §8.4.3.
 * @throws `range` for what is not 64 bits or not an integer from 0
 */
export function msgIdAt(base: bigint, k: number): bigint {
  checkBits(base);
  if (!(Number.isSafeInteger(k) && k >= 0))
    throw valueError('range', 'msgIdAt.k', `${String(k)} is not an integer from 0`);
  return (base & ~0xffffn) | ((base + BigInt(k)) & 0xffffn);
}

/** The 64-bit id a gateway gives to a message, taken apart and put together. */
export const msgId = { parse, format, build, at: msgIdAt } as const;

function partsOfBits(id: bigint): MsgIdParts {
  checkBits(id);
  // Two words of 32 bits: a shift of a bigint allocates, and reports come by the thousand.
  const high = Number(id >> 32n);
  const low = Number(id & 0xffffffffn);
  return {
    month: high >>> 28,
    day: (high >>> 23) & 0x1f,
    hour: (high >>> 18) & 0x1f,
    minute: (high >>> 12) & 0x3f,
    second: (high >>> 6) & 0x3f,
    gateway: ((high & 0x3f) << 16) | (low >>> 16),
    sequence: low & 0xffff,
  };
}

function partsOfText(text: string): MsgIdParts {
  const numbers = cutDigits(text, [2, 2, 2, 2, 2, 7, 5]);
  if (numbers === undefined)
    throw valueError('format', 'msgId', `a text of ${text.length} characters is not 22 digits`);
  const [month, day, hour, minute, second, gateway, sequence] = numbers;
  return checked({ month, day, hour, minute, second, gateway, sequence });
}

function checked(parts: MsgIdParts): MsgIdParts {
  for (const [name, bits] of PARTS) {
    const value = parts[name];
    const max = 2 ** bits - 1;
    if (!(Number.isInteger(value) && value >= 0 && value <= max)) {
      throw valueError('range', `msgId.${name}`, `${String(value)} is not an integer from 0 to ${max}`);
    }
  }
  return parts;
}

function checkBits(id: bigint): void {
  if (typeof id !== 'bigint' || id < 0n || id > 0xffffffffffffffffn) {
    throw valueError('range', 'msgId', `${String(id)} is not a bigint of 64 bits`);
  }
}
