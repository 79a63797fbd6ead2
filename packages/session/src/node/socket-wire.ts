import type { Socket } from 'node:net';
import type { Wire, WireEvents } from '../wire.js';

/** Octets Node may hold for us before we hold back. Its own mark is a single batch of ours, which is too early. */
const highWaterMark = 64 * 1024;

/** A TCP or TLS socket as a wire. The socket must allow half-open connections, or the last PDUs are lost. */
export class SocketWire implements Wire {
  readonly remote: string;
  private readonly socket: Socket;
  private error: unknown;

  constructor(socket: Socket) {
    this.socket = socket;
    this.remote = `${socket.remoteAddress ?? 'unknown'}:${socket.remotePort ?? 0}`;
    // A full batch that leaves as two segments must not wait for an acknowledgement in between.
    socket.setNoDelay(true);
    socket.on('error', (error) => {
      this.error = error;
    });
  }

  start(events: WireEvents): void {
    this.socket.on('data', (chunk) => {
      // A plain array: a codec that sees two classes of them runs at half its speed.
      events.onData(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    });
    this.socket.on('drain', () => events.onDrain());
    this.socket.on('end', () => events.onEnd());
    this.socket.on('close', () => events.onClose(this.error));
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
