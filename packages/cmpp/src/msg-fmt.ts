import { lookUp, type Meaning, type Meanings } from './meaning.js';

/** CMPP 3.0 §8.4.3.1, and below it what is met in the field. */
const formats: Meanings = {
  0: { name: 'ascii', text: 'ASCII, one octet a character.' },
  3: { name: 'sim-write', text: 'Data to be written to the SIM card.' },
  4: { name: 'binary', text: 'Binary data.' },
  8: { name: 'ucs2', text: 'UCS-2, big-endian; phones read UTF-16.' },
  15: { name: 'gb', text: 'Chinese in GB characters: decode as GB18030, which holds GBK and GB 2312.' },
  9: { name: 'ucs2-variant', text: 'UCS-2 with a meaning of the gateway of its own, such as text without signature.' },
  25: { name: 'ucs2-variant', text: 'UCS-2 with a meaning of the gateway of its own, such as text without signature.' },
  245: { name: 'binary-phone', text: 'Binary data of message class 1, for the phone, as WAP Push has it.' },
  246: { name: 'binary-sim', text: 'Binary data of message class 2, for the SIM card.' },
};

/** What a Msg_Fmt means. Any number has a meaning: gateways have formats of their own. */
export function describeMsgFmt(msgFmt: number, options: { readonly vendor?: Meanings | undefined } = {}): Meaning {
  const unknown = { name: 'unknown', text: `Format ${msgFmt} is not in the standard: ask the gateway's operator.` };
  return lookUp(msgFmt, options.vendor, formats) ?? unknown;
}
