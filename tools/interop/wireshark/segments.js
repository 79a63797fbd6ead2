import fc from 'fast-check';

/**
 * A stream of PDUs in TCP segments: some hold several, and some PDUs lie over several. No header of `headerLength` octets
 * is cut: where a segment begins with part of one, Wireshark gives the connection up, SMPP and CMPP alike.
 */
export function inSegments(pdus, headerLength, seed) {
  const stream = Buffer.concat(pdus);
  const whole = headerEnds(pdus, headerLength);
  const sizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 1400 }));
  const segments = [];
  let at = 0;
  for (const size of fc.sample(sizes, { seed, numRuns: stream.length })) {
    if (at === stream.length) break;
    const end = whole(Math.min(at + size, stream.length));
    segments.push(stream.subarray(at, end));
    at = end;
  }
  return segments;
}

/** Each PDU in segments of its own. */
export const apart = (pdus, headerLength, seed) => pdus.flatMap((pdu) => inSegments([pdu], headerLength, seed));

/** Moves a cut inside a header to its end. */
function headerEnds(pdus, headerLength) {
  const moved = new Map();
  let start = 0;
  for (const { length } of pdus) {
    for (let cut = start + 1; cut < start + headerLength; cut++) moved.set(cut, start + headerLength);
    start += length;
  }
  return (cut) => moved.get(cut) ?? cut;
}
