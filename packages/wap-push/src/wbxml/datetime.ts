const TEXT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Whether this is a `%Datetime` as text, `YYYY-MM-DDThh:mm:ssZ`, of a day and time that exist. WAP-167. */
export function isDatetime(text: string): boolean {
  if (!TEXT.test(text)) return false;
  const date = new Date(text);
  // A 30 February may parse, as some other day.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === text.slice(0, 19);
}

/**
 * The text of a `%Datetime`'s OPAQUE: the digits YYYYMMDDhhmmss, two an octet, less the zero octets they end in.
 * `undefined` where the octets are no such digits, or of no time that exists.
 */
export function datetimeText(octets: Uint8Array): string | undefined {
  if (octets.length < 4 || octets.length > 7) return undefined;
  let digits = '';
  for (const octet of octets) digits += octet.toString(16).padStart(2, '0');
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at) =>
    digits.padEnd(14, '0').slice(at, at === 0 ? 4 : at + 2),
  );
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return isDatetime(text) ? text : undefined;
}

/** The OPAQUE of a `%Datetime` given as text that {@link isDatetime}. */
export function datetimeOctets(text: string): Uint8Array {
  const digits = text.replace(/\D/g, '');
  const octets = Uint8Array.from({ length: 7 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
  let length = 7;
  while (octets[length - 1] === 0) length--;
  return octets.subarray(0, length);
}
