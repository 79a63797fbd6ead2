import { type At, at, type Fields, type Layout, layout, PduError, padded, u32, u64, type Values } from '@smswire/pdu';
import { since30 } from './commands/by-version.js';
import { type Tolerance, tolerate } from './tolerance.js';
import type { CmppVersion } from './version.js';
import { wantObject, wantOctets } from './wanted.js';

const reportFields = {
  /** The id the SUBMIT_RESP gave. The DELIVER's own msgId is another. */
  msgId: u64,
  /** `DELIVRD`, `MK:0012` and the like: see `describeStat`. */
  stat: padded(7),
  /** YYMMDDHHMM in Beijing, or what the gateway puts there. */
  submitTime: padded(10),
  /** YYMMDDHHMM in Beijing, or what the gateway puts there. */
  doneTime: padded(10),
  /** The recipient; some gateways put the SP's number there, so match reports by `msgId`. */
  destTerminalId: since30(padded(21), padded(32)),
  smscSequence: u32,
};

/** What became of a message: the content of a DELIVER whose registeredDelivery is 1. CMPP 3.0 §8.4.5.1. */
export type Report = Values<At<typeof reportFields, '3.0'>>;

const moReportFields = {
  msgId: u64,
  /** `DELIVRD`, or `SA:xxxx` and `SB:xxxx`: see `describeStat`. */
  stat: padded(7),
  /** When the DELIVER was sent, YYMMDDHHMM in Beijing. */
  cmppDeliverTime: padded(10),
  /** When the SP answered it, YYMMDDHHMM in Beijing. */
  cmppDeliverRespTime: padded(10),
  /** The SP's number. */
  destId: padded(21),
  reserved: u32,
};

/** Whether an MO message reached its SP: the content of a FWD of msgFwdType 3. CMPP 3.0 §8.5. */
export type MoReport = Values<typeof moReportFields>;

const NARROW = 60;
const WIDE = 71;
const exactly = { strict: true, maxLength: WIDE };

const narrow = layout('report', at(reportFields, '2.0'), exactly);
const wide = layout('report', at(reportFields, '3.0'), exactly);
const mo = layout('moReport', moReportFields, exactly);

export interface DecodeReportOptions extends Tolerance {
  /** The version of the link. Where it is given, a report of the other version's length is a deviation. */
  readonly version?: CmppVersion | undefined;
}

/**
 * Reads a report of 60 octets, as 2.x has it, or of 71, as 3.0 has it: by its length, since gateways mix them. Of any
 * other length it is `undefined` with a warning, and the octets are yours to keep.
 * @throws PduError `type` for what is no `Uint8Array`, and under `strict` for each deviation
 */
export function decodeReport(octets: Uint8Array, options: DecodeReportOptions = {}): Report | undefined {
  wantOctets('report', octets);
  wantObject('report.options', options);
  const due = options.version === undefined ? [NARROW, WIDE] : [options.version === '3.0' ? WIDE : NARROW];
  checkLength('report', octets, due, options);
  if (octets.length === NARROW) return withoutBlanks('report', read(narrow, octets, options), options);
  return octets.length === WIDE ? withoutBlanks('report', read(wide, octets, options), options) : undefined;
}

/**
 * Writes a report as `version` has it: 71 octets in 3.0, 60 before. What is missing is zero or empty.
 * @throws PduError naming the field that cannot be written
 */
export function encodeReport(report: Partial<Report>, version: CmppVersion): Uint8Array {
  return (version === '3.0' ? wide : narrow).encode(report);
}

/**
 * Reads an MO report, 60 octets in every version. Of another length it is `undefined` with a warning.
 * @throws PduError `type` for what is no `Uint8Array`, and under `strict` for each deviation
 */
export function decodeMoReport(octets: Uint8Array, tolerance: Tolerance = {}): MoReport | undefined {
  wantOctets('moReport', octets);
  wantObject('moReport.options', tolerance);
  checkLength('moReport', octets, [NARROW], tolerance);
  return octets.length === NARROW ? withoutBlanks('moReport', read(mo, octets, tolerance), tolerance) : undefined;
}

/**
 * Writes an MO report, 60 octets. What is missing is zero or empty.
 * @throws PduError naming the field that cannot be written
 */
export function encodeMoReport(report: Partial<MoReport>): Uint8Array {
  return mo.encode(report);
}

function checkLength(command: string, octets: Uint8Array, due: readonly number[], tolerance: Tolerance): void {
  if (due.includes(octets.length)) return;
  const message = `${octets.length} octets, where ${due.join(' or ')} belong`;
  tolerate(tolerance, { code: 'bad_length', command, path: '', offset: 0, message });
}

/** Compiled and strict first, as nearly every report is clean; what deviates is read again to say how. */
function read<F extends Fields>(table: Layout<F>, octets: Uint8Array, tolerance: Tolerance): Values<F> {
  try {
    return table.decode(octets);
  } catch (error) {
    if (tolerance.strict || !(error instanceof PduError)) throw error;
    const { onWarning } = tolerance;
    return layout(table.name, table.fields, { compile: false, ...(onWarning && { onWarning }) }).decode(octets);
  }
}

/** Some gateways fill a state up with blanks. */
function withoutBlanks<R extends { stat: string }>(command: string, report: R, tolerance: Tolerance): R {
  const stat = report.stat.replace(/ +$/, '');
  if (stat.length === report.stat.length) return report;
  const message = 'blanks behind the state, which NUL should fill up';
  tolerate(tolerance, { code: 'padding', command, path: 'stat', offset: 8 + stat.length, message });
  return { ...report, stat };
}
