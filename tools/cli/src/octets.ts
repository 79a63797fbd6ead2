/** `1 octet`, `2 octets`. */
export const octetsOf = (count: number): string => `${count} ${count === 1 ? 'octet' : 'octets'}`;
