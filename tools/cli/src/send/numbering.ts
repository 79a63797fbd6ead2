import { npi, ton } from '@smswire/smpp';

/** Type and plan of an address, guessed where they are not given: text, a full number, a short code. */
export function numberingOf(address: string): { readonly ton: number; readonly npi: number } {
  if (address === '') return { ton: ton.values.unknown, npi: npi.values.unknown };
  if (!/^\+?\d+$/.test(address)) return { ton: ton.values.alphanumeric, npi: npi.values.unknown };
  const international = address.startsWith('+') || address.length > 8;
  return { ton: international ? ton.values.international : ton.values.unknown, npi: npi.values.isdn };
}
