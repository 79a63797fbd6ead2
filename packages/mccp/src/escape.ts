import { utf8, utf8Text } from './utf8.js';

const written: Record<string, string> = { '%': '%25', ' ': '%20', '\r': '%0D', '\n': '%0A' };

/** Writes `%`, space, CR and LF as `%25`, `%20`, `%0D` and `%0A`, and nothing else. MCCP §5.2 f. */
export function escapeText(text: string): string {
  return /[% \r\n]/.test(text) ? text.replace(/[% \r\n]/g, (character) => written[character] as string) : text;
}

export interface Unescaped {
  readonly text: string;
  /** Characters before the first escape that was not needed, or -1. */
  readonly needless: number;
  /** Characters before the first escape that is none, or whose octets are not UTF-8; or -1. `text` is then void. */
  readonly bad: number;
}

/**
 * Reads escapes. Those that were not needed are octets of UTF-8, as a general percent-encoder writes them, so they
 * are read in whole runs: `%E4%BD%A0` is one character.
 */
export function unescapeText(field: string): Unescaped {
  if (!field.includes('%')) return { text: field, needless: -1, bad: -1 };
  let needless = -1;
  let bad = -1;
  const text = field.replace(/(?:%[0-9A-Fa-f]{2})+|%/g, (run, at: number) => {
    if (bad >= 0) return '';
    const octets = Uint8Array.from({ length: Math.floor(run.length / 3) }, (_, i) =>
      Number.parseInt(run.slice(3 * i + 1, 3 * i + 3), 16),
    );
    const first = octets.findIndex((octet) => octet !== 0x25 && octet !== 0x20 && octet !== 0x0d && octet !== 0x0a);
    if (first >= 0 && needless < 0) needless = at + 3 * first;
    const characters = run === '%' ? undefined : utf8Text(octets);
    if (characters === undefined) bad = at;
    return characters ?? '';
  });
  return { text, needless, bad };
}

/** How many octets of UTF-8 stand before the character at `index` of a text that was read. */
export function octetsBefore(text: string, index: number): number {
  return utf8.encode(text.slice(0, index)).length;
}
