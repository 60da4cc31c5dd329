/** What could be one number or the other. */
export type TwoNumbers = Readonly<Record<"whole" | "fraction", string>>;

/**
 * A number as people write it, with a dot or a comma before its decimals. "1,234" is a thousand to some and little more than one to
 * others, and which of them was meant decides whether a limit holds: it is not guessed.
 * @returns the number, `null` for none, or the two that it could be
 */
export function readNumber(text: string): number | null | TwoNumbers {
  if (/^[-+]?[1-9]\d{0,2},\d{3}$/.test(text)) return { whole: text.replace(",", ""), fraction: text.replace(",", ".") };
  const value = Number(text.replace(",", "."));
  return text === "" || !Number.isFinite(value) ? null : value;
}
