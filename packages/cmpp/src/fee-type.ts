import { lookUp, type Meaning, type Meanings } from './meaning.js';
import type { CmppVersion } from './version.js';

/** What an SP may ask for in every version. CMPP 3.0 §8.4.3.1. */
const always: Meanings = {
  '01': { name: 'free', text: 'The recipient is not charged.' },
  '02': { name: 'per-message', text: 'The fee is charged for each message.' },
  '03': { name: 'monthly', text: 'The fee is charged by the month.' },
};

const before30: Meanings = {
  '04': { name: 'capped', text: 'The fee is charged up to a limit.' },
  '05': { name: 'by-sp', text: 'The SP charges the fee itself.' },
};

const forward20: Meanings = {
  '00': { name: 'no-fee', text: 'There is no information fee; the record offsets the fee of the channel.' },
};

const forward30: Meanings = {
  '06': { name: 'monthly-query', text: 'The message asks about a monthly fee.' },
};

export interface DescribeFeeTypeOptions {
  readonly version: CmppVersion;
  /**
   * The message that carries it.
   * @default 'CMPP_SUBMIT'
   */
  readonly command?: 'CMPP_SUBMIT' | 'CMPP_FWD' | undefined;
  /** Meanings of your gateway's own codes. */
  readonly vendor?: Meanings | undefined;
}

/** What a FeeType means. Any text has a meaning: gateways have types of their own. */
export function describeFeeType(feeType: string, options: DescribeFeeTypeOptions): Meaning {
  const forward = options.version === '3.0' ? forward30 : forward20;
  const known = lookUp(
    feeType,
    options.vendor,
    always,
    options.version === '3.0' ? undefined : before30,
    options.command === 'CMPP_FWD' ? forward : undefined,
  );
  return (
    known ?? { name: 'unknown', text: `Type ${feeType || "''"} is not in the standard: ask the gateway's operator.` }
  );
}
