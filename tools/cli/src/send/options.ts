import { randomInt } from 'node:crypto';
import type { Protocol } from '@smswire/session';
import { Failure } from '../failure.js';
import { formOf } from '../form-options.js';
import { fromHex } from '../hex.js';
import { textOf } from '../input.js';
import { certificatesOf, keyOf } from '../pem.js';
import type { Given } from './given.js';
import type { ContentOptions } from './segmented.js';
import type { SendOptions } from './send.js';
import type { MessageTask, Task } from './tasks.js';

/** What one protocol makes of its options. */
export interface Reading<P extends Protocol> {
  readonly sender: SendOptions<P>['sender'];
  readonly defaultPort: number;
  /** Whether nothing can be sent. */
  readonly listens: boolean;
  /** What to send a message as. */
  readonly message: (content: ContentOptions, destinationAddr: string) => Pick<MessageTask<P>, 'parts' | 'recipients'>;
}

/** What is to be done. @throws Failure where options do not go together */
export async function sendOptions<P extends Protocol>(
  argument: string | undefined,
  given: Given,
  reading: Reading<P>,
): Promise<SendOptions<P>> {
  const { window, rate, wait = false, waitReceipts } = given;
  return {
    connect: connectOf(given, reading.defaultPort),
    sender: reading.sender,
    task: await taskOf(argument, given, reading),
    window,
    rate,
    waitReceiptsMs: waitReceipts,
    wait,
    form: formOf(given),
  };
}

/** The codec, but that the first number is the one that was asked for. */
export const numberedFrom = <P extends Protocol>(codec: P, { sequenceNumber }: Given): P =>
  sequenceNumber === undefined ? codec : { ...codec, firstNumber: sequenceNumber };

function connectOf(given: Given, defaultPort: number): SendOptions<Protocol>['connect'] {
  const { host, port = defaultPort, ca, insecure, tlsKey, tlsCert, window } = given;
  const { connectTimeout: connectTimeoutMs, responseTimeout: responseTimeoutMs } = given;
  const secure = given.tls || insecure || [ca, tlsKey, tlsCert].some((file) => file !== undefined);
  const tls = secure && {
    rejectUnauthorized: insecure !== true,
    ...(ca !== undefined && { ca: certificatesOf('--ca', ca) }),
    ...(tlsKey !== undefined && { key: keyOf('--tls-key', tlsKey) }),
    ...(tlsCert !== undefined && { cert: certificatesOf('--tls-cert', tlsCert) }),
  };
  return { host, port, tls, connectTimeoutMs, responseTimeoutMs, window };
}

async function taskOf<P extends Protocol>(
  argument: string | undefined,
  given: Given,
  reading: Reading<P>,
): Promise<Task<P>> {
  const { ping, raw, destinationAddr, count, wapPush: href } = given;
  if (ping) return { kind: 'ping' };
  if (raw !== undefined) return { kind: 'raw', octets: fromHex(raw) };
  const spoken = argument ?? given.shortMessage;
  if (href === undefined && (given.pushText ?? given.pushAction) !== undefined) {
    throw new Failure('--push-text and --push-action are for --wap-push URL');
  }
  if (href !== undefined && (spoken !== undefined || given.hex)) {
    throw new Failure('--wap-push is the whole message: say its text with --push-text');
  }
  if (destinationAddr === undefined) {
    if (spoken === undefined && href === undefined && (given.wait || reading.listens)) return { kind: 'listen' };
    throw new Failure('--destination-addr is missing: whom is the message for? (--ping and --wait do without)');
  }
  const text = spoken ?? (href === undefined ? await typedIn() : '');
  const references = given.referenceWidth === '16' ? 65_536 : 256;
  const reference = given.reference ?? randomInt(references);
  const message = reading.message(contentOf(text, given), destinationAddr);
  return { kind: 'message', ...message, count, reference, references };
}

async function typedIn(): Promise<string> {
  const text = (await textOf(undefined)).replace(/\r?\n$/, '');
  if (text === '') throw new Failure("standard input was empty: give the message, or '' for none");
  return text;
}

function contentOf(text: string, given: Given): ContentOptions {
  const { hex, alphabet, ports, udh, wapPush: href, pushText, pushAction } = given;
  return {
    text,
    hex,
    alphabet,
    ports,
    udh,
    push: href === undefined ? undefined : { href, text: pushText, action: pushAction },
    referenceWidth: given.referenceWidth === '16' ? 16 : 8,
  };
}
