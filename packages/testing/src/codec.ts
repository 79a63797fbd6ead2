import type { Messages, OnWarning } from '@smswire/pdu';

/** What turns values into octets and back: a codec of this family, a layout of your own, or anything of that shape. */
export interface Codec<Value, Input = Value> {
  encode(value: Input): Uint8Array;
  decode(bytes: Uint8Array, options?: { readonly onWarning?: OnWarning }): Value;
}

/** What finds PDUs in a stream. */
export type Framing<Pdu> = Pick<Messages<Pdu, never>, 'frameLength' | 'decodeFrame'>;
