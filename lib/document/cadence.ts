import { plain } from "./plain";

const names: Record<string, string> = {
  hour: "hourly", hora: "hourly", day: "daily", día: "daily", días: "daily", night: "nightly", noche: "nightly", week: "weekly", semana: "weekly", semanas: "weekly",
  month: "monthly", mes: "monthly", meses: "monthly", quarter: "quarterly", trimestre: "quarterly", year: "annual", año: "annual", años: "annual", semestre: "semi-annual",
};
const words: [RegExp, string][] = [
  [/hourly|cada hora/, "hourly"], [/daily|diari[oa]s?|diariamente/, "daily"], [/nightly/, "nightly"], [/weekly|semanal(?:es|mente)?/, "weekly"],
  [/fortnightly|bi-?weekly|quincenal(?:es|mente)?/, "fortnightly"], [/monthly|mensual(?:es|mente)?/, "monthly"], [/quarterly|trimestral(?:es|mente)?/, "quarterly"],
  [/semi-?annual(?:ly)?|bi-?annual(?:ly)?|semestral(?:es|mente)?/, "semi-annual"], [/annual(?:ly)?|yearly|anual(?:es|mente)?/, "annual"],
];
const all = words.map(([word]) => word.source).join("|");
const before = String.raw`(?:[:(,[–—]\s*|at least\s+|minimum\s+|(?:al menos|como mínimo|mínimo)\s+)`;
const after = String.raw`(?:\s+(?:minimum|min|at least|or more often|como mínimo|mínimo)\b|\s*[).;\]]|\s*$)`;
const stated = new RegExp(`${before}(${all})(?![\\p{L}-])(?!\\s+(?!minimum|min\\b|at least|or more|como|mínimo|and |or |by |in |at |before |y |en |a las )\\p{L})|(?<![\\p{L}-])(${all})${after}`, "iu");
const label = new RegExp(`^\\P{L}{0,4}(${all})\\P{L}{0,3}:`, "iu");
const heading = new RegExp(`^\\P{L}*(${all})(?: (?:checks?|tasks?|reviews?|checklist|activities|routine|maintenance))?\\P{L}*$|^\\P{L}*(?:checks?|tasks?|comprobaciones|tareas|revisi(?:ón|ones)|controles) (${all})\\P{L}*$`, "iu");
const every = /(?<!\p{L})(?:every|once (?:an?|per|every)|at least once (?:an?|per)|each|cada|tod[oa]s l[oa]s|una vez (?:al|a la|por|cada))\s+(hour|day|night|week|month|quarter|year|hora|días?|noche|semanas?|mes(?:es)?|trimestre|semestre|años?)(?![\p{L}/])/iu;
/** "every 6 months": the longest proof that is still young enough. */
const spans: [RegExp, string][] = [
  [/(?<!\p{L})(?:every|each|cada)\s+(?:24 ?h(?:ours|oras)?)(?!\p{L})/iu, "daily"], [/(?<!\p{L})(?:every|each|cada)\s+(?:2|two|dos) (?:weeks|semanas)/iu, "fortnightly"],
  [/(?<!\p{L})(?:every|each|cada)\s+(?:3|three|tres) (?:months|meses)|four times a year/iu, "quarterly"], [/(?<!\p{L})(?:every|each|cada)\s+(?:6|six|seis) (?:months|meses)|twice (?:a|per) year|dos veces al año/iu, "semi-annual"],
  [/(?<!\p{L})(?:every|each|cada)\s+(?:12|twelve|doce) (?:months|meses)/iu, "annual"], [/(?<!\p{L})(?:every|each|cada)\s+(?:7) (?:days|días)/iu, "weekly"], [/(?<!\p{L})(?:every|each|cada)\s+(?:30) (?:days|días)/iu, "monthly"],
  [/(?<!\p{L})(?:every|each|cada)\s+(?:90) (?:days|días)/iu, "quarterly"],
];
/** What happens every so often by itself, or is only spoken of: nothing that has to be proved so often. */
const passing = /(?<!\p{L})(?:(?:first|last|same|next|one) day|day and night|every (?:day|hour|week) of|each (?:day|week) of)(?!\p{L})/iu;

/** How often an item must be true: "daily", "annual" …; only where the text states it as a rule, not in passing. */
export function cadenceOf(markdown: string): string | null {
  const text = plain(markdown);
  if (passing.test(text)) return null;
  const span = spans.find(([shape]) => shape.test(text))?.[1];
  if (span !== undefined) return span;
  const period = every.exec(text)?.[1]?.toLowerCase();
  if (period !== undefined) return names[period] ?? null;
  const found = stated.exec(text) ?? label.exec(text);
  return nameOf(found?.[1] ?? found?.[2]);
}

/** The cadence of everything under a heading that is one: "Weekly checks", "Tareas diarias". */
export function cadenceOfHeadings(headings: readonly string[]): string | null {
  return headings.map((words) => {
    const found = heading.exec(plain(words));
    return nameOf(found?.[1] ?? found?.[2]);
  }).findLast((found) => found !== null) ?? null;
}

function nameOf(found: string | undefined): string | null {
  const word = found?.toLowerCase();
  return word === undefined ? null : (words.find(([candidate]) => new RegExp(`^(?:${candidate.source})$`, "iu").test(word))?.[1] ?? null);
}
