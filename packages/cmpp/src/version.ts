/** The versions of the protocol. 2.1 has the SP's layouts of 2.0, more results, and the route messages of 3.0. */
export type CmppVersion = '2.0' | '2.1' | '3.0';

const OCTETS = { '2.0': 0x20, '2.1': 0x21, '3.0': 0x30 } as const satisfies Record<CmppVersion, number>;

/** The Version octet of CONNECT: the major number in the high four bits, the minor in the low. CMPP 3.0 §8.4.1.1. */
export function versionOctet(version: CmppVersion): number {
  return OCTETS[version];
}

/**
 * The version a Version octet asks for; `undefined` for one that is not CMPP. Gateways and clients older than the
 * rule send 0 or 1, which means 2.0.
 */
export function versionOf(octet: number): CmppVersion | undefined {
  if (octet === 0 || octet === 1) return '2.0';
  return (Object.keys(OCTETS) as CmppVersion[]).find((version) => OCTETS[version] === octet);
}
