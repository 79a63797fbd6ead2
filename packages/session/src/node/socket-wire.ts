import type { Socket } from 'node:net';
import type { Wire, WireEvents } from '../wire.js';

/** Octets Node may hold for us before we hold back. Its own mark is a single batch of ours, which is too early. */
const highWaterMark = 64 * 1024;

/** A TCP or TLS socket as a wire. The socket must allow half-open connections, or the last PDUs are lost. */
export class SocketWire implements Wire {
  readonly remote: string;
  error: unknown;
  events: WireEvents | undefined;
  private readonly socket: WiredSocket;

  constructor(socket: Socket) {
    this.socket = socket;
    this.socket[wire] = this;
    this.remote = `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
    // A full batch that leaves as two segments must not wait for an acknowledgement in between.
    socket.setNoDelay(true);
    socket.on('error', onError);
  }

  start(events: WireEvents): void {
    this.events = events;
    this.socket.on('data', onData).on('drain', onDrain).on('end', onEnd).on('close', onClose);
  }

  write(bytes: Uint8Array): boolean {
    if (!this.socket.writable) return true;
    return this.socket.write(bytes) || this.socket.writableLength < highWaterMark;
  }

  end(): void {
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }
}

const wire = Symbol('wire');

interface WiredSocket extends Socket {
  [wire]?: SocketWire;
}

// One function of each for all sockets: five closures a socket are a third of what an idle session costs.
function onData(this: WiredSocket, chunk: Uint8Array): void {
  // A plain array: a codec that sees two classes of them runs at half its speed.
  this[wire]?.events?.onData(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
}

function onDrain(this: WiredSocket): void {
  this[wire]?.events?.onDrain();
}

function onEnd(this: WiredSocket): void {
  this[wire]?.events?.onEnd();
}

function onClose(this: WiredSocket): void {
  this[wire]?.events?.onClose(this[wire].error);
}

function onError(this: WiredSocket, error: unknown): void {
  if (this[wire] !== undefined) this[wire].error = error;
}
