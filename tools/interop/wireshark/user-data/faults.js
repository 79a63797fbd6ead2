// Where Wireshark is known to read user data otherwise than it was written, and why.

export const faults = [
  {
    name: 'no national tables',
    reason:
      'the language of a shift is shown, and the text read by the default table all the same; what is compared is the ' +
      'header, the count of septets and the octets that they lie in',
    applies: ({ national }) => national !== undefined,
    instead: ({ name, packed }) => [{ name, agrees: ({ value }) => value === packed }],
  },
];
