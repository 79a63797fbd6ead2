import { lookUp, type Meaning, type Meanings } from './meaning.js';

/** CMPP 3.0 §8.4.5.1. */
const states: Meanings = {
  DELIVRD: { name: 'delivered', text: 'The message was delivered.' },
  EXPIRED: { name: 'expired', text: 'The validity period ended before the message could be delivered.' },
  DELETED: { name: 'deleted', text: 'The message was deleted.' },
  UNDELIV: { name: 'undeliverable', text: 'The message cannot be delivered.' },
  ACCEPTD: { name: 'accepted', text: 'The message was accepted for the recipient; its fate is still open.' },
  UNKNOWN: { name: 'unknown-state', text: 'The message is in an invalid state.' },
  REJECTD: { name: 'rejected', text: 'The message was rejected.' },
};

/** What leads a state of the form `MB:xxxx`. */
const origins: Meanings = {
  MA: { name: 'smsc-silent', text: 'The SMS centre gave no response.' },
  MB: { name: 'smsc-error', text: 'The SMS centre answered with an error.' },
  MC: { name: 'smsc-no-report', text: 'No report came from the SMS centre.' },
  CA: { name: 'scp-silent', text: 'The prepaid platform (SCP) gave no response.' },
  CB: { name: 'scp-error', text: 'The prepaid platform (SCP) answered with an error.' },
  DA: { name: 'dsmp-silent', text: 'The service management platform (DSMP) gave no response.' },
  DB: { name: 'dsmp-error', text: 'The service management platform (DSMP) answered with an error.' },
  SA: { name: 'sp-silent', text: 'The SP gave no response.' },
  SB: { name: 'sp-error', text: 'The SP answered with an error.' },
  IA: { name: 'gateway-silent', text: 'The next gateway gave no response.' },
  IB: { name: 'gateway-error', text: 'The next gateway answered with an error.' },
  IC: { name: 'gateway-no-report', text: 'No report came from the next gateway.' },
};

/**
 * What a report's `stat` means. Any text has a meaning: gateways have states of their own, such as `MK:0012`. A table of
 * theirs may name a whole state or, as `MK`, what leads one.
 */
export function describeStat(stat: string, options: { readonly vendor?: Meanings | undefined } = {}): Meaning {
  const { vendor } = options;
  const colon = stat.indexOf(':');
  const whole = lookUp(stat, vendor, states);
  if (whole !== undefined) return whole;
  const origin = colon < 0 ? undefined : lookUp(stat.slice(0, colon), vendor, origins);
  if (origin === undefined) {
    return { name: 'unknown', text: `${stat || 'An empty state'} is the gateway's own: ask its operator.` };
  }
  const code = stat.slice(colon + 1);
  return code === '' ? origin : { name: origin.name, text: `${origin.text} Its code is ${code}.` };
}

/** Whether the message arrived. */
export function isDelivered(stat: string): boolean {
  return stat === 'DELIVRD';
}

/** Whether nothing more will come of the message. A report is final unless it says that the message is under way. */
export function isFinal(stat: string): boolean {
  return stat !== 'ACCEPTD' && stat !== 'ENROUTE';
}
