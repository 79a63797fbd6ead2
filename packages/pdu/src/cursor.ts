import { type OnWarning, PduError, type PduErrorCode, type Warning, type WarningCode } from './errors.js';

/** A row of a dissection: what stands in the octets from `start` to `end`, counted from the start of the PDU. */
export interface Row {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** What shows that octets are not what they were taken for. */
const unfit: ReadonlySet<PduErrorCode> = new Set(['end', 'choice', 'no_nul']);

/** Where the interpreter stands in one PDU, reading or writing, and what it does with what it finds. */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly start: number;
  /** The end of what may be read: of the PDU, and of a TLV while it is read. */
  end: number;
  at: number;
  command: string;
  readonly path: string[] = [];
  private readonly strict: boolean;
  private onWarning: OnWarning | undefined;
  /** What `strict` refused. */
  private deviation: PduError | undefined;
  private onRow: ((row: Row) => void) | undefined;

  constructor(
    bytes: Uint8Array,
    start: number,
    end: number,
    command: string,
    how: { strict?: boolean; onWarning?: OnWarning | undefined; onRow?: ((row: Row) => void) | undefined } = {},
  ) {
    this.bytes = bytes;
    this.start = start;
    this.at = start;
    this.end = end;
    this.command = command;
    this.strict = how.strict ?? false;
    this.onWarning = how.onWarning;
    this.onRow = how.onRow;
  }

  /** Runs `read` with `name` on the path. */
  within<T>(name: string, read: () => T): T {
    this.path.push(name);
    const value = read();
    this.path.pop();
    return value;
  }

  /** Tells a dissection what stands between `from` and here, if anything does. */
  row(from: number, value: unknown, suffix = ''): void {
    if (from === this.at) return;
    this.onRow?.({ path: this.pathText() + suffix, start: from - this.start, end: this.at - this.start, value });
  }

  /** Tolerates, or under `strict` refuses. */
  warn(code: WarningCode, at: number, message: string, path: string = this.pathText()): void {
    const warning = { code, command: this.command, path, offset: at - this.start, message };
    if (this.strict) {
      this.deviation = new PduError({ ...warning, degree: 'pdu' });
      throw this.deviation;
    }
    this.onWarning?.(warning);
  }

  /**
   * Runs `read`; where it gives undefined or meets a bad value, all is as if it had not run: no row, no warning,
   * the position and the path as before. A deviation under `strict` is no bad value and is thrown on.
   */
  attempt<T>(read: () => T | undefined): T | undefined {
    const { at, end, onWarning, onRow } = this;
    const depth = this.path.length;
    const rows: Row[] = [];
    const warnings: Warning[] = [];
    if (onRow !== undefined) this.onRow = (row) => rows.push(row);
    if (onWarning !== undefined) this.onWarning = (warning) => warnings.push(warning);
    let value: T | undefined;
    try {
      value = read();
    } catch (error) {
      if (error === this.deviation || !(error instanceof PduError && unfit.has(error.code))) throw error;
    } finally {
      Object.assign(this, { end, onWarning, onRow });
      this.path.length = depth;
    }
    if (value === undefined) this.at = at;
    else {
      for (const row of rows) onRow?.(row);
      for (const warning of warnings) onWarning?.(warning);
    }
    return value;
  }

  /** A fault of the peer's PDU that nothing can make good. */
  bad(code: PduErrorCode, at: number, message: string): never {
    const { command } = this;
    throw new PduError({ code, command, path: this.pathText(), offset: at - this.start, message, degree: 'pdu' });
  }

  /** A value of the caller's that cannot be written. */
  refuse(code: PduErrorCode, message: string): never {
    const { command } = this;
    throw new PduError({ code, command, path: this.pathText(), offset: this.at - this.start, message });
  }

  pathText(): string {
    return this.path.join('.').replaceAll('.[', '[');
  }
}
