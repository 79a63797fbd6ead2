import type { OnWarning, Row } from '@smswire/pdu';

/** What `decode` and `encode` need of a protocol. */
export interface Explained {
  /** Cuts the input into PDUs; what stands behind the last whole one is `rest`. */
  split(bytes: Uint8Array): { frames: Uint8Array[]; rest: Uint8Array; missing: string };
  decode(bytes: Uint8Array, onWarning: OnWarning): unknown;
  dissect(bytes: Uint8Array): readonly Row[];
  /** The line above a PDU. */
  title(pdu: unknown): string;
  /** What a row's value means, in a few words; undefined where it says so itself. */
  meaning(row: Row, pdu: unknown): string | undefined;
  /** A PDU from its JSON form. */
  encode(plain: unknown): Uint8Array;
}
