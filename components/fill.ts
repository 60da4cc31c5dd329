/** Puts values into a plain sentence's `{name}` places; a place without a value stays as it is, so that it is noticed. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
