const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 4648 §4, by hand: `btoa` is not everywhere, and takes text. */
export function toBase64(octets: Uint8Array): string {
  let text = '';
  for (let i = 0; i < octets.length; i += 3) {
    const left = octets.length - i;
    const bits = ((octets[i] as number) << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    for (let digit = 0; digit < 4; digit++) {
      text += digit <= left ? DIGITS[(bits >>> (18 - 6 * digit)) & 0x3f] : '=';
    }
  }
  return text;
}

/** The octets, white space ignored; `undefined` where the text is no base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[ \t\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
  const body = digits.replace(/=+$/, '');
  const octets = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let i = 0; i < body.length; i++) {
    bits = ((bits << 6) | DIGITS.indexOf(body[i] as string)) & 0xffffff;
    const have = (i * 6 + 6) % 8;
    if (i % 4 !== 0) octets[at++] = bits >>> have;
  }
  return octets;
}
