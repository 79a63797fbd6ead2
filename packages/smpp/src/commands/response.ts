import { type Command, command, type Fields } from '@smswire/pdu';

/** A response: bit 31 of its request's id, and a body that an error response may lack. */
export const response = <const Name extends `${string}_resp`, const F extends Fields>(
  name: Name,
  request: number,
  fields: F,
): Command<Name, F> => command(name, (request | 0x80000000) >>> 0, fields, { bodiless: true });
