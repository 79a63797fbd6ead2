/** No octets. */
export const NONE: Uint8Array = /* @__PURE__ */ new Uint8Array(0);

/** The pieces one behind the other. A single piece is handed out as it is. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Whether two arrays hold the same octets. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, at) => octet === other[at]);
}

const shared = /* @__PURE__ */ new Uint8Array(2048);

/**
 * Octets to write into before their number is known, and to be sliced at once: one array for all messages of common
 * length, since a fresh one costs more than what is written into it.
 */
export function scratch(length: number): Uint8Array {
  return length <= shared.length ? shared : new Uint8Array(length);
}
