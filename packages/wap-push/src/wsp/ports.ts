/**
 * Ports of the Wireless Datagram Protocol that a UDH or a TLV names (OMNA register). Dispatch a push on its
 * destination port alone: source ports differ from sender to sender.
 */
export const wapPorts = {
  /** Connectionless push: where every push of this package goes. */
  push: 2948,
  /** Connectionless push under WTLS. */
  pushSecure: 2949,
  /** Connectionless WSP: the usual source port of a push. */
  wsp: 9200,
  wspSession: 9201,
  wspSecure: 9202,
  wspSessionSecure: 9203,
  vCard: 9204,
  vCalendar: 9205,
  vCardSecure: 9206,
  vCalendarSecure: 9207,
  /** Nokia and Ericsson settings for SyncML, before OMA Client Provisioning. */
  otaSyncml: 49996,
  /** Nokia and Ericsson browser settings, before OMA Client Provisioning. */
  otaBrowserSettings: 49999,
} as const;
