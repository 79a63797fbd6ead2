interface Decoder {
  decode(octets: Uint8Array): string;
}
interface Encoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}

// Found on globalThis rather than declared: a declaration of ours would clash with the DOM's or Node's.
const { TextDecoder, TextEncoder } = globalThis as unknown as {
  TextDecoder: new (label: 'utf-8', options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
  TextEncoder: new () => Encoder;
};

// ignoreBOM keeps U+FEFF: a decoder that drops it would lose three octets of a parameter.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

export const utf8 = new TextEncoder();

/** Text of UTF-8, or undefined when the octets are not. */
export function utf8Text(octets: Uint8Array): string | undefined {
  try {
    return decoder.decode(octets);
  } catch {
    return undefined;
  }
}

/** Where octets that are not UTF-8 cease to be so: an index within the first bad sequence. */
export function utf8Fault(octets: Uint8Array): number {
  const mended = utf8.encode(lossy.decode(octets));
  let at = 0;
  while (at < octets.length && octets[at] === mended[at]) at++;
  return at;
}
