import type { CmppVersion } from '@smswire/cmpp';
import { type Command, InvalidArgumentError } from 'commander';
import { cmppVersionOption } from '../cmpp/version-option.js';
import { Failure } from '../failure.js';
import { formOf, formOptions, type GivenForm } from '../form-options.js';
import { checkOwners, only } from '../option-owners.js';
import { duration, each, integer, port, rate, share } from '../option-values.js';
import type { Place } from './serve.js';

/** The options as commander gives them. */
export interface Given extends GivenForm {
  protocol?: 'smpp' | 'cmpp';
  host: string;
  port?: number;
  systemId?: readonly string[];
  password?: readonly string[];
  cmppVersion: CmppVersion;
  sourceAddr?: readonly string[];
  secret?: readonly string[];
  receiptDelay: number;
  undeliverable?: number;
  echo?: boolean;
  throttleRate?: number;
  fail?: number;
  failStatus?: string;
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
    .description('a message centre or a gateway for testing, until SIGINT or SIGTERM')
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--port <number>', 'the port; 0 takes any and says which (default: 2775, for cmpp 7890)', port)
    .option('--receipt-delay <time>', 'from a message to its final state and its receipt', duration, 1000)
    .option('--undeliverable <share>', 'the share of messages that cannot be delivered', share)
    .option('--echo', 'send every message back')
    .option('--throttle-rate <n>', 'submissions a second on a link; more are answered with flow control', rate)
    .option('--fail <share>', 'the share of requests that are refused', share)
    .option(
      '--fail-status <status>',
      'with this status, by name or number; for cmpp a number (default: ESME_RSYSERR, 8)',
    )
    .option('--drop <share>', 'the share of answers that are not sent', share)
    .option('--delay <time[,share]>', 'hold back answers, all or a share of them: 200ms,10%', delay)
    .option('--seed <number>', 'for the same shares again in every run', integer(0, u32))
    .option('--limit <n>', 'messages on the way; more are refused', integer(1, 10_000_000))
    .option('--tls-key <file>', 'a private key, to speak TLS')
    .option('--tls-cert <file>', 'its certificate');
  only('smpp', command, (smpp) =>
    smpp
      .optionsGroup('SMPP:')
      .option('--system-id <id>', 'who may bind, again for more (default: everybody)', each(text))
      .option('--password <password>', 'of the system id in the same place', each(text)),
  );
  only('cmpp', command, (cmpp) =>
    cmpp
      .optionsGroup('CMPP:')
      .addOption(cmppVersionOption('the highest served'))
      .option('--source-addr <id>', 'who may connect, again for more (default: everybody)', each(text))
      .option('--secret <secret>', 'of the source address in the same place', each(text)),
  );
  formOptions(command.optionsGroup('Output:')).action(async (given: Given) => {
    const { protocol = 'smpp' } = given;
    checkOwners(command, protocol);
    const serving = protocol === 'cmpp' ? await import('./cmpp/serving.js') : await import('./smpp-serving.js');
    done(await serving.run(given));
  });
}

/** Where to serve, and how to show it. */
export function placeOf(given: Given, defaultPort: number): Place {
  const { host, port: number = defaultPort, tlsKey: key, tlsCert: cert } = given;
  if ((key === undefined) !== (cert === undefined)) throw new Failure('--tls-key and --tls-cert go together');
  const tls = key !== undefined && cert !== undefined ? { key, cert } : undefined;
  return { host, port: number, tls, form: formOf(given) };
}

/** How the server behaves; `read` makes a status of what the user calls it. */
export function conductOf(given: Given, read: (status: string) => number) {
  const { receiptDelay: receiptDelayMs, echo, seed, limit, failStatus, ...mischief } = given;
  return {
    receiptDelayMs,
    echo,
    seed,
    limit,
    mischief: { ...mischief, failStatus: failStatus === undefined ? undefined : statusOf(failStatus, read) },
  };
}

function statusOf(value: string, read: (status: string) => number): number {
  try {
    return read(value);
  } catch (error) {
    throw new Failure(`--fail-status ${value}: ${(error as Error).message}`);
  }
}

/** `200ms,10%`: how long, and of which share; of all where none is named. */
function delay(value: string): { ms: number; share: number } {
  const [ms = '', part = '100%', ...rest] = value.split(',');
  if (rest.length > 0) throw new InvalidArgumentError('It must be a time and a share, such as 200ms,10%.');
  return { ms: duration(ms), share: share(part) };
}
