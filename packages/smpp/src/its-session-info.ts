import { integer, octetsWithin } from './bounds.js';

export interface ItsSessionInfo {
  /** 0 to 255. */
  session: number;
  /** The number of the dialogue unit in the session, 0 to 127. */
  sequence: number;
  /** Whether the session ends here. */
  end: boolean;
}

/** `its_session_info` of Korean CDMA, two octets. SMPP 3.4 §5.3.2.43, 5.0 §4.8.4. */
export const itsSessionInfo = {
  /** @throws PduError `length` */
  read(octets: Uint8Array): ItsSessionInfo {
    const [session = 0, second = 0] = octetsWithin('itsSessionInfo', octets, 2, 2);
    return { session, sequence: second >> 1, end: (second & 1) !== 0 };
  },

  /** @throws PduError `range` */
  write({ session = 0, sequence = 0, end = false }: Partial<ItsSessionInfo>): Uint8Array {
    return Uint8Array.of(
      integer('itsSessionInfo.session', session, 0xff),
      (integer('itsSessionInfo.sequence', sequence, 0x7f) << 1) | (end ? 1 : 0),
    );
  },
};
