import { interfaceVersion, type MessageIdPolicy, type SmppVersion } from '@smswire/smpp';
import type { TextAlphabet } from '@smswire/user-data';
import { InvalidArgumentError } from 'commander';
import { port } from '../option-values.js';

export const interfaceVersions = Object.keys(interfaceVersion.values) as SmppVersion[];

export const alphabets: readonly TextAlphabet[] = [
  'gsm7',
  'ucs2',
  'ascii',
  'latin1',
  'iso88595',
  'iso88598',
  'gb18030',
];

export const policyNames: readonly MessageIdPolicy[] = [
  'as-is',
  'hex-to-decimal',
  'decimal-to-hex',
  'strip-leading-zeros',
  'fold-case',
];

/** How loudly a phone is to show a push. */
export const pushActions = ['signal-none', 'signal-low', 'signal-medium', 'signal-high', 'delete'] as const;

/** Several, with commas between. */
export function messageIdPolicies(text: string): MessageIdPolicy[] {
  const policies = text.split(',') as MessageIdPolicy[];
  if (policies.every((policy) => policyNames.includes(policy))) return policies;
  throw new InvalidArgumentError(`It must be one or several of ${policyNames.join(', ')}.`);
}

/** `2948:9200`. */
export function ports(text: string): { destination: number; source: number } {
  const [destination = '', source = '', ...rest] = text.split(':');
  if (rest.length > 0 || source === '') throw new InvalidArgumentError('It must be two ports, such as 2948:9200.');
  return { destination: port(destination), source: port(source) };
}
