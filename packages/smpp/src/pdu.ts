import type { Command, Input, Tlv, TlvValues, Values } from '@smswire/pdu';
import type { commands } from './commands.js';
import type { tlvTable } from './tlvs.js';

/** What a codec knows besides the standard: none, by default. */
export type NoTlvs = Record<never, Tlv>;

/** The vendor's take the place of the standard's under their names. */
type Known<Vendor> = Omit<typeof tlvTable, keyof Vendor> & Vendor;

type Tail<Vendor> = {
  /** Optional parameters in the order of the wire; absent where there are none. */
  tlvs?: TlvValues<Known<Vendor>>;
  /** Octets behind the last whole TLV. */
  trailing?: Uint8Array;
};

type Header<Name> = { command: Name; commandStatus: number; sequenceNumber: number };

/** The body of a response may be absent on the wire, so that its fields may be. */
type Body<Name, F> = Name extends `${string}_resp` ? Partial<Values<F>> : Values<F>;

type Show<T> = { [K in keyof T]: T[K] } & {};

/** A decoded PDU of one command: `Pdu<typeof submitSm>`. */
export type Pdu<C, Vendor = NoTlvs> =
  C extends Command<infer Name, infer F>
    ? Show<Header<Name> & Omit<Body<Name, F>, keyof Header<Name>> & Tail<Vendor>>
    : never;

/** A PDU of one command to encode: what is left out is written as zero or empty. */
export type PduInput<C, Vendor = NoTlvs> =
  C extends Command<infer Name, infer F>
    ? Show<
        { command: Name; commandStatus?: number | undefined; sequenceNumber?: number | undefined } & Input<F> & {
            tlvs?:
              | {
                  [K in keyof TlvValues<Known<Vendor>>]?: TlvValues<Known<Vendor>>[K] | undefined;
                }
              | undefined;
            trailing?: Uint8Array | undefined;
          }
      >
    : never;

/** A command that is in no table, its id in the name and its body as it came. */
export interface UnknownPdu {
  command: `0x${string}`;
  commandStatus: number;
  sequenceNumber: number;
  body: Uint8Array;
}

/** Any PDU of the standard, narrowed by `pdu.command`. */
export type SmppPdu<Vendor = NoTlvs, Extra = never> = Pdu<(typeof commands)[number] | Extra, Vendor> | UnknownPdu;

/** Any PDU to encode. */
export type SmppInput<Vendor = NoTlvs, Extra = never> =
  | PduInput<(typeof commands)[number] | Extra, Vendor>
  | (Partial<UnknownPdu> & Pick<UnknownPdu, 'command'>);
