/** Octets that Msg_Content may have: fewer than 160 in ASCII, at most 140 otherwise. CMPP 3.0 §8.4.3.1. */
const limitOf = (msgFmt: number): number => (msgFmt === 0 ? 159 : 140);

/** Where and how the content of a message passes its limit; `length` is that of the whole PDU. */
export interface Excess {
  readonly offset: number;
  readonly message: string;
}

interface WithContent {
  readonly msgContent?: Uint8Array | undefined;
  readonly msgFmt?: number | undefined;
  readonly trailing?: Uint8Array | undefined;
}

/** @param tail octets of the one field behind the content */
export function contentExcess(pdu: object, length: number, tail: number): Excess | undefined {
  const { msgContent, msgFmt = 0, trailing } = pdu as WithContent;
  if (msgContent === undefined || msgContent.length <= limitOf(msgFmt)) return undefined;
  const offset = length - (trailing?.length ?? 0) - tail - msgContent.length;
  const message = `${msgContent.length} octets, where at most ${limitOf(msgFmt)} fit a message of msgFmt ${msgFmt}`;
  return { offset, message };
}
