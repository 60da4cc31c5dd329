import type { Window } from "@/lib/domain/state";

/** What goes live, as teams call it. */
export const launching = String.raw`(?:launch|go[- ]?live|release|deploy(?:ment)?|roll-?out|cut-?over|migration|event|opening|publication|lanzamiento|salida(?: a producción| en vivo)?|puesta en (?:producción|marcha)|despliegue|migración|evento|estreno|apertura|publicación)`;
const numbers: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7,
};
const amount = String.raw`(\d{1,3}|${Object.keys(numbers).join("|")})`;
const unit = String.raw`(minutes?|minutos?|mins?|hours?|horas?|hrs?|h|(?:working |business )?days?|días?(?: hábiles| laborables)?|d|weeks?|semanas?|w|months?|mes(?:es)?)`;
const edge = String.raw`(?![\p{L}\p{N}])`;
const begin = String.raw`(?<![\p{L}\p{N}])`;
/** What may follow "before" and "after": the launch itself, or nothing that says otherwise. */
const ofLaunch = String.raw`(?:\s+(?:(?:to|of|the|our|del?|la|el|al)\s+)*${launching}${edge}|(?=\s*(?:$|[^\p{L}\p{N}\s])))`;

/** A moment relative to the launch, where it stands in the words, and whether it is named on its own, without the launch. */
export interface Moment { window: Window; from: number; to: number; named: boolean }

const signed = new RegExp(String.raw`${begin}(?:T|(?<=^|[([])[DL]) ?([-−–+]) ?(\d{1,3})(?: ?(minutes?|mins?|m|hours?|hrs?|h|horas?|days?|d|días?|weeks?|w|semanas?|months?))?${edge}`, "iu");
const before = new RegExp(String.raw`${begin}${amount}[- ]?${unit}\s+(?:before|prior|out|ahead|antes|previ[oa]s?)${ofLaunch}`, "iu");
const after = new RegExp(String.raw`${begin}${amount}[- ]?${unit}\s+(?:after|later|post|después|tras|posteriores)${ofLaunch}`, "iu");
const afterwards = new RegExp(String.raw`${begin}(?:after|tras|después de|a las|pasadas|(?:the )?first|(?:las )?primeras|(?:los )?primeros|post[- ]?(?:launch|release|lanzamiento)\W+(?:first )?)\s*${amount}[- ]?${unit}(?:\s+(?:after|de|del|tras|post)${ofLaunch}|${ofLaunch})`, "iu");
/** "Week 1 after launch" begins with it and goes on. */
const counted = new RegExp(String.raw`${begin}(?:weeks?|months?|semanas?|mes(?:es)?)\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+(?:after|post|tras|después de)${ofLaunch}`, "iu");
const firstOne = new RegExp(String.raw`${begin}(first hour|primera hora|(?:the )?(?:first )?day after|día siguiente|día después)${ofLaunch}`, "iu");
const eve = new RegExp(String.raw`${begin}(?:the )?(?:day|night|evening|día|noche)\s+(?:before|prior|anterior|antes|previ[oa])${ofLaunch}|${begin}(?:la )?víspera${edge}|${begin}eve of (?:the )?${launching}${edge}`, "iu");
const week = new RegExp(String.raw`${begin}(?:(?:in the |the |final |last )*week\s+(?:before|prior)${ofLaunch}|final week${edge}|(?:la )?última semana(?: antes)?${edge}|(?:la )?semana (?:previa|anterior|antes)${ofLaunch})`, "iu");
const theDay = new RegExp(String.raw`${begin}(?:${launching}[- ](?:day|night|morning)|day of (?:the )?${launching}|(?:el )?día del? (?:la )?${launching}|[DL][- ]day|día D|jour J|(?:the )?day[- ]0|día 0)${edge}`, "iu");
const beforeIt = new RegExp(String.raw`${begin}(?:pre[- ]?${launching}|(?:before|prior to|ahead of|antes de(?:l| la)?|previo al?)\s+(?:the |la |el )?${launching})${edge}`, "iu");
const beforeTheDay = new RegExp(String.raw`${begin}(?:(?:before|prior to|ahead of|up to|until|till) (?:the )?${launching}[- ]day|(?:antes del|hasta el) día del? (?:la )?${launching})${edge}`, "iu");
const afterTheDay = new RegExp(String.raw`${begin}(?:(?:after|following) (?:the )?${launching}[- ]day|(?:tras el|después del) día del? (?:la )?${launching})${edge}`, "iu");
const late = /(?<![\p{L}])(?:at least|no later than|not later than|more than|by|earlier|al menos|como mínimo|mínimo|a más tardar|antes de)\s*$/iu;

const daysIn: Record<string, number> = { m: 1 / 1440, h: 1 / 24, d: 1, w: 7, s: 7 };

/** Days that an amount is, negative before the launch. "m" is a minute, a month has 30 days. */
function daysOf(count: string, of: string): number {
  const number = numbers[count.toLowerCase()] ?? Number(count);
  const word = of.toLowerCase();
  const day = /^(?:months?|mes)/.test(word) ? 30 : /^(?:working|business)/.test(word) ? 1 : (daysIn[word.charAt(0)] ?? 1);
  return number * day;
}

/** What must hold before the launch counts before it, however late; afterwards only the first day has a clock of its own. */
function windowAt(days: number): Window {
  if (days < 0) return days >= -7 ? "final-week" : "before";
  return days === 0 ? "launch-day" : days <= 1 ? "first-24h" : "ongoing";
}

const readers: { shape: RegExp; read: (found: RegExpExecArray) => Window; named: boolean }[] = [
  { shape: signed, read: ([, sign, count = "", of = "d"]) => windowAt((sign === "+" ? 1 : -1) * daysOf(count, of) || 0), named: true },
  { shape: before, read: ([, count = "", of = ""]) => windowAt(-daysOf(count, of)), named: true },
  { shape: after, read: ([, count = "", of = ""]) => windowAt(daysOf(count, of)), named: true },
  { shape: afterwards, read: ([, count = "", of = ""]) => windowAt(daysOf(count, of)), named: true },
  { shape: counted, read: () => "ongoing", named: true },
  { shape: firstOne, read: () => "first-24h", named: true },
  { shape: eve, read: () => "final-week", named: true },
  { shape: week, read: () => "final-week", named: true },
  { shape: beforeIt, read: () => "before", named: false },
  { shape: beforeTheDay, read: () => "before", named: true },
  { shape: afterTheDay, read: () => "ongoing", named: true },
  { shape: theDay, read: () => "launch-day", named: true },
];

/** The first moment that words name, one of its own before "pre-launch"; "at least a week before" only says that it is before. `null` when there is none. */
export function momentIn(text: string): Moment | null {
  let first: Moment | null = null;
  for (const { shape, read, named } of readers) {
    const found = shape.exec(text);
    if (!found || (first && (first.named === named ? first.from <= found.index : first.named))) continue;
    const window = read(found);
    const early = late.test(text.slice(0, found.index)) && (window === "final-week" || window === "before");
    first = { window: early ? "before" : window, from: found.index, to: found.index + found[0].length, named };
  }
  return first;
}
