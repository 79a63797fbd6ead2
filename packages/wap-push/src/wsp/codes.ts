/**
 * What only WSP and the bodies beside WBXML can get wrong. Errors:
 *
 * - `pduType`: not a Push or a ConfirmedPush
 * - `contentType`: no content type where one is due
 * - `headerName`: an octet that begins no header name
 *
 * Tolerated, unless `strict` is set:
 *
 * - `malformedValue`: a header or parameter value not of its type; it is kept as its octets
 * - `contentLengthMismatch`: Content-Length does not count the body; refused when encoding
 * - `probableMissingValueLength`: the content type ends early and its charset reads as Accept-Charset
 * - `overlongUintvar`, `leadingZero`, `needlessQuote`: more octets than the value needs
 * - `controlCharacter`: a control character in text
 * - `danglingShift`: a code page shift with no header behind it
 * - `unterminatedText`: the last text of a body lacks its NUL
 * - `reservedBits`: bits that must be zero are not
 * - `duplicateHeader`, `missingHeader`: a header of an MMS notification that stands twice, or not at all
 * - `trailingOctets`: octets behind the end of a notification
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
  | 'controlCharacter'
  | 'danglingShift'
  | 'unterminatedText'
  | 'reservedBits'
  | 'duplicateHeader'
  | 'missingHeader'
  | 'trailingOctets';
