import {
  type CloseReason,
  type Command,
  type Handlers,
  Link,
  type Protocol,
  type SessionOptions,
} from '../../src/index.js';
import { type ManualClock, type MemoryWire, manualClock, memoryWires } from '../../src/memory.js';

/** What the cases need to say in a protocol. Give another dialect and they run on another protocol. */
export interface Dialect {
  readonly protocol: Protocol;
  readonly lastNumber: number;
  /** Whether either side may ask what the other may; otherwise one submits and the other delivers. */
  readonly bothWays?: boolean;
  bind: () => Command;
  /** What the side that bound asks, and what the other side asks. */
  submit: (text: string) => Command;
  deliver: (text: string) => Command;
  /** Undefined where the protocol has none. */
  notice: ((text: string) => Command) | undefined;
  enquire: () => Command;
  unbind: () => Command;
  /** A response to anything at all, to refuse it. Undefined where the protocol has none. */
  nack: (() => Command) | undefined;
  ok: (request: Command, text?: string) => Command;
  error: (request: Command) => Command;
  text: (pdu: Command) => string;
  number: (pdu: Command) => number;
  /** This request, made so that encoding it throws. */
  unencodable: (request: Command) => Command;
  /** A frame of a known request with a bad body; of an unknown command; each with this number. */
  malformed: (number: number) => Uint8Array;
  unknown: (number: number) => Uint8Array;
  /** Undefined where the codec makes something of every response. */
  malformedResponse: ((number: number) => Uint8Array) | undefined;
  /** A frame that is decoded with a warning. */
  odd: () => Command;
  /** Whether a PDU is the refusal for this reason. */
  refused: (pdu: Command, why: 'state' | 'bound' | 'unknown' | 'failed' | 'busy') => boolean;
}

export type Role = 'client' | 'server';
export const roles = ['client', 'server'] as const;

/** Lets everything happen that can happen without time going by. */
export async function settle(clock: ManualClock): Promise<void> {
  for (let i = 0; i < 12; i++) {
    clock.settle();
    await Promise.resolve();
  }
}

/** The other end, without any session: it sends and keeps exactly what a case says. */
export class Peer {
  readonly got: Command[] = [];
  ended = false;
  closed = false;
  /** Answers in place of the case: called with each PDU that comes. */
  reply: ((pdu: Command) => void) | undefined;
  private readonly dialect: Dialect;
  readonly wire: MemoryWire;
  private left = new Uint8Array(0);

  constructor(dialect: Dialect, wire: MemoryWire) {
    this.dialect = dialect;
    this.wire = wire;
    wire.start({
      onData: (chunk) => this.take(chunk),
      onDrain: () => {},
      onEnd: () => {
        this.ended = true;
        wire.end();
      },
      onClose: () => {
        this.closed = true;
      },
    });
  }

  send(pdu: Command, number: number): void {
    this.wire.write(this.dialect.protocol.encode(pdu, number));
  }

  answer(request: Command, text?: string): void {
    this.send(this.dialect.ok(request, text), this.dialect.number(request));
  }

  /** The last PDU that came. */
  get last(): Command {
    return this.got.at(-1) as Command;
  }

  get commands(): string[] {
    return this.got.map((pdu) => pdu.command);
  }

  private take(chunk: Uint8Array): void {
    const { protocol } = this.dialect;
    const bytes = new Uint8Array(this.left.length + chunk.length);
    bytes.set(this.left);
    bytes.set(chunk, this.left.length);
    let start = 0;
    for (;;) {
      const length = start === bytes.length ? undefined : protocol.frameLength(bytes, start, bytes.length, start);
      if (length === undefined || start + length > bytes.length) break;
      const pdu = protocol.decodeFrame(bytes, start, start + length);
      start += length;
      this.got.push(pdu);
      this.reply?.(pdu);
    }
    this.left = bytes.slice(start);
  }
}

export interface Closing {
  reason: CloseReason;
  unanswered: readonly Command[];
}

/** One link in the role under test, and its peer. */
export class World {
  readonly clock = manualClock();
  readonly link: Link;
  readonly peer: Peer;
  readonly role: Role;
  readonly dialect: Dialect;
  readonly wire: MemoryWire;
  closing: Closing | undefined;

  constructor(dialect: Dialect, role: Role, handlers: Handlers = {}, options: Partial<SessionOptions> = {}) {
    const [ours, theirs] = memoryWires({ clock: this.clock });
    this.dialect = dialect;
    this.role = role;
    this.wire = ours;
    this.peer = new Peer(dialect, theirs);
    this.link = new Link(ours, dialect.protocol, this.complete(handlers), { ...options, clock: this.clock });
  }

  /** The handlers, and what every world has: a bind is accepted, the end is remembered. */
  complete(handlers: Handlers): Handlers {
    const bind = this.dialect.bind().command;
    const accept: Handlers['onRequest'] = (pdu, link) =>
      pdu.command === bind && link.state === undefined ? this.dialect.ok(pdu) : handlers.onRequest?.(pdu, link);
    return {
      ...handlers,
      ...(handlers.onRequest === undefined && this.role === 'client' ? {} : { onRequest: accept }),
      onClose: (reason, unanswered, link) => {
        this.closing = { reason, unanswered };
        handlers.onClose?.(reason, unanswered, link);
      },
    };
  }

  /** A world whose session is open; the peer's `got` is empty, and our next number is `ourNext`. */
  static async bound(
    dialect: Dialect,
    role: Role,
    handlers?: Handlers,
    options?: Partial<SessionOptions>,
  ): Promise<World> {
    const world = new World(dialect, role, handlers, options);
    await world.bind();
    return world;
  }

  async bind(): Promise<void> {
    if (this.role === 'client') {
      const bound = this.link.request(this.dialect.bind());
      await this.settle();
      this.peer.answer(this.peer.last);
      await this.settle();
      await bound;
    } else {
      this.peer.send(this.dialect.bind(), 1);
      await this.settle();
    }
    this.peer.got.length = 0;
  }

  /** A request of ours. */
  ask(text = 'ask'): Command {
    return this.role === 'client' ? this.dialect.submit(text) : this.dialect.deliver(text);
  }

  /** A request of the peer. */
  asked(text = 'asked'): Command {
    return this.role === 'client' ? this.dialect.deliver(text) : this.dialect.submit(text);
  }

  /** The number our first request after the bind has. */
  get ourNext(): number {
    return this.role === 'client' ? 2 : 1;
  }

  settle(): Promise<void> {
    return settle(this.clock);
  }

  async advance(ms: number): Promise<void> {
    await this.settle();
    this.clock.advance(ms);
    await this.settle();
  }
}

/** What became of a promise, without waiting for it. */
export function outcome(promise: Promise<unknown>): {
  value?: unknown;
  error?: { code: string; [key: string]: unknown };
} {
  const result: { value?: unknown; error?: { code: string } } = {};
  promise.then(
    (value) => {
      result.value = value;
    },
    (error) => {
      result.error = error;
    },
  );
  return result;
}
