/**
 * CMPP 2.0, 2.1 and 3.0: the protocol between a service provider and the SMS gateways of China Mobile.
 *
 * @packageDocumentation
 */
export { type OnWarning, PduError, type PduErrorCode, type Row, type Warning } from '@smswire/pdu';
export {
  type AuthenticatorIsmgInput,
  type AuthenticatorSourceInput,
  authenticatorIsmg,
  authenticatorSource,
} from './authenticator.js';
export { type LoginOptions, type LoginResponse, login } from './client-login.js';
export { type Cmpp, type CmppOptions, cmpp } from './cmpp.js';
export { type CmppInput, type CmppPdu, commandsOf, type UnknownPdu } from './commands.js';
export { stripCountryCode } from './country-code.js';
export { type DescribeFeeTypeOptions, describeFeeType } from './fee-type.js';
export {
  type Connect,
  type ConnectOptions,
  type ConnectResp,
  type ConnectRespOptions,
  connectRequest,
  connectResponse,
} from './login.js';
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
export type { Tolerance } from './tolerance.js';
export { hasUserDataHeader } from './tp-udhi.js';
export {
  type ConnectProof,
  type ConnectRespProof,
  type VerifyAuthenticatorIsmgOptions,
  verifyAuthenticatorIsmg,
  verifyAuthenticatorSource,
} from './verify.js';
export { type CmppVersion, versionOctet, versionOf } from './version.js';
