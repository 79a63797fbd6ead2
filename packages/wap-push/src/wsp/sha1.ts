/** Octets of a block of SHA-1: FIPS 180-4 §1. */
const BLOCK = 64;
const DIGEST = 20;

/** SHA-1, which OMA Client Provisioning prescribes; sound under HMAC, and for nothing new. FIPS 180-4 §6.1. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);

  const hash = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const schedule = new Uint32Array(80);
  for (let block = 0; block < padded.length; block += BLOCK) {
    for (let t = 0; t < 16; t++) schedule[t] = view.getUint32(block + t * 4);
    compress(hash, schedule);
  }
  const digest = new Uint8Array(DIGEST);
  const out = new DataView(digest.buffer);
  for (const [index, word] of hash.entries()) out.setUint32(index * 4, word);
  return digest;
}

/** HMAC with SHA-1: RFC 2104. */
export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? sha1(key) : key;
  const inner = new Uint8Array(BLOCK + message.length).fill(0x36, 0, BLOCK);
  const outer = new Uint8Array(BLOCK + DIGEST).fill(0x5c, 0, BLOCK);
  short.forEach((octet, index) => {
    inner[index] = octet ^ 0x36;
    outer[index] = octet ^ 0x5c;
  });
  inner.set(message, BLOCK);
  outer.set(sha1(inner), BLOCK);
  return sha1(outer);
}

/** Compares in a time that depends on the length of `actual` alone, so that it tells nothing of where they differ. */
export function equalInConstantTime(expected: Uint8Array, actual: Uint8Array): boolean {
  let difference = expected.length ^ actual.length;
  for (let i = 0; i < actual.length; i++) difference |= (expected[i] ?? 0) ^ (actual[i] as number);
  return difference === 0;
}

function compress(hash: Uint32Array, schedule: Uint32Array): void {
  for (let t = 16; t < 80; t++) {
    schedule[t] = rotate(at(schedule, t - 3) ^ at(schedule, t - 8) ^ at(schedule, t - 14) ^ at(schedule, t - 16), 1);
  }
  let [a, b, c, d, e] = hash as unknown as [number, number, number, number, number];
  for (let t = 0; t < 80; t++) {
    const next = (rotate(a, 5) + mix(t, b, c, d) + e + at(schedule, t)) >>> 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, index) => {
    hash[index] = at(hash, index) + word;
  });
}

/** The function and the constant of round `t`. */
function mix(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotate(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}

function at(words: Uint32Array, index: number): number {
  return words[index] as number;
}
