import { generateKeyPairSync, sign } from 'node:crypto';

/** An element of DER: a tag, a length, the octets. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  return Buffer.concat([Buffer.from(length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]), body]);
}
const ascii = (tag: number, text: string): Buffer => der(tag, Buffer.from(text, 'latin1'));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const pem = (label: string, body: Buffer): string =>
  `-----BEGIN ${label}-----\n${body.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;

const ECDSA_WITH_SHA256 = der(0x30, oid('2a8648ce3d040302'));
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';

/** A key, and a certificate for `name` that vouches for itself. RFC 5280 §4.1. */
export function selfSigned(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const who = der(0x30, der(0x31, der(0x30, oid(COMMON_NAME), ascii(0x0c, name))));
  const when = der(0x30, ascii(0x17, '250101000000Z'), ascii(0x17, '491231000000Z'));
  const alsoKnown = der(0x30, oid(SUBJECT_ALT_NAME), der(0x04, der(0x30, ascii(0x82, name))));
  const version3 = der(0xa0, der(0x02, Buffer.of(2)));
  const serial = der(0x02, Buffer.of(1));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const claim = der(0x30, version3, serial, ECDSA_WITH_SHA256, who, when, who, key, der(0xa3, der(0x30, alsoKnown)));
  const proof = der(0x03, Buffer.of(0), sign('sha256', claim, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', der(0x30, claim, ECDSA_WITH_SHA256, proof)),
  };
}
