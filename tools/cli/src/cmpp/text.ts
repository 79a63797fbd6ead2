type Pdu = Readonly<Record<string, unknown>>;

/** What the content says, where it is text. */
export function textOf(octets: Uint8Array, pdu: Pdu): string | undefined {
  void octets;
  void pdu;
  return undefined;
}
