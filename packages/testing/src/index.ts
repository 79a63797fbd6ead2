/**
 * fast-check arbitraries for any PDU layout, and the properties that every codec must hold.
 *
 * @packageDocumentation
 */
export type { Codec, Framing } from './codec.js';
export { dissectionPartitions } from './dissection-partitions.js';
export { enginesReadAlike, enginesWriteAlike } from './engines-agree.js';
export { everyCutAgrees } from './every-cut-agrees.js';
export { hostileBytes } from './hostile-bytes.js';
export { messageArbitrary } from './message-arbitrary.js';
export { mistaken } from './mistaken.js';
export { mutated } from './mutated.js';
export { pduArbitrary } from './pdu-arbitrary.js';
export { roundTrips, writesBack } from './round-trips.js';
