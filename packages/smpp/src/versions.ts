import { by, cstring, emptyOrFull, octets, u8 } from '@smswire/pdu';

/** A version of the standard: interface_version 0x33, 0x34, 0x50. */
export type SmppVersion = '3.3' | '3.4' | '5.0';

/** A message_id of the message centre's: at most 8 characters in 3.3, 64 from 3.4 on. */
export const messageId = by({ '3.3': cstring(9), '3.4': cstring(65), '5.0': cstring(65) });

/** sm_length and short_message: 254 octets at most, in 5.0 255. */
export const shortMessage = by({ '3.3': octets(u8, 254), '3.4': octets(u8, 254), '5.0': octets(u8) });

/** number_of_dests: 254 at most, in 5.0 255. */
export const mostDests = { '3.3': 254, '3.4': 254, '5.0': 255 } as const;

/** YYMMDDhhmmsstnnp, or empty: 3.4 §7.1.1. */
export const time = emptyOrFull(17);
