/** What a wire tells. `onClose` is the last, and comes once. */
export interface WireEvents {
  /** Octets came. The chunk is the receiver's; the wire does not touch it again. */
  onData(chunk: Uint8Array): void;
  /** After `write` gave false: it may go on. */
  onDrain(): void;
  /** The peer will send nothing more. */
  onEnd(): void;
  /** Nothing more goes either way. With an error where the wire failed. */
  onClose(error?: unknown): void;
}

/** A byte stream both ways. */
export interface Wire {
  /** Who is at the other end, in the wire's own words. */
  readonly remote: string;
  /** Begins to tell. Nothing that came before is lost. */
  start(events: WireEvents): void;
  /** Takes the octets; the caller does not change them any more. False: it should wait for `onDrain`. */
  write(bytes: Uint8Array): boolean;
  /** Ends this side once all is written. Later calls do nothing. */
  end(): void;
  /** Closes both sides at once. */
  destroy(): void;
  /** Data may stay where it is until `resume`. */
  pause(): void;
  resume(): void;
}
