import { names } from './names.js';
import type { SmppVersion } from './versions.js';

/** Type of number: `source_addr_ton`, `dest_addr_ton`, `addr_ton`, `esme_addr_ton`. SMPP 3.4 §5.2.5, 5.0 §4.7.1. */
export const ton = names('ton', {
  unknown: 0,
  international: 1,
  national: 2,
  networkSpecific: 3,
  subscriber: 4,
  alphanumeric: 5,
  abbreviated: 6,
});

/** Numbering plan indicator. SMPP 3.4 §5.2.6, 5.0 §4.7.2. */
export const npi = names('npi', {
  unknown: 0,
  /** E.163 and E.164: telephone numbers. */
  isdn: 1,
  /** X.121. */
  data: 3,
  /** F.69. */
  telex: 4,
  /** E.212. */
  landMobile: 6,
  national: 8,
  private: 9,
  ermes: 10,
  /** IP. */
  internet: 14,
  wapClientId: 18,
});

/** `data_coding` by its SMPP names. SMPP 3.4 §5.2.19, 5.0 §4.7.7. */
export const dataCoding = names('dataCoding', {
  /** Whatever the MC takes for its own: often GSM 03.38, sometimes Latin-1 or ASCII. */
  mcDefault: 0x00,
  /** IA5, CCITT T.50, ANSI X3.4. */
  ascii: 0x01,
  octets: 0x02,
  /** ISO 8859-1. */
  latin1: 0x03,
  octetsAlso: 0x04,
  /** X 0208-1990. */
  jis: 0x05,
  /** ISO 8859-5. */
  cyrillic: 0x06,
  /** ISO 8859-8. */
  hebrew: 0x07,
  /** ISO/IEC 10646 big-endian, in practice UTF-16. */
  ucs2: 0x08,
  pictogram: 0x09,
  /** ISO-2022-JP: music codes. */
  iso2022Jp: 0x0a,
  /** JIS X 0212-1990: extended kanji. */
  jisX0212: 0x0d,
  /** KS C 5601. */
  ksC5601: 0x0e,
});

/** `interface_version` and `sc_interface_version`; see {@link versionOf}. SMPP 3.4 §5.2.4, 5.0 §4.7.13. */
export const interfaceVersion = names('interfaceVersion', { '3.3': 0x33, '3.4': 0x34, '5.0': 0x50 });

/** The version that an `interface_version` amounts to: 0x33 and below are 3.3, reserved values the one below them. */
export function versionOf(octet: number): SmppVersion {
  if (octet <= 0x33) return '3.3';
  return octet < 0x50 ? '3.4' : '5.0';
}

/** What `priority_flag` means, by network. SMPP 3.4 §5.2.14, 5.0 §4.7.19. */
export const priorityFlag = {
  gsm: names('priorityFlag', { none: 0, priority1: 1, priority2: 2, priority3: 3 }),
  ansi136: names('priorityFlag', { bulk: 0, normal: 1, urgent: 2, veryUrgent: 3 }),
  is95: names('priorityFlag', { normal: 0, interactive: 1, urgent: 2, emergency: 3 }),
  ansi41Cbs: names('priorityFlag', { normal: 0, interactive: 1, urgent: 2, emergency: 3 }),
  gsmCbs: names('priorityFlag', { normal: 0, immediateBroadcast: 1, high: 2, priorityBackground: 4 }),
};

/** Which of the two forms a `dest_address` of submit_multi has. SMPP 3.4 §5.2.25. */
export const destFlag = names('destFlag', { smeAddress: 1, distributionList: 2 });
