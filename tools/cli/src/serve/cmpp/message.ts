/** A message to one recipient that was accepted. */
export interface Message {
  /** `msgId` as text. */
  readonly id: string;
  readonly msgId: bigint;
  /** That of the SUBMIT's first recipient, which its response named. */
  readonly base: bigint;
  /** Recipients of the SUBMIT. */
  readonly recipients: number;
  /** The SP's Source_Addr. */
  readonly sourceAddr: string;
  readonly serviceId: string;
  readonly srcId: string;
  readonly destTerminalId: string;
  readonly submitted: Date;
  readonly registeredDelivery: number;
  /** `Stat` of its report. Empty while it is on the way. */
  stat: string;
  /** When it reached its final state. */
  done?: Date;
  /** What became of the message that was sent back for it. */
  returned?: 'waiting' | 'delivered' | 'failed';
}
