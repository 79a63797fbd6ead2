import type { Protocol, ReceiveOf, SendOf } from '@smswire/session';
import type { Explained } from './protocol.js';

type Any<P extends Protocol> = SendOf<P> | ReceiveOf<P>;

/** A protocol as it is talked, and how what passes is shown. */
export interface Talked<P extends Protocol> {
  readonly codec: P;
  /** What its PDUs call their number. */
  readonly number: string;
  /** The octet at which the number stands in a PDU. */
  readonly numberAt: number;
  /** How many octets a header has. */
  readonly headerLength: number;
  /** The command of this id. */
  readonly commandOf: (id: number) => string | undefined;
  /** A PDU in one line, under its number where it has one. */
  summary(pdu: Any<P>, number: number | undefined): string;
  /** How the octets that `codec` wrote or read are explained: a link may have come to speak another version. */
  explained(codec: P): Explained;
}

/** The same protocol over another codec. */
export const over = <P extends Protocol>(talked: Talked<P>, change: (codec: P) => P): Talked<P> => ({
  ...talked,
  codec: changed(talked.codec, change),
});

/** The codec with a change to it, and so every other one that a link of it comes to speak. */
export function changed<P extends Protocol>(codec: P, change: (codec: P) => P): P {
  const made = change(codec);
  return {
    ...made,
    opened(request: Any<P>, response: Any<P>, askedByUs: boolean) {
      const opening = made.opened(request, response, askedByUs);
      return opening?.protocol === undefined
        ? opening
        : { ...opening, protocol: changed(opening.protocol as P, change) };
    },
    ...(made.answering && {
      answering(request: ReceiveOf<P>) {
        const other = made.answering?.(request);
        return other === undefined ? undefined : changed(other as P, change);
      },
    }),
  };
}
