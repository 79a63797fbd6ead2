const names = ['voicemail', 'fax', 'email', 'other'] as const;

/** The kind of message that waits; a number where the standard has no name for it. */
export type MessageWaitingType = (typeof names)[number] | 'video' | number;

/** Five bits as in a user data header: two of a basic type, three above that extend it. TS 23.040 §9.2.3.24.2. */
const VIDEO = 0b00111;

export function messageWaitingType(bits: number): MessageWaitingType {
  return names[bits] ?? (bits === VIDEO ? 'video' : bits);
}

/** The bits of a type, or `undefined` where it is none. */
export function messageWaitingBits(type: MessageWaitingType): number | undefined {
  if (typeof type === 'number') return type;
  const bits = type === 'video' ? VIDEO : names.indexOf(type);
  return bits < 0 ? undefined : bits;
}
