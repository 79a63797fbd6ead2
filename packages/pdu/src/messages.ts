import type { Row } from './cursor.js';
import { type Engine, engine } from './engine.js';
import { type OnWarning, PduError, type PduErrorCode } from './errors.js';
import { type Fields, rest } from './fields.js';
import { fresh } from './fresh.js';
import { plainBytes } from './layout.js';
import type { Complaint, Plan } from './plan.js';
import { leastSize } from './sizes.js';

/** One command: its name in the standard, its id, and the fields of its body in the order of the wire. */
export interface Command<Name extends string = string, F = Fields> {
  readonly name: Name;
  readonly id: number;
  readonly fields: F;
  /** Its body may be absent on the wire, as that of an error response may. */
  readonly bodiless: boolean;
}

/** Declares a command. A field under the name of a header field takes that one's place. */
export function command<const Name extends string, const F extends Fields>(
  name: Name,
  id: number,
  fields: F,
  { bodiless = false }: { readonly bodiless?: boolean } = {},
): Command<Name, F> {
  return { name, id, fields, bodiless };
}

/** What makes commands one protocol. Every PDU begins with its length and its command id, each of four octets. */
export interface Family {
  /** The rest of the header. */
  readonly header: Fields;
  /** The header field that numbers requests and is echoed in responses. */
  readonly number: string;
  /** The header field that says, not being zero, that a response may do without its body. */
  readonly status?: string;
  readonly commands: readonly Command[];
  /** Fields behind every body: TLVs. */
  readonly tail?: Fields;
  /** What no PDU may hold all at once; looked at where TLVs are present. */
  readonly check?: (pdu: Record<string, unknown>) => Complaint | undefined;
  /** The longest PDU in octets, in both directions. */
  readonly maxLength: number;
  readonly strict?: boolean | undefined;
  readonly onWarning?: OnWarning | undefined;
  /** `false` for the interpreter alone. */
  readonly compile?: boolean | undefined;
}

/** The verbs of a protocol's PDUs. */
export interface Messages<Pdu, Input> {
  /** The tables that the verbs were built from. */
  readonly family: Family;
  /** A fresh array of exactly the PDU. @throws PduError naming the field that cannot be written */
  encode(pdu: Input, number?: number): Uint8Array;
  /**
   * Writes at `offset` and returns the offset behind the PDU, under `number` where one is given. After an error the
   * octets from `offset` on are undefined. @throws PduError `no_room` when it does not fit
   */
  encodeInto(pdu: Input, target: Uint8Array, offset: number, number?: number): number;
  /** Exactly one PDU. Octet fields are views of `bytes`: copy what you keep if `bytes` is used again. */
  decode(bytes: Uint8Array, options?: { readonly onWarning?: OnWarning }): Pdu;
  /** One whole frame within a larger array, as `frameLength` found it. */
  decodeFrame(bytes: Uint8Array, start: number, end: number, onWarning?: OnWarning): Pdu;
  /**
   * The octets of the PDU that begins at `start`, whether or not all have come; undefined while too few have come to
   * tell. @throws PduError of degree `lost` when the length cannot be believed
   */
  frameLength(bytes: Uint8Array, start?: number, end?: number): number | undefined;
  /** Rows that cover every octet once, in order; what cannot be read is the last, `undecoded`. */
  dissect(bytes: Uint8Array): Row[];
}

type Held = Record<string, unknown>;

const unknownKey = /^0x[0-9a-f]{8}$/;
const idKey = (id: number): string => `0x${(id >>> 0).toString(16).padStart(8, '0')}`;

function fault(code: PduErrorCode, offset: number, message: string, degree?: 'incomplete' | 'pdu' | 'lost'): PduError {
  return new PduError({ code, command: '', path: '', offset, message, ...(degree && { degree }) });
}

/** Signed, so that the ids of responses stay small integers. */
const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 24) |
  ((bytes[at + 1] as number) << 16) |
  ((bytes[at + 2] as number) << 8) |
  (bytes[at + 3] as number);

/** Builds the verbs from the tables. */
export function messages<Pdu, Input>(family: Family): Messages<Pdu, Input> {
  const { maxLength, strict = false, compile = true, onWarning } = family;
  const least = 8 + Object.values(family.header).reduce((total, field) => total + leastSize(field), 0);
  if (!(Number.isInteger(maxLength) && maxLength >= least)) {
    throw fault('range', 0, `the longest PDU cannot have ${maxLength} octets, since a header has ${least}`);
  }
  const byId = new Map<number, Engine>();
  const byName = new Map<string, Engine>();
  for (const each of family.commands) {
    const made = engine(planOf(family, each), compile);
    byId.set(each.id | 0, made);
    byName.set(each.name, made);
  }
  const encodeFresh = fresh(maxLength);

  const unknown = (id: number): Engine => {
    const body = { name: idKey(id), id, fields: { body: rest() }, bodiless: false };
    return engine({ ...planOf({ ...family, tail: {} }, body) }, false);
  };
  function frameLength(bytes: Uint8Array, start = 0, end: number = bytes.length): number | undefined {
    if (end - start < 4) return undefined;
    const length = wordAt(bytes, start) >>> 0;
    if (length >= least && length <= maxLength) return length;
    const rule = length < least ? `a PDU has at least ${least}` : `at most ${maxLength} are accepted`;
    throw fault('framing', 0, `a length of ${length} octets, where ${rule}`, 'lost');
  }

  function whole(bytes: Uint8Array): Uint8Array {
    const plain = plainBytes(bytes);
    const length = frameLength(plain);
    if (length === undefined || length > plain.length) {
      const missing = (length ?? least) - plain.length;
      const count = length === undefined ? `at least ${missing}` : String(missing);
      throw fault('incomplete', plain.length, `${count} more octets are needed`, 'incomplete');
    }
    if (length < plain.length) {
      throw fault(
        'excess',
        length,
        `${plain.length - length} octets behind the PDU; frameLength() tells them apart`,
        'pdu',
      );
    }
    return plain;
  }

  function decodeFrame(bytes: Uint8Array, start: number, end: number, warn: OnWarning | undefined = onWarning): Pdu {
    const id = wordAt(bytes, start + 4);
    const known = byId.get(id);
    if (known !== undefined) return known.read(bytes, start, end, warn) as Pdu;
    const warning = { code: 'unknown_command', command: idKey(id), path: '', offset: 4, message: 'unknown command id' };
    if (strict) throw new PduError({ ...warning, degree: 'pdu' });
    warn?.(warning);
    return unknown(id).read(bytes, start, end, warn) as Pdu;
  }

  function engineFor(pdu: Input): Engine {
    const name = (pdu as Held | null | undefined)?.['command'];
    const known = byName.get(name as string);
    if (known !== undefined) return known;
    if (typeof name === 'string' && unknownKey.test(name)) return unknown(Number.parseInt(name.slice(2), 16));
    const shown = typeof name === 'string' ? `'${name.slice(0, 40)}'` : String(typeof name);
    throw fault('unknown_command', 0, `no command ${shown}; another id is written as '0x00010200' with a body`);
  }

  return {
    family,
    frameLength,
    decodeFrame,
    decode(bytes, options) {
      const plain = whole(bytes);
      return decodeFrame(plain, 0, plain.length, options?.onWarning ?? onWarning);
    },
    dissect(bytes) {
      const plain = whole(bytes);
      const id = wordAt(plain, 4);
      return (byId.get(id) ?? unknown(id)).dissect(plain, 0, plain.length);
    },
    encodeInto: (pdu, target, offset, number) => engineFor(pdu).write(pdu, target, offset, number),
    encode: (pdu, number) => encodeFresh(engineFor(pdu), pdu, number),
  };
}

function planOf(family: Family, { name, id, fields, bodiless }: Command): Plan {
  const { header, number, status, tail, check, maxLength, strict = false } = family;
  return {
    name,
    id,
    fields: { ...header, ...fields, ...tail },
    header: Object.keys(header),
    number,
    maxLength,
    strict,
    ...(check && { check }),
    ...(bodiless && { bodiless: status ?? true }),
  };
}
