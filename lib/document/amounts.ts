import type { Span } from "./reading";

/** How much is done, as a document says it: a share, a count, or both numbers as we write them. Offsets are those of the text given. */
export interface Amount extends Span {
  form: "words" | "percent" | "count";
  /** Percent, rounded down; of our own two numbers the claimed one. */
  percent: number | null;
  done: number | null;
  of: number | null;
}

const share = String.raw`(?:\d{1,3}|—)(?: %)?`;
const own: [Amount["form"], RegExp][] = [
  ["words", new RegExp(String.raw`(?<seen>\d+) (?:of|de) (?<of>\d+) (?:verified|verificados) \(${share}\), (?<done>\d+) (?:claimed|declarados) \((?<percent>${share})\)`, "iud")],
  ["count", /(?<seen>\d+) (?:of|de) (?<of>\d+) (?:verified|verificados), (?<done>\d+) (?:claimed|declarados)/iud],
  ["percent", new RegExp(String.raw`${share} (?:verified|verificado), (?<percent>${share}) (?:claimed|declarado)`, "iud")],
];
const plainly: [Amount["form"], RegExp][] = [
  ["count", /(?<![\d.,/])(?<done>\d{1,4})\s*(?:\/|out of|of|de|von|sur)\s*(?<of>\d{1,4})(?![\d/]|[.,]\d)/iud],
  ["percent", /(?<![\d.,/])(?<percent>\d{1,3}(?:[.,]\d+)?)\s*%/iud],
];
/** Words that say that it is about what is done. */
const doneWords = /(?<!\p{L})(?:complete|completed|completion|done|progress|checked|ticked|closed|finished|ready|readiness|completad[oa]s?|hech[oa]s?|list[oa]s?|progreso|avance|erledigt|fertig|abgeschlossen|fortschritt|terminée?s?|avancement|conclu[ií]d[oa]s?|progresso)(?!\p{L})/giu;
/** Words that may stand beside them without saying anything else. */
const beside = /(?<!\p{L})(?:we|are|is|at|re|currently|now|so far|overall|in total|total|the|this|launch|project|release|checklist|items?|tasks?|checks?|boxes|points?|have been|has been|been|estamos|al|el|la|está|están|en total|tareas|elementos|puntos|aufgaben|punkte|von|und|and|y)(?!\p{L})/giu;

/** Every amount in a text that says nothing but how much is done, and whether a word says so; `null` when it says anything else. */
export function amountsIn(text: string): { amounts: Amount[]; said: boolean } | null {
  const amounts: Amount[] = [];
  let rest = text;
  for (const [form, pattern] of [...own, ...plainly]) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const { percent, done, of } = found.groups ?? {};
    const counts = { done: done === undefined ? null : Number(done), of: of === undefined ? null : Number(of) };
    const said = percent === undefined ? null : Math.floor(Number.parseFloat(percent.replace(",", ".")));
    amounts.push({ form, from: found.index, to: found.index + found[0].length, ...counts, percent: said !== null && Number.isFinite(said) ? said : null });
    rest = rest.slice(0, found.index) + " ".repeat(found[0].length) + rest.slice(found.index + found[0].length);
    if (form === "words") break;
  }
  const said = rest.search(doneWords) >= 0;
  const left = rest.replace(doneWords, " ").replace(beside, " ");
  // "12/2026" is a month.
  const possible = amounts.every(({ percent, done, of }) => (percent ?? 0) <= 100 && (done === null || of === null || (done <= of && of > 0 && !(done <= 12 && of > 1990 && of < 2100))));
  return amounts.length > 0 && possible && !/[\p{L}\p{N}]/u.test(left) ? { amounts: amounts.sort((one, other) => one.from - other.from), said } : null;
}
