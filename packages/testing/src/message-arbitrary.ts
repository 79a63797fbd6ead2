import type { Command, Family } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import { fieldsArbitrary } from './field-arbitrary.js';

/** A codec of `messages`, which says what it was built from. */
interface Tables<Pdu> {
  readonly family: Family;
  decode(bytes: Uint8Array): Pdu;
}

/**
 * Whole PDUs of a codec, header and TLVs with them: of the commands named, or of every command. All that the codec was
 * given counts, its vendor TLVs and commands, its widths and its version. Error responses come with and without a body.
 *
 * @throws TypeError for a command that the codec does not have
 */
export function messageArbitrary<Pdu extends { command: string }, Name extends Pdu['command']>(
  codec: Tables<Pdu>,
  ...names: Name[]
): Arbitrary<Extract<Pdu, { command: Name }>> {
  const { family } = codec;
  const chosen = names.length === 0 ? family.commands : names.map((name) => commandOf(family, name));
  const arbitraries = chosen.map((command) => wholeArbitrary(family, command));
  return fc.oneof(...arbitraries) as Arbitrary<unknown> as Arbitrary<Extract<Pdu, { command: Name }>>;
}

function commandOf({ commands }: Family, name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw new TypeError(`the codec has no command '${name}'`);
  return found;
}

type Held = Record<string, unknown>;

function wholeArbitrary(family: Family, { name, fields, bodiless }: Command): Arbitrary<Held> {
  const { header, tail, status, check } = family;
  const values = fieldsArbitrary({ ...header, ...fields, ...tail })
    .map((value): Held => ({ command: name, ...value }))
    // What the standard forbids to stand together is no PDU of the standard.
    .filter((pdu) => pdu['tlvs'] === undefined || check?.(pdu) === undefined);
  if (!bodiless || status === undefined) return values;
  const bare = fieldsArbitrary(header)
    .map((value): Held => ({ command: name, ...value }))
    .filter((pdu) => pdu[status] !== 0);
  return fc.oneof({ arbitrary: values, weight: 9 }, { arbitrary: bare, weight: 1 });
}
