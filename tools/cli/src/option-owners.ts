import type { Command, Option } from 'commander';
import { Failure } from './failure.js';

const owners = new WeakMap<Option, string>();

/** Declares options that only one protocol has. */
export function only(protocol: string, command: Command, declare: (command: Command) => void): void {
  const shared = new Set(command.options);
  declare(command);
  for (const option of command.options) if (!shared.has(option)) owners.set(option, protocol);
}

/** @throws Failure where an option of another protocol was given: it would do nothing */
export function checkOwners(command: Command, protocol: string): void {
  for (const option of command.options) {
    const owner = owners.get(option) ?? protocol;
    if (owner === protocol || command.getOptionValueSource(option.attributeName()) !== 'cli') continue;
    throw new Failure(`${option.long} is an option of ${owner} and does nothing for ${protocol}`);
  }
}
