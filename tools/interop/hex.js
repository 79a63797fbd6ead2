/** Octets in hexadecimal. */
export const hex = (octets) => Buffer.from(octets).toString('hex');
