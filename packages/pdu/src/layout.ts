import type { Row } from './cursor.js';
import { engine } from './engine.js';
import { type OnWarning, PduError } from './errors.js';
import type { Fields } from './fields.js';
import { fresh } from './fresh.js';
import type { Input, Values } from './infer.js';
import type { Plan } from './plan.js';

export interface LayoutOptions {
  /** Refuse every deviation that decoding tolerates otherwise. @default false */
  readonly strict?: boolean;
  /** Told of every deviation that decoding tolerates. */
  readonly onWarning?: OnWarning;
  /** The longest record in octets. @default 65536 */
  readonly maxLength?: number;
  /** `false` for the interpreter alone. @default true */
  readonly compile?: boolean;
}

/** A record of your own: its fields, and the verbs that they give. */
export interface Layout<F extends Fields> {
  readonly name: string;
  readonly fields: F;
  /** @throws PduError naming the field that cannot be written */
  encode(value: Input<F>): Uint8Array;
  /** `bytes` is the whole record. Octet fields are views of it. @throws PduError naming the field that cannot be read */
  decode(bytes: Uint8Array, options?: { readonly onWarning?: OnWarning }): Values<F>;
  /** Rows that cover every octet once, in order. */
  dissect(bytes: Uint8Array): Row[];
}

/** Declares a record once. `name` stands in its errors. */
export function layout<const F extends Fields>(name: string, fields: F, options: LayoutOptions = {}): Layout<F> {
  const { strict = false, onWarning, maxLength = 65536, compile = true } = options;
  const plan: Plan = { name, fields, header: [], maxLength, strict };
  const made = engine(plan, compile);
  const encodeFresh = fresh(maxLength);
  return {
    name,
    fields,
    encode: (value) => encodeFresh(made, value),
    decode(bytes, options) {
      const plain = plainBytes(bytes);
      return made.read(plain, 0, plain.length, options?.onWarning ?? onWarning) as Values<F>;
    },
    dissect: (bytes) => made.dissect(plainBytes(bytes), 0, bytes.length),
  };
}

/** The same octets as a Uint8Array and nothing more: a subclass would make every view one, and the code slower. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  if (!(bytes instanceof Uint8Array)) {
    throw new PduError({ code: 'type', command: '', path: '', offset: 0, message: 'the PDU must be a Uint8Array' });
  }
  if (bytes.constructor === Uint8Array) return bytes;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
