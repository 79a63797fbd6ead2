import { ByteReader, ByteWriter } from '@smswire/buffer';
import { readFixedText, writeFixedText } from './fixed-text.js';
import { valueError } from './value-error.js';
import type { CmppVersion } from './version.js';
import { type Tolerance, tolerate } from './warning.js';

/** What became of a message: the Msg_Content of a DELIVER whose Registered_Delivery is 1. CMPP 3.0 §8.4.5.1. */
export interface Report {
  /** The id the SUBMIT_RESP gave. The DELIVER's own msgId is another. */
  msgId: bigint;
  /** Seven characters at most, such as `DELIVRD` or `MK:0012`. */
  stat: string;
  /** YYMMDDHHMM in Beijing, or what the gateway puts there. */
  submitTime: string;
  /** YYMMDDHHMM in Beijing, or what the gateway puts there. */
  doneTime: string;
  /** The recipient; some gateways put the SP's number there, so match reports by `msgId`. */
  destTerminalId: string;
  /** 32 bits. */
  smscSequence: number;
}

/** Whether an MO message reached its SP: the Msg_Content of a FWD of Msg_Fwd_Type 3. CMPP 3.0 §8.5. */
export interface MoReport {
  msgId: bigint;
  stat: string;
  /** When the DELIVER was sent, YYMMDDHHMM in Beijing. */
  cmppDeliverTime: string;
  /** When the SP answered it, YYMMDDHHMM in Beijing. */
  cmppDeliverRespTime: string;
  /** The SP's number. */
  destId: string;
  /** 32 bits. */
  reserved: number;
}

export interface DecodeReportOptions extends Tolerance {
  /** The version of the link. When it is given, a report of the other version's width is a deviation. */
  readonly version?: CmppVersion | undefined;
}

const NARROW = 60;
const WIDE = 71;

/**
 * Reads a report of 60 octets, as 2.x has it, or of 71, as 3.0 has it: by its length, since gateways mix them. Of any
 * other length it is `undefined` with a warning, and the octets are yours to keep.
 * @throws under `strict` for each deviation
 */
export function decodeReport(octets: Uint8Array, options: DecodeReportOptions = {}): Report | undefined {
  const due = options.version === undefined ? [NARROW, WIDE] : [reportLength(options.version)];
  if (!due.includes(octets.length)) warnLength(octets, 'report', due, options);
  if (octets.length !== NARROW && octets.length !== WIDE) return undefined;

  const reader = new ByteReader(octets);
  const text = (size: number, name: string): string => readFixedText(reader, size, `report.${name}`, options);
  return {
    msgId: reader.u64(),
    stat: text(7, 'stat'),
    submitTime: text(10, 'submitTime'),
    doneTime: text(10, 'doneTime'),
    destTerminalId: text(octets.length - 39, 'destTerminalId'),
    smscSequence: reader.u32(),
  };
}

/**
 * Writes a report as `version` has it: 71 octets in 3.0, 60 before. What is missing is zero or empty.
 * @throws `length`, `charset` or `range` when a value does not fit its field
 */
export function encodeReport(report: Partial<Report>, version: CmppVersion): Uint8Array {
  const size = reportLength(version);
  const { msgId = 0n, stat = '', submitTime = '', doneTime = '', destTerminalId = '', smscSequence = 0 } = report;
  checkUnsigned('report.msgId', 0, msgId, 64);
  checkUnsigned('report.smscSequence', size - 4, smscSequence, 32);
  const writer = new ByteWriter(size).u64(msgId);
  writeFixedText(writer, 7, 'report.stat', stat);
  writeFixedText(writer, 10, 'report.submitTime', submitTime);
  writeFixedText(writer, 10, 'report.doneTime', doneTime);
  writeFixedText(writer, size - 39, 'report.destTerminalId', destTerminalId);
  return writer.u32(smscSequence).bytes();
}

/**
 * Reads an MO report, 60 octets in every version. Of another length it is `undefined` with a warning.
 * @throws under `strict` for each deviation
 */
export function decodeMoReport(octets: Uint8Array, tolerance: Tolerance = {}): MoReport | undefined {
  if (octets.length !== NARROW) {
    warnLength(octets, 'moReport', [NARROW], tolerance);
    return undefined;
  }
  const reader = new ByteReader(octets);
  const text = (size: number, name: string): string => readFixedText(reader, size, `moReport.${name}`, tolerance);
  return {
    msgId: reader.u64(),
    stat: text(7, 'stat'),
    cmppDeliverTime: text(10, 'cmppDeliverTime'),
    cmppDeliverRespTime: text(10, 'cmppDeliverRespTime'),
    destId: text(21, 'destId'),
    reserved: reader.u32(),
  };
}

/**
 * Writes an MO report, 60 octets. What is missing is zero or empty.
 * @throws `length`, `charset` or `range` when a value does not fit its field
 */
export function encodeMoReport(report: Partial<MoReport>): Uint8Array {
  const { msgId = 0n, stat = '', cmppDeliverTime = '', cmppDeliverRespTime = '', destId = '', reserved = 0 } = report;
  checkUnsigned('moReport.msgId', 0, msgId, 64);
  checkUnsigned('moReport.reserved', NARROW - 4, reserved, 32);
  const writer = new ByteWriter(NARROW).u64(msgId);
  writeFixedText(writer, 7, 'moReport.stat', stat);
  writeFixedText(writer, 10, 'moReport.cmppDeliverTime', cmppDeliverTime);
  writeFixedText(writer, 10, 'moReport.cmppDeliverRespTime', cmppDeliverRespTime);
  writeFixedText(writer, 21, 'moReport.destId', destId);
  return writer.u32(reserved).bytes();
}

function reportLength(version: CmppVersion): number {
  return version === '3.0' ? WIDE : NARROW;
}

function warnLength(octets: Uint8Array, path: string, due: readonly number[], tolerance: Tolerance): void {
  const message = `${octets.length} octets, where ${due.join(' or ')} are due`;
  tolerate(tolerance, { code: 'report-length', path, offset: 0, message });
}

function checkUnsigned(path: string, offset: number, value: number | bigint, bits: 32 | 64): void {
  const isWhole = bits === 64 ? typeof value === 'bigint' : Number.isInteger(value);
  if (!(isWhole && value >= 0 && value <= 2n ** BigInt(bits) - 1n)) {
    const kind = bits === 64 ? 'a bigint' : 'an integer';
    throw valueError('range', path, offset, `${String(value)} is not ${kind} of ${bits} bits`);
  }
}
