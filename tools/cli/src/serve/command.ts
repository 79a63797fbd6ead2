import { commandStatus } from '@smswire/smpp';
import { type Command, InvalidArgumentError } from 'commander';
import { Failure } from '../failure.js';
import { formOf, formOptions, type GivenForm } from '../form-options.js';
import { duration, each, integer, named, port, rate, share } from '../option-values.js';
import { credentials } from './credentials.js';
import type { ServeOptions } from './serve.js';

interface Given extends GivenForm {
  host: string;
  port: number;
  systemId?: readonly string[];
  password?: readonly string[];
  receiptDelay: number;
  undeliverable?: number;
  echo?: boolean;
  throttleRate?: number;
  fail?: number;
  failStatus?: number;
  drop?: number;
  delay?: { ms: number; share: number };
  seed?: number;
  limit?: number;
  tlsKey?: string;
  tlsCert?: string;
}

const text = (value: string): string => value;
const u32 = 0xffffffff;

/** Declares `serve`; `done` is given the exit code. */
export function serveCommand(command: Command, done: (exitCode: number) => void): void {
  command
    .description('a message centre for testing, until SIGINT or SIGTERM')
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--port <number>', 'the port; 0 takes any and says which', port, 2775)
    .option('--system-id <id>', 'who may bind, again for more (default: everybody)', each(text))
    .option('--password <password>', 'of the system id in the same place', each(text))
    .option('--receipt-delay <time>', 'from a message to its final state and its receipt', duration, 1000)
    .option('--undeliverable <share>', 'the share of messages that cannot be delivered', share)
    .option('--echo', 'send every message back as a deliver_sm')
    .option('--throttle-rate <n>', 'submissions a second on a link; more are answered with ESME_RTHROTTLED', rate)
    .option('--fail <share>', 'the share of requests that are refused', share)
    .option('--fail-status <status>', 'with this status', named({ values: commandStatus }, u32))
    .option('--drop <share>', 'the share of answers that are not sent', share)
    .option('--delay <time[,share]>', 'hold back answers, all or a share of them: 200ms,10%', delay)
    .option('--seed <number>', 'for the same shares again in every run', integer(0, u32))
    .option('--limit <n>', 'messages on the way; more are answered with ESME_RMSGQFUL', integer(1, 10_000_000))
    .option('--tls-key <file>', 'a private key, to speak TLS')
    .option('--tls-cert <file>', 'its certificate');
  formOptions(command).action(async (given: Given) => {
    const { serve } = await import('./serve.js');
    done(await serve(optionsOf(given)));
  });
}

function optionsOf(given: Given): ServeOptions {
  const { host, port: number, receiptDelay: receiptDelayMs, echo, seed, limit, tlsKey: key, tlsCert: cert } = given;
  if ((key === undefined) !== (cert === undefined)) throw new Failure('--tls-key and --tls-cert go together');
  return {
    host,
    port: number,
    credentials: credentials(given.systemId, given.password),
    receiptDelayMs,
    echo,
    seed,
    limit,
    mischief: given,
    tls: key !== undefined && cert !== undefined ? { key, cert } : undefined,
    form: formOf(given),
  };
}

/** `200ms,10%`: how long, and of which share; of all where none is named. */
function delay(value: string): { ms: number; share: number } {
  const [ms = '', part = '100%', ...rest] = value.split(',');
  if (rest.length > 0) throw new InvalidArgumentError('It must be a time and a share, such as 200ms,10%.');
  return { ms: duration(ms), share: share(part) };
}
