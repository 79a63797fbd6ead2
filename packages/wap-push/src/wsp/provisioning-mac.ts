import { arrayDue, objectDue, octetsDue, textDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { shown } from './failures.js';
import type { ParameterValue } from './parameters.js';
import type { Push } from './push.js';
import { equalInConstantTime, hmacSha1 } from './sha1.js';

/** What the sender and the receiver of provisioning share. */
export interface ProvisioningSecrets {
  /** The PIN the user types; for `USERPINMAC` all the digits the user was told. */
  userPin?: string;
  /** The IMSI of the subscriber, 6 to 15 digits: the network PIN of GSM. */
  imsi?: string;
  /** The network PIN as octets, in place of `imsi`, where the network is not GSM. */
  networkPin?: Uint8Array;
}

/** How the document is keyed: the values of the SEC parameter that come with a MAC parameter. */
export type ProvisioningMethod = 'NETWPIN' | 'USERPIN' | 'USERNETWPIN';

/**
 * The MAC parameter for an OMA Client Provisioning document: HMAC-SHA1 in 40 upper-case hexadecimal digits.
 * OMA-WAP-ProvBoot §6.
 *
 * @throws WapPushError `value` when a secret that the method needs is missing or malformed
 */
export function provisioningMac(
  document: Uint8Array,
  method: ProvisioningMethod,
  secrets: ProvisioningSecrets,
): string {
  octetsDue(document, 'a provisioning document');
  secretsDue(secrets);
  const mac = hmacSha1(keyOf(method, secrets), document);
  return Array.from(mac, (octet) => octet.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/**
 * The digits to tell the user under `USERPINMAC`, where the push itself has no MAC parameter: `pin`, and as many
 * digits that depend on it and on the document. OMA-WAP-ProvBoot §6.
 *
 * @param pin 5 to 20 random digits, new for each document
 */
export function pinWithMac(document: Uint8Array, pin: string): string {
  octetsDue(document, 'a provisioning document');
  textDue(pin, 'a PIN of 5 to 20 digits', 'userPin');
  if (!/^\d{5,20}$/.test(pin)) throw malformed('userPin', `a PIN of 5 to 20 digits is due`);
  const mac = hmacSha1(ascii(pin), document);
  return pin + Array.from(mac.subarray(0, pin.length), (octet) => octet % 10).join('');
}

/**
 * Whether the body of `push` is what the holder of these secrets signed. False also where the push carries no SEC or
 * MAC, where they are malformed, and where the secret that its method needs is not among those given.
 */
export function verifyProvisioning(push: Pick<Push, 'contentType' | 'body'>, secrets: ProvisioningSecrets): boolean {
  objectDue(push, 'a push { contentType, body }');
  objectDue(push.contentType, 'a content type { mediaType, parameters }', 'contentType');
  arrayDue(push.contentType.parameters, 'an array of parameters', 'contentType.parameters');
  octetsDue(push.body, 'a provisioning document', 'body');
  secretsDue(secrets);
  const method = parameter(push, 'SEC');
  if (method === 'USERPINMAC') {
    const { userPin = '' } = secrets;
    if (userPin.length % 2 !== 0 || !/^\d{10,40}$/.test(userPin)) return false;
    return equalInConstantTime(ascii(pinWithMac(push.body, userPin.slice(0, userPin.length / 2))), ascii(userPin));
  }
  if (method !== 'NETWPIN' && method !== 'USERPIN' && method !== 'USERNETWPIN') return false;
  const mac = parameter(push, 'MAC');
  if (typeof mac !== 'string' || !canKey(method, secrets)) return false;
  return equalInConstantTime(ascii(provisioningMac(push.body, method, secrets)), ascii(mac.toUpperCase()));
}

/** A PIN that is a number would make a key of no octets. */
function secretsDue(secrets: ProvisioningSecrets): void {
  objectDue(secrets, 'the secrets { userPin, imsi, networkPin }', 'secrets');
  const { userPin, imsi, networkPin } = secrets;
  if (userPin !== undefined) textDue(userPin, 'a PIN in a string', 'userPin');
  if (imsi !== undefined) textDue(imsi, 'an IMSI in a string', 'imsi');
  if (networkPin !== undefined) octetsDue(networkPin, 'a network PIN', 'networkPin');
}

/** The only parameter of that name: where two contradict each other, neither is to be believed. */
function parameter(push: Pick<Push, 'contentType'>, name: string): ParameterValue | undefined {
  const found = push.contentType.parameters.filter((parameter) => parameter.name.toUpperCase() === name);
  return found.length === 1 ? found[0]?.value : undefined;
}

function canKey(method: ProvisioningMethod, { userPin, imsi, networkPin }: ProvisioningSecrets): boolean {
  const user = PIN.test(userPin ?? '');
  const network = (networkPin?.length ?? 0) > 0 || (imsi !== undefined && IMSI.test(imsi));
  return (method === 'NETWPIN' || user) && (method === 'USERPIN' || network);
}

function keyOf(method: ProvisioningMethod, secrets: ProvisioningSecrets): Uint8Array {
  if (method === 'USERPIN') return userKey(secrets);
  const network = networkKey(secrets);
  if (method === 'NETWPIN') return network;
  if (method !== 'USERNETWPIN') throw malformed('SEC', `${shown(method)} has no MAC parameter`);
  return Uint8Array.of(...network, ...userKey(secrets));
}

function userKey({ userPin }: ProvisioningSecrets): Uint8Array {
  if (!PIN.test(userPin ?? '')) throw malformed('userPin', 'this method needs the PIN of the user, in ASCII');
  return ascii(userPin as string);
}

const PIN = /^[\x20-\x7e]+$/;
const IMSI = /^\d{6,15}$/;

/** The IMSI as EF-IMSI holds it: parity and type in the first half octet, then its digits, halves swapped. */
function networkKey({ imsi, networkPin }: ProvisioningSecrets): Uint8Array {
  if (networkPin !== undefined && networkPin.length > 0) return networkPin;
  if (imsi === undefined || !IMSI.test(imsi)) throw malformed('imsi', 'this method needs an IMSI of 6 to 15 digits');
  const halves = imsi.length % 2 === 1 ? `9${imsi}` : `1${imsi}F`;
  return Uint8Array.from({ length: halves.length / 2 }, (_, i) =>
    Number.parseInt(`${halves[2 * i + 1]}${halves[2 * i]}`, 16),
  );
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function malformed(path: string, message: string): WapPushError {
  return new WapPushError('value', 0, message, path);
}
