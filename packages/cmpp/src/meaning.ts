/** What a code stands for. */
export interface Meaning {
  /** A word for programs; for an unknown code, `unknown` or the name of its range. */
  readonly name: string;
  /** A sentence for people. */
  readonly text: string;
}

/** Meanings by code. Give one of your gateway's to a lookup: it goes before the table of the standard. */
export type Meanings = Readonly<Record<string | number, Meaning>>;

/** The first meaning of `code` in `tables`. */
export function lookUp(code: string | number, ...tables: readonly (Meanings | undefined)[]): Meaning | undefined {
  // A code comes from the wire and may be the name of something an object inherits.
  const table = tables.find((each) => each !== undefined && Object.hasOwn(each, code));
  return table?.[code];
}
