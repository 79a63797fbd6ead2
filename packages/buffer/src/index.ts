/**
 * Big-endian binary data over `Uint8Array`: a reader that never passes its end, a writer that grows.
 *
 * @packageDocumentation
 */
export { BufferError, type BufferErrorCode } from './errors.js';
export { latin1, writeLatin1 } from './latin1.js';
export { ByteReader } from './reader.js';
export { ByteWriter } from './writer.js';
