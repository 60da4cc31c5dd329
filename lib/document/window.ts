import type { Window } from "@/lib/domain/state";
import { isAction } from "./actions";
import { launching, momentIn } from "./moments";
import type { Heading } from "./outline";
import { numbered, plain, undecorated } from "./plain";

const tidy = (words: string) => undecorated(plain(words)).replace(/[\s\u00a0\u202f]+/g, " ").trim();
const goesOn = /success metrics|\bkpis?\b|métricas de éxito|indicadores de éxito|\bongoing\b|hyper-?care|hiper-?cuidado|\bday[- ]?2 operations|operación continua/iu;
/** A plan for a time is ready before it. */
const planned = /(?<!\p{L})(?:plan(?:s|ning)?|preparations?|prep|readiness|planificación|preparativos|preparación)(?!\p{L})/iu;
const rest = String.raw`(?:\W+(?:checks?|checklist|tasks?|activities|actions|monitoring|reviews?|phase|steps?|verification|comprobaciones|tareas|fase|pasos|revisión|seguimiento|monitorización))*\W*$`;
const afterIt = new RegExp(String.raw`^\W*(?:post[- ]?(${launching})|(?:after|following|tras|después de(?:l| la)?)\s*(?:the |el |la )?(${launching}))${rest}`, "iu");
const itself = new RegExp(String.raw`^\W*(?:during\s+(?:the )?|durante (?:el |la )?)?(${launching})${rest}`, "iu");
const beforeIt = new RegExp(String.raw`(?<!\p{L})(?:pre[- ]?|(?:before|prior to|antes de(?:l| la)?|previo al?)\s+(?:the |el |la )?)(${launching})(?!\p{L})`, "iu");
const dayTwo = /^\W*(?:day|día)[- ](?:[2-9]|\d\d)\b/iu;
const firstWeeks = /^\W*(?:the )?(?:first (?:week|month|\d{1,3} days)|primer(?:a semana| mes|os \d{1,3} días))\W*$/iu;

/** The window that a heading states by itself; `null` when it states none ("Post-Launch" alone may be a plan to have ready). */
export function windowOf(heading: string): Window | null {
  const words = tidy(heading);
  if (goesOn.test(words) && !planned.test(words)) return "ongoing";
  const moment = momentIn(words);
  // "Launch Day Plan" is a plan; "Final checks plan (T-7)" still says when.
  return moment && (!planned.test(words) || /[([][^)\]]*$/.test(words.slice(0, moment.from))) ? moment.window : null;
}

/** What a heading may mean as a time, which only its neighbours or a person can tell: "Launch", "Post-launch", "Day 2". */
export function maybeWindowOf(heading: string): Window | null {
  const words = numbered(heading).title;
  if (windowOf(heading) !== null || planned.test(words)) return null;
  if (afterIt.test(words) || dayTwo.test(words) || firstWeeks.test(words)) return "ongoing";
  return itself.test(words) ? "launch-day" : null;
}

const nounOf = (words: string): string | null => {
  const [, ...nouns] = afterIt.exec(words) ?? itself.exec(words) ?? beforeIt.exec(words) ?? [];
  return nouns.find((noun) => noun !== undefined)?.toLowerCase().replace(/[- ]/g, "") ?? null;
};

/**
 * The window of every heading that states one, by its line. "Launch" and "Post-launch" are times only beside a heading of
 * the same level that is one: "Pre-launch", "Launch day", "T-7".
 */
export function headingWindows(headings: readonly Heading[]): Map<number, Window> {
  const found = new Map<number, Window>();
  for (const heading of headings) {
    const window = windowOf(heading.words);
    if (window !== null) found.set(heading.line, window);
  }
  for (const family of families(headings)) {
    const titles = family.map((heading) => numbered(heading.words).title);
    for (const [at, heading] of family.entries()) {
      const maybe = maybeWindowOf(heading.words);
      const noun = nounOf(titles[at] ?? "");
      const beside = family.some((other, index) => index !== at && (found.get(other.line) ?? "ongoing") !== "ongoing" && (noun === null || nounOf(titles[index] ?? "") === noun || momentIn(titles[index] ?? "")?.named === true));
      if (maybe !== null && beside) found.set(heading.line, maybe);
    }
  }
  return found;
}

const plainly = /^\W*(?:launch|go[- ]?live|lanzamiento|salida a producción)\W*$/iu;

/**
 * What a heading may mean as a time and does not certainly: to be asked about. Not where all that stands under it is what
 * must be ready before, nor "Day 2" in a document that speaks of no launch.
 */
export function windowToAsk(heading: Heading, above: readonly Heading[], items: readonly string[], title: string): Window | null {
  const maybe = maybeWindowOf(heading.words);
  const words = numbered(heading.words).title;
  if (maybe === null || items.length === 0) return null;
  if (dayTwo.test(words) || firstWeeks.test(words)) return new RegExp(launching, "iu").test([title, ...above.map((one) => one.words)].join(" ")) ? maybe : null;
  if (maybe === "launch-day") return plainly.test(words) && items.some(isAction) ? maybe : null;
  return items.some(isAction) ? maybe : null;
}

/** Headings of one level under the same heading. */
function families(headings: readonly Heading[]): Heading[][] {
  const all: Heading[][] = [];
  let open: { depth: number; family: Heading[] }[] = [];
  for (const heading of headings) {
    open = open.filter(({ depth }) => depth <= heading.depth);
    const own = open.at(-1);
    if (own?.depth === heading.depth) own.family.push(heading);
    else {
      const family = [heading];
      all.push(family);
      open.push({ depth: heading.depth, family });
    }
  }
  return all;
}

/** The window of what stands under these headings, outermost first: the innermost that states one decides. */
export function windowUnder(headings: readonly Heading[], windows: ReadonlyMap<number, Window>): Window {
  return headings.map((heading) => windows.get(heading.line)).findLast((found) => found !== undefined) ?? "before";
}
