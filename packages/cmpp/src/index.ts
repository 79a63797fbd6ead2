/**
 * CMPP 2.0, 2.1 and 3.0: the protocol between a service provider and the SMS gateways of China Mobile.
 *
 * @packageDocumentation
 */
export {
  type AuthenticatorIsmgInput,
  type AuthenticatorSourceInput,
  authenticatorIsmg,
  authenticatorSource,
} from './authenticator.js';
export { stripCountryCode } from './country-code.js';
export { type DescribeFeeTypeOptions, describeFeeType } from './fee-type.js';
export type { Meaning, Meanings } from './meaning.js';
export { describeMsgFmt } from './msg-fmt.js';
export { type MsgIdParts, msgId, msgIdAt } from './msg-id.js';
export {
  type DecodeReportOptions,
  decodeMoReport,
  decodeReport,
  encodeMoReport,
  encodeReport,
  type MoReport,
  type Report,
} from './report.js';
export { type DescribeResultOptions, describeResult, type ResultCommand } from './result.js';
export { describeStat, isDelivered, isFinal } from './stat.js';
export {
  formatAbsoluteTime,
  formatQueryDate,
  formatReportTime,
  parseAbsoluteTime,
  parseQueryDate,
  parseReportTime,
} from './times.js';
export { clockSkewMs, timestampAt, timestampDigits } from './timestamp.js';
export { CmppError, type CmppErrorCode } from './value-error.js';
export {
  type ConnectProof,
  type ConnectRespProof,
  type VerifyAuthenticatorIsmgOptions,
  verifyAuthenticatorIsmg,
  verifyAuthenticatorSource,
} from './verify.js';
export { type CmppVersion, versionOctet, versionOf } from './version.js';
export type { Tolerance, Warning } from './warning.js';
