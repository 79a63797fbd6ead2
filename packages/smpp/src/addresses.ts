import { cstring, u8 } from '@smswire/pdu';

/** source_addr_ton, source_addr_npi, source_addr. */
export const source = { sourceAddrTon: u8, sourceAddrNpi: u8, sourceAddr: cstring(21) } as const;

/** dest_addr_ton, dest_addr_npi, destination_addr. */
export const destination = { destAddrTon: u8, destAddrNpi: u8, destinationAddr: cstring(21) } as const;

/** As `source`, with the longer address of data_sm and alert_notification. */
export const longSource = { ...source, sourceAddr: cstring(65) } as const;

/** As `destination`, with the longer address of data_sm. */
export const longDestination = { ...destination, destinationAddr: cstring(65) } as const;
