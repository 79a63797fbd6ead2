import { WapPushError } from './errors.js';
import { shown } from './wsp/failures.js';

/** What JavaScript without types may hand to a verb is refused here, in words, before anything reads a key of it. */
function refuse(wanted: string, given: unknown, path?: string, advice = ''): never {
  throw new WapPushError('value', 0, `${wanted} is due, not ${shown(given)}${advice}`, path);
}

/** @param what such as `a push`: what the octets are of */
export function octetsDue(given: unknown, what: string, path?: string): void {
  // By its tag, not instanceof: octets of another realm are octets.
  if (ArrayBuffer.isView(given) && Object.prototype.toString.call(given) === '[object Uint8Array]') return;
  const advice = typeof given === 'string' ? '; make octets of hex or base64 first' : '';
  refuse(`a Uint8Array with the octets of ${what}`, given, path, advice);
}

/** @param wanted such as `a push { contentType, headers, body }` */
export function objectDue(given: unknown, wanted: string, path?: string): void {
  const isPlain = typeof given === 'object' && given !== null && !Array.isArray(given) && !ArrayBuffer.isView(given);
  if (!isPlain) refuse(wanted, given, path);
}

/** @param wanted such as `an array of headers` */
export function arrayDue(given: unknown, wanted: string, path?: string): void {
  if (!Array.isArray(given)) refuse(wanted, given, path);
}

/** @param wanted such as `a string of XML` */
export function textDue(given: unknown, wanted: string, path?: string): void {
  if (typeof given !== 'string') refuse(wanted, given, path);
}
