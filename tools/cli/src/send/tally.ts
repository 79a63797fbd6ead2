import type { Awaited } from './awaited.js';

/** What became of the PDUs that were to be sent. */
export class Tally {
  /** PDUs to be sent. */
  readonly total: number;
  /** Receipts for each. */
  private readonly recipients: number;
  accepted = 0;
  /** Those that were answered with an error or not at all, by what was wrong. */
  readonly failures = new Map<string, number>();

  constructor(total: number, recipients = 1) {
    this.total = total;
    this.recipients = recipients;
  }

  failed(why: string): void {
    this.failures.set(why, (this.failures.get(why) ?? 0) + 1);
  }

  /** One line, or as a document. */
  report(receipts: Awaited | undefined): { text: string; document: Record<string, unknown>; good: boolean } {
    const { total, recipients, accepted, failures } = this;
    const parts = [`${accepted} of ${total} accepted`, ...[...failures].map(([why, count]) => `${count} ${why}`)];
    const document = { type: 'summary', total, accepted, failures: Object.fromEntries(failures) };
    if (receipts === undefined) return { text: parts.join(', '), document, good: accepted === total };
    const { delivered, undelivered, missing } = receipts;
    parts.push(`${delivered} delivered`);
    if (undelivered > 0) parts.push(`${undelivered} undelivered`);
    if (missing > 0) parts.push(`${missing} without a receipt`);
    return {
      text: parts.join(', '),
      document: { ...document, delivered, undelivered, missing },
      good: accepted === total && delivered === total * recipients,
    };
  }
}
