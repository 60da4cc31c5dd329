/** Puts values into a text's `{name}` places. A place without a value stays as it is, so that a mistake is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The two forms of a text that counts something. */
export interface Counted { one: string; other: string }

/** The form that fits `n`, filled with `n` and the other values. */
export function count(words: Counted, n: number, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(n === 1 ? words.one : words.other, { n, ...values });
}
