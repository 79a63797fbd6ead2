/**
 * - `as-is`: no change
 * - `hex-to-decimal`, `decimal-to-hex`: of any length; leading zeros go, hex comes out in lower case
 * - `strip-leading-zeros`: of any text, but never its last character
 * - `fold-case`: to lower case
 */
export type MessageIdPolicy = 'as-is' | 'hex-to-decimal' | 'decimal-to-hex' | 'strip-leading-zeros' | 'fold-case';

// No id of more than 256 characters is converted: the time grows with the square of the length, and 64 are legal.
const steps: Readonly<Record<MessageIdPolicy, (id: string) => string>> = {
  'as-is': (id) => id,
  'hex-to-decimal': (id) => (/^[0-9a-f]{1,256}$/i.test(id) ? BigInt(`0x${id}`).toString() : id),
  'decimal-to-hex': (id) => (/^[0-9]{1,256}$/.test(id) ? BigInt(id).toString(16) : id),
  'strip-leading-zeros': (id) => id.replace(/^0+(?=.)/s, ''),
  'fold-case': (id) => id.toLowerCase(),
};

/**
 * Brings the ids of an MC that spells them differently in responses and in receipts (hex in one, decimal in the other;
 * padded in one) to one spelling, so that they can be compared. A list of policies is applied in its order. Never
 * throws: an id that a policy does not fit stays as it is.
 */
export function normaliseMessageId(id: string, policy: MessageIdPolicy | readonly MessageIdPolicy[]): string {
  if (typeof policy === 'string') return steps[policy](id);
  return policy.reduce((spelt, step) => steps[step](spelt), id);
}
