import { PduError, type PduErrorCode } from '@smswire/pdu';

/**
 * The error for a value that does not fit: `where` is the message or the value and its field, `msgId.month`; `offset`
 * counts from the start of what it would be written to.
 */
export function valueError(code: PduErrorCode, where: string, message: string, offset = 0): PduError {
  const [command = '', path = ''] = where.split('.');
  return new PduError({ code, command, path, offset, message });
}
