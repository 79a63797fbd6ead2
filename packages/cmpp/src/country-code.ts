/**
 * A number without China's country code: `+86` always goes, a bare `86` where a mobile number or a service code of 11
 * digits or more is left. Messages and reports carry it or not as the gateway likes. Not for a pseudo code, which is no
 * number.
 */
export function stripCountryCode(number: string): string {
  return number.replace(/^(?:\+86|86(?=1[0-9]{10,}$))/, '');
}
