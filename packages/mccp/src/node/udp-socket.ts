import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { MccpExchangeError } from '../exchange-error.js';

/** A socket of the family that `host` resolves to, and the address. */
export async function socketFor(host: string): Promise<{ socket: Socket; address: string }> {
  try {
    const { address, family } = await lookup(host);
    return { socket: createSocket(family === 6 ? 'udp6' : 'udp4'), address };
  } catch (cause) {
    throw new MccpExchangeError('network', `${host} has no address`, { cause });
  }
}

/** Waits for `connect` or `listening`; closes the socket when an error comes first. */
export async function ready(socket: Socket, event: 'connect' | 'listening', what: string): Promise<void> {
  try {
    await once(socket, event);
  } catch (cause) {
    socket.close();
    throw new MccpExchangeError('network', `cannot ${what}`, { cause });
  }
}

export function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.close(resolve);
  });
}
