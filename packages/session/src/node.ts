/**
 * Sessions over TCP and TLS on Node.
 *
 * @packageDocumentation
 */
export { type ConnectOptions, connect } from './node/connect.js';
export { type ListenOptions, listen, type Server } from './node/listen.js';
