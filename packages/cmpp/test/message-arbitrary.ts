import type { Field, Fields } from '@smswire/pdu';
import fc from 'fast-check';
import { commandsOf } from '../src/commands.js';
import type { CmppInput, CmppVersion } from '../src/index.js';

const text = (minLength: number, maxLength: number): fc.Arbitrary<string> => {
  const unit = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
  return fc.string({ unit, minLength, maxLength });
};

function anyOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'uint': {
      const [min, max] = field.usual ?? [0, 2 ** (8 * field.size) - 1];
      return fc.integer({ min, max });
    }
    case 'int':
      return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    case 'uint64':
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    case 'padded':
      return text(field.fill === 'zero' ? field.size : 0, field.size);
    case 'octets':
      return fc.uint8Array({ minLength: field.size, maxLength: field.size });
    case 'counted':
      return fc.uint8Array({ maxLength: 140 });
    case 'list':
      return fc.array(anyOf(field.item as Field), { maxLength: field.max });
    default:
      throw new Error(`CMPP has no ${field.kind}`);
  }
}

function bodyOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyOf(field)]));
  return fc.record(values, { noNullPrototype: true });
}

/** Any message of `version`, within every limit of the standard and with nothing left out. */
export function messageArbitrary(version: CmppVersion): fc.Arbitrary<CmppInput> {
  const sequenceId = fc.nat(0xffffffff);
  const messages = commandsOf(version).map(({ name, fields }) =>
    fc.tuple(sequenceId, bodyOf(fields)).map(([id, body]) => ({ command: name, sequenceId: id, ...body })),
  );
  return fc.oneof(...messages) as fc.Arbitrary<unknown> as fc.Arbitrary<CmppInput>;
}
