/**
 * MCCP over UDP and HTTP in Node. Over TCP, give `mccp()` to `@smswire/session/node`.
 *
 * @packageDocumentation
 */
export type { Clock } from './node/clock.js';
export { type ConnectUdpOptions, connectUdp, type UdpLink, type UdpLinkHandlers } from './node/connect-udp.js';
export { type Gateway, type GatewayOptions, type GatewayReply, openGateway } from './node/gateway.js';
export type { HttpOptions } from './node/http-body.js';
export {
  type ListenUdpOptions,
  listenUdp,
  type UdpListener,
  type UdpListenHandlers,
  type UdpPeer,
} from './node/listen-udp.js';
export { fetchMedia, type Media } from './node/media.js';
export { queryDispatch } from './node/query-dispatch.js';
