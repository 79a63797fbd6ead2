/**
 * MCP and MCCP, the text lines between mobile messaging clients and their servers, and the exchange of them over UDP.
 *
 * @packageDocumentation
 */
export {
  answerOf,
  type CommandEntry,
  commands,
  type RequestCommand,
  type ResponseCommand,
  type Sender,
} from './commands.js';
export type { MccpRow } from './dissect.js';
export { MccpError, type MccpErrorCode, type MccpErrorDegree, type MccpWarning, type Tolerance } from './errors.js';
export { MccpExchangeError, type MccpExchangeErrorCode } from './exchange-error.js';
export { type Mccp, type MccpOptions, mccp } from './mccp.js';
export {
  isResponse,
  type MccpInput,
  type MccpPdu,
  type MccpRequest,
  type MccpRequestInput,
  type MccpResponse,
  type MccpResponseInput,
} from './pdu.js';
export type { MccpProtocol, MccpProtocolOptions } from './protocol.js';
export { type UdpClient, type UdpClientOptions, type UdpClientOutput, type UdpWrite, udpClient } from './udp-client.js';
export {
  type MccpAnswer,
  type UdpRequest,
  type UdpServer,
  type UdpServerOptions,
  type UdpServerOutput,
  udpServer,
} from './udp-server.js';
