import { PduError } from '@smswire/pdu';
import { Failure } from './failure.js';
import { octetsOf } from './octets.js';
import type { Explained } from './protocol.js';

type FrameLength = (bytes: Uint8Array, start: number, end: number) => number | undefined;

/** Cuts octets into frames by the lengths that they carry. */
export function splitBy(frameLength: FrameLength): Explained['split'] {
  return (bytes) => {
    const frames: Uint8Array[] = [];
    let start = 0;
    while (start < bytes.length) {
      const length = lengthAt(frameLength, bytes, start);
      const left = bytes.length - start;
      if (length === undefined || length > left) {
        const missing = length === undefined ? 'its length is not there yet' : missingOf(length - left);
        return { frames, rest: bytes.subarray(start), missing };
      }
      frames.push(bytes.subarray(start, start + length));
      start += length;
    }
    return { frames, rest: bytes.subarray(start), missing: '' };
  };
}

const missingOf = (count: number): string => `${octetsOf(count)} ${count === 1 ? 'is' : 'are'} missing`;

function lengthAt(frameLength: FrameLength, bytes: Uint8Array, start: number): number | undefined {
  try {
    return frameLength(bytes, start, bytes.length);
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    throw new Failure(`at octet ${start} of the input no PDU begins: ${error.message}`);
  }
}
