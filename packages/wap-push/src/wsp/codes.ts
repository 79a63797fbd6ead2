/**
 * What only WSP and the bodies beside WBXML can get wrong. Errors:
 *
 * - `pduType`: not a Push or a ConfirmedPush; not an m-notification-ind
 * - `contentType`: no content type where one is due
 * - `headerName`: an octet that begins no header name
 *
 * Tolerated, unless `strict` is set:
 *
 * - `malformedValue`: a header or parameter value not of its type; it is kept as its octets
 * - `contentLengthMismatch`: Content-Length does not count the body; refused when encoding
 * - `probableMissingValueLength`: the content type ends early and its charset reads as Accept-Charset
 * - `overlongUintvar`, `leadingZero`, `needlessQuote`: more octets than the value needs
 * - `missingQuote`: text that begins above 0x7F without its quote
 * - `controlCharacter`: a control character in text
 * - `danglingShift`: a code page shift with no header behind it
 * - `unterminatedText`: the last text of a body lacks its NUL
 * - `reservedBits`: bits that must be zero are not
 * - `duplicateHeader`, `missingHeader`: a header of an MMS notification that stands twice, or not at all
 */
export type WspCode =
  | 'pduType'
  | 'contentType'
  | 'headerName'
  | 'malformedValue'
  | 'contentLengthMismatch'
  | 'probableMissingValueLength'
  | 'overlongUintvar'
  | 'leadingZero'
  | 'needlessQuote'
  | 'missingQuote'
  | 'controlCharacter'
  | 'danglingShift'
  | 'unterminatedText'
  | 'reservedBits'
  | 'duplicateHeader'
  | 'missingHeader';
