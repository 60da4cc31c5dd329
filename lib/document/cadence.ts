const names: Record<string, string> = {
  hour: "hourly", hora: "hourly", day: "daily", día: "daily", week: "weekly", semana: "weekly", month: "monthly", mes: "monthly",
  quarter: "quarterly", trimestre: "quarterly", year: "annual", año: "annual",
};
const words: [RegExp, string][] = [
  [/hourly|cada hora/, "hourly"], [/daily|diari[oa]s?|diariamente/, "daily"], [/weekly|semanal(?:es|mente)?/, "weekly"],
  [/monthly|mensual(?:es|mente)?/, "monthly"], [/quarterly|trimestral(?:es|mente)?/, "quarterly"],
  [/annual(?:ly)?|yearly|anual(?:es|mente)?/, "annual"],
];
const all = words.map(([word]) => word.source).join("|");
const before = String.raw`(?:[:(,]\s*|at least\s+|minimum\s+|(?:al menos|como mínimo|mínimo)\s+)`;
const after = String.raw`(?:\s+(?:minimum|min|at least|or more often|como mínimo|mínimo)\b|\s*[).;]|\s*$)`;
const stated = new RegExp(`${before}(${all})(?![\\p{L}-])|(?<![\\p{L}-])(${all})${after}`, "iu");
const every = /\b(?:every|once (?:a|per)|each|cada|una vez (?:al|a la|por))\s+(hour|day|week|month|quarter|year|hora|día|semana|mes|trimestre|año)(?![\p{L}])/iu;

/** How often an item must be true: "daily", "annual" …; only where the text states it as a rule, not in passing. */
export function cadenceOf(text: string): string | null {
  const period = every.exec(text)?.[1]?.toLowerCase();
  if (period !== undefined) return names[period] ?? null;
  const found = stated.exec(text);
  const word = (found?.[1] ?? found?.[2])?.toLowerCase();
  return word === undefined ? null : (words.find(([candidate]) => new RegExp(`^(?:${candidate.source})$`, "i").test(word))?.[1] ?? null);
}
