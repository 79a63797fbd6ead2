/** Text for a terminal: in quotes, with every control character escaped, since a peer may write what it likes. */
export const quote = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
