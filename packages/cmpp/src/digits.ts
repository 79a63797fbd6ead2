/** Decimal digits, filled up with zeros on the left. */
export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `text` cut into decimal numbers of these widths; `undefined` unless it is digits, exactly so many. */
export function cutDigits<const Widths extends readonly number[]>(
  text: string,
  widths: Widths,
): { -readonly [At in keyof Widths]: number } | undefined {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (text.length !== total || !/^[0-9]*$/.test(text)) return undefined;
  let at = 0;
  const numbers = widths.map((width) => {
    at += width;
    return Number(text.slice(at - width, at));
  });
  return numbers as { -readonly [At in keyof Widths]: number };
}
