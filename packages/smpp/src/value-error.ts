import { PduError, type PduErrorCode } from '@smswire/pdu';

/**
 * The one place that throws for a value that cannot be written or read: it knows the field, `msValidity.count`, but no
 * PDU around it. Codes: `length` too few or too many octets · `range` a number or a name that the field cannot hold ·
 * `format` a text or octets of another form.
 */
export function badValue(code: PduErrorCode, path: string, message: string): never {
  throw new PduError({ code, command: '', path, offset: 0, message });
}
