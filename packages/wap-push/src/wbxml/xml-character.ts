/** Whether XML 1.0 §2.2 lets this code point stand in a document. */
export function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
  return (
    codePoint <= 0xd7ff ||
    (codePoint >= 0xe000 && codePoint <= 0xfffd) ||
    (codePoint >= 0x10000 && codePoint <= 0x10ffff)
  );
}

/** The first character of `text` that XML 1.0 §2.2 excludes, half a surrogate pair among them, as U+XXXX. */
export function findNonXml(text: string): string | undefined {
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (!isXmlCharacter(codePoint)) return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}

const START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`, 'u');

/** Whether XML 1.0 §2.3 lets this be the name of an element or attribute. */
export const isXmlName = (name: string): boolean => NAME.test(name);
