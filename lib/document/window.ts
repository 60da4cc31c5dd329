import type { Window } from "@/lib/domain/state";

const dash = "[-‐‑–— ]";
/** In the order in which they are tried; the first that fits a heading decides. */
const rules: [Window, RegExp][] = [
  ["ongoing", /success metrics|\bkpis?\b|métricas de éxito|indicadores de éxito|\bongoing\b/iu],
  ["first-24h", new RegExp(`post${dash}?launch\\W+(?:first )?24 ?h|first 24 ?h|24 ?h(?:ours?|oras)?\\.? (?:after|post|later)|first day after|T ?\\+ ?(?:24 ?h|1)\\b|primeras 24 ?h|24 ?h(?:oras)? (?:después|posteriores|tras)|(?:post${dash}?lanzamiento|después)\\W+(?:\\p{L}+ )?24 ?h`, "iu")],
  ["launch-day", new RegExp(`launch${dash}day|day of (?:the )?launch|go${dash}?live day|release day|día d(?:el|e) (?:lanzamiento|salida)|\\bT ?[-−] ?0\\b|\\bD${dash}day\\b`, "iu")],
  ["final-week", new RegExp(`(?:1|one|a|final|last|the)${dash}week (?:before|prior|out)|week before|final week|last week before|T ?[-−] ?[1-7](?: ?d(?:ays?)?)?\\b|(?:una|1) semana antes|última semana|semana (?:previa|anterior)`, "iu")],
];

/** The window that a heading states; `null` when it states none ("Post-Launch" alone is a plan to have ready). */
export function windowOf(heading: string): Window | null {
  return rules.find(([, rule]) => rule.test(heading))?.[0] ?? null;
}

/** The window of what stands under these headings, outermost first: the innermost that states one decides. */
export function windowUnder(headings: string[]): Window {
  return headings.map(windowOf).findLast((found) => found !== null) ?? "before";
}
