import { joined, NONE, same } from '../octets.js';
import { type Tolerance, tolerate } from '../tolerance.js';
import { decodeUdh } from '../udh/decode.js';
import type { Concatenation, Ports } from '../udh/elements.js';
import { concatenationFault, readHeader } from '../udh/header.js';
import { wantObject, wantOctets, wantText } from '../wanted.js';

/** A segment as it was received. */
export interface ReceivedPart {
  from: string;
  to: string;
  /** The header with its UDHL octet; empty or absent where there is none. */
  udh?: Uint8Array | undefined;
  /** The octets behind the header. */
  payload: Uint8Array;
  /** What sar_ TLVs say. A concatenation in the header counts before it. */
  sar?: Concatenation | undefined;
}

/** A message that is whole. */
export interface WholeMessage {
  from: string;
  to: string;
  /** The payloads of all segments in order, one behind the other. */
  payload: Uint8Array;
  /** The segments in order, each with its header. */
  parts: { udh: Uint8Array; payload: Uint8Array }[];
  /** The ports the first segment that has any was sent to. */
  ports?: Ports;
}

/** A message of which segments are missing: plain data, which a database can keep. */
export interface Assembly {
  from: string;
  to: string;
  /** Bits of the reference in the header, or that TLVs gave it. */
  kind: 8 | 16 | 'sar';
  reference: number;
  total: number;
  /** When the first segment came, in milliseconds. */
  startedAt: number;
  /** Octets held, and the characters of the addresses. */
  bytes: number;
  missing: number;
  /** By sequence less one; `null` is missing. */
  parts: ({ udh: Uint8Array; payload: Uint8Array } | null)[];
}

/** What a segment belongs to. */
export interface Place extends Concatenation {
  /** The same for all segments of one message: addresses, kind and number of reference, and total. */
  key: string;
  kind: Assembly['kind'];
}

/** @throws UserDataError `option` for what is no segment */
export function checkPart(part: ReceivedPart): void {
  wantObject('part', part);
  wantText('part.from', part.from);
  wantText('part.to', part.to);
  wantOctets('part.payload', part.payload);
}

/** Where a segment belongs, or nothing where it is a message of its own. */
export function placeOf(part: ReceivedPart, tolerance?: Tolerance): Place | undefined {
  const { concatenation } = readHeader(decodeUdh(part.udh ?? NONE, tolerance), tolerance);
  const found = concatenation ?? sarOf(part.sar, tolerance);
  if (found === undefined || found.total === 1) return undefined;
  const { reference, total, sequence } = found;
  const kind = concatenation?.width ?? 'sar';
  return { key: JSON.stringify([part.from, part.to, kind, reference, total]), kind, reference, total, sequence };
}

function sarOf(sar: Concatenation | undefined, tolerance: Tolerance | undefined): Concatenation | undefined {
  if (sar === undefined) return undefined;
  wantObject('part.sar', sar);
  const { reference, total, sequence } = sar;
  const whole = [reference, total, sequence].every(Number.isInteger) && total <= 255;
  const fault = whole ? concatenationFault(sar) : { message: 'the sar_ TLVs are not whole', ignored: true };
  if (fault !== undefined) tolerate(tolerance, 'concatenation', 'sar', 0, fault.message);
  return fault?.ignored ? undefined : sar;
}

/** An assembly that has no segment yet. */
export function begin({ from, to }: ReceivedPart, { kind, reference, total }: Place, now: number): Assembly {
  const parts = Array.from({ length: total }, () => null);
  return { from, to, kind, reference, total, startedAt: now, bytes: from.length + to.length, missing: total, parts };
}

/**
 * An assembly with one segment more, which is copied. Returns the same assembly for a segment it has, and nothing where
 * it has another one in that place: then the reference is in use again, for another message.
 */
export function withPart(assembly: Assembly, part: ReceivedPart, sequence: number): Assembly | undefined {
  const udh = part.udh ?? NONE;
  const held = assembly.parts[sequence - 1];
  if (held) return same(held.udh, udh) && same(held.payload, part.payload) ? assembly : undefined;
  return {
    ...assembly,
    bytes: assembly.bytes + udh.length + part.payload.length,
    missing: assembly.missing - 1,
    parts: assembly.parts.with(sequence - 1, { udh: udh.slice(), payload: part.payload.slice() }),
  };
}

/** The message of segments that are all there. */
export function whole(from: string, to: string, parts: WholeMessage['parts']): WholeMessage {
  let ports: Ports | undefined;
  for (const { udh } of parts) ports ??= readHeader(decodeUdh(udh)).ports;
  return {
    from,
    to,
    payload: joined(parts.map(({ payload }) => payload)),
    parts,
    ...(ports === undefined ? undefined : { ports: { destination: ports.destination, source: ports.source } }),
  };
}
