type Pdu = Readonly<Record<string, unknown>>;
export function textOf(octets: Uint8Array, pdu: Pdu): string | undefined {
  void octets;
  void pdu;
  return undefined;
}
