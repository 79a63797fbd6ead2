import { integer, octetsWithin } from './bounds.js';
import { names } from './names.js';

/** The network that an error code belongs to. 3.4 has 1 to 3 (1 ANSI-136, 2 IS-95); 5.0 narrows these and adds. */
const networks = names('networkErrorCode.network', {
  ansi136AccessDenied: 1,
  is95AccessDenied: 2,
  gsm: 3,
  ansi136Cause: 4,
  is95Cause: 5,
  ansi41: 6,
  smpp: 7,
  mcSpecific: 8,
});

export interface NetworkErrorCode {
  /** Absent from the form of three ASCII digits, which has no room for it. */
  network?: ReturnType<typeof networks.read>;
  /** 0 to 65535; 0 to 999 in the form of three ASCII digits. */
  errorCode: number;
}

const isDigit = (octet: number | undefined): boolean => octet !== undefined && octet >= 0x30 && octet <= 0x39;

/**
 * `network_error_code`, three octets: a network type and a code of 16 bits. Some MCs send three ASCII digits instead,
 * which no network type of 48 to 57 contradicts; without a `network` that form is written. SMPP 3.4 §5.3.2.31,
 * 5.0 §4.8.4.
 */
export const networkErrorCode = {
  networks: networks.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): NetworkErrorCode {
    const [first = 0, second = 0, third = 0] = octetsWithin('networkErrorCode', octets, 3, 3);
    if (isDigit(first) && isDigit(second) && isDigit(third)) {
      return { errorCode: (first - 0x30) * 100 + (second - 0x30) * 10 + (third - 0x30) };
    }
    return { network: networks.read(first), errorCode: (second << 8) | third };
  },

  /** @throws PduError `range` */
  write({ network, errorCode }: NetworkErrorCode): Uint8Array {
    if (network === undefined) {
      const digits = String(integer('networkErrorCode.errorCode', errorCode, 999)).padStart(3, '0');
      return Uint8Array.from(digits, (digit) => digit.charCodeAt(0));
    }
    const code = integer('networkErrorCode.errorCode', errorCode, 0xffff);
    return Uint8Array.of(networks.write(network), code >> 8, code & 0xff);
  },
};
