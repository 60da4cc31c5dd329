import type { Comparator, Threshold } from "@/lib/domain/state";
import { countedIn } from "./counted";
import { figure, numberOf, scored, unit, unitOf } from "./figures";
import { plain } from "./plain";

const wordy: [RegExp, Comparator][] = [
  [/(?:greater|more|higher) than or equal to|(?:mayor|superior) o igual (?:al?|que)|at least|no less than|not less than|not (?:fall |go |drop )?below|minimum(?: of)?|min\.?(?: of)?|al menos(?: el| un)?|como mínimo|mínimo(?: de)?|mín\.?(?: de)?|no menos de|no inferior al?|por lo menos/iu, ">="],
  [/(?:less|lower|fewer) than or equal to|(?:menor|inferior) o igual (?:al?|que)|no (?:more|longer|greater|higher|later|slower) than|not more than|(?:(?:must |should |may |does |do |to )?not|(?:does|do|must|should|may)n['’]t) exceed(?:s|ing)?|at most|maximum(?: of)?|max\.?(?: of)?|within|no más del?|como máximo|máximo(?: de)?|máx\.?(?: de)?|no superior al?|no (?:debe )?superar?|sin superar|a lo sumo/iu, "<="],
  [/(?:less|lower|faster|fewer|shorter|smaller) than|below|under|menos del?|menor (?:al?|que|del?)|por debajo del?|inferior al?/iu, "<"],
  [/(?:more|greater|higher|longer|larger) than|above|over|exceed(?:s|ing)?|más del?|mayor (?:al?|que|del?)|por encima del?|superior al?/iu, ">"],
  [/up to|hasta/iu, "="],
];
const signs: Record<string, Comparator> = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "=<": "<=", "=>": ">=", "⩽": "<=", "⩾": ">=" };
const end = String.raw`(?![\p{L}\p{N}]|[-/.,]\d)`;
const symbolic = new RegExp(String.raw`(?<![-=<>])(<=|>=|=<|=>|≤|≥|⩽|⩾|<|>)\s*[~≈]?\s*${figure}\s*(?:${unit})?${end}`, "iu");
const spoken = new RegExp(String.raw`(?<![\p{L}])(${wordy.map(([word]) => word.source).join("|")})[\s:]+(?:about |around |approximately |the |un |el |~)?${figure}\s*(?:${unit})?${end}`, "iu");
const followed = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${figure}\s*(?:${unit})\s*\(?(minimum|min|or (?:more|longer|higher|better)|at least|como mínimo|mínimo|o más|maximum|max|or (?:less|fewer|faster|lower)|at most|como máximo|máximo|o menos)(?![\p{L}])`, "iu");
/** "Apdex 0.9 or higher": without a unit only of what is counted in points, which is asked of every bare figure. */
const orBetter = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${figure}\s+(or (?:higher|better|above|lower|below)|o (?:más|superior|menos|inferior))(?![\p{L}])`, "iu");
const plus = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${figure}\s*(?:\+\s*(?:${unit})|(%)\s*\+|\+)${end}`, "iu");
/** "Maximum response time: 200 ms", "Tiempo de respuesta máximo: 200 ms". */
const framed = new RegExp(String.raw`(?<![\p{L}\p{N}])(?<!\d )(maximum|max\.?|minimum|min\.?|máxim[oa]|mínim[oa])\s+(?:\p{L}+\s+){0,3}\p{L}+\s*(?::|of|is|de)?\s*${figure}\s*(?:${unit})${end}`, "iu");
const percentile = /\(?\b(?:p(50|75|9\d(?:\.\d+)?)|(\d{2})(?:th|nd|rd)? ?percentile|percentil (\d{2}))\b\)?/iu;
/** A time relative to the launch, an age: no measure of the item. */
const otherwise = /^\s*(?:before|prior|ahead|after|later|ago|old|of age|antes|después|previ[oa]s?|de edad|of the (?:launch|release|go-live))(?!\p{L})/iu;
/** "Alert if errors > 5 %" sets off something at a value that the launch must not reach. */
const clause = /(?<!\p{L})(?:if|when|whenever|once(?!\s*\()|unless|cuando|si)\s[^.;:]*$|(?:alert|alarm|warn|page|notif|trigger|auto-?scal|scale|roll(?:s|ed)? ?back|aviso|alarma)\p{L}*\s(?:[^.;:]*\s)?(?:on|at|for|above|over|when|if|para|a partir de)\s[^.;:]*$/iu;
const negated = /(?:^|[\s(])(?:no|zero|without|none|never|ning[uú]n[oa]?|sin|cero|nunca)\s(?:[^.;:,]*\s)?$/iu;

interface Found { comparator: Comparator; limit: string; unit: string; from: number; to: number; bare: boolean; counted?: string }

/**
 * The target inside an item's text: "p95 < 200 ms", "30 days minimum", "100+ concurrent users". `null` when there is
 * none; a cadence ("daily minimum") is none, nor a version, a date, or the value at which an alert goes off. In `unit`.
 */
export function thresholdOf(markdown: string): Threshold | null {
  const text = plain(entities(markdown));
  const found = find(plain(masked(entities(markdown))));
  if (!found) return null;
  const head = text.slice(0, found.from);
  if (found.unit === "" && !scored.test(text)) return null;
  if (otherwise.test(text.slice(found.to)) || clause.test(head)) return null;
  // "Within two weeks" is until when, not how much.
  if (/^within/iu.test(text.slice(found.from)) && /^(?:day|día|week|semana|month|mes|year|año)/iu.test(found.unit)) return null;
  const limit = numberOf(found.limit, found.counted === undefined ? found.unit : "users");
  if (limit === null) return null;
  const metric = metricOf(text, found);
  // "XL: more than 2 weeks" measures nothing.
  if (!/[\p{L}\p{N}]{3}/u.test(metric)) return null;
  const flipped = negated.test(head) && (found.comparator === ">" || found.comparator === ">=");
  return { metric, comparator: flipped ? (found.comparator === ">" ? "<=" : "<") : found.comparator, limit, unit: found.counted === undefined ? unitOf(found.unit) : found.unit.replace(/\s+/g, " ") };
}

function entities(text: string): string {
  return text.replace(/&(lt|gt|le|ge|nbsp);/gi, (_all, name: string) => ({ lt: "<", gt: ">", le: "≤", ge: "≥", nbsp: " " })[name.toLowerCase()] ?? " ").replace(/[\u00a0\u202f\u2009]/g, " ");
}

/** A command in code holds no target, a figure in code does: "`find -size >10`", "p95 `< 200 ms`". Lengths stay. */
function masked(text: string): string {
  return text.replace(/`([^`]+)`/g, (all, code: string) => (/^\s*[<>≤≥=]{0,2}\s*[\d.,]+\s*\S{0,5}\s*$/.test(code) ? all : `\`${code.replace(/[<>≤≥=+\d]/g, "•")}\``));
}

/** The one that stands first; of two at one place the longer. */
function find(text: string): Found | null {
  const all: Found[] = [];
  const add = (match: RegExpExecArray | null, comparator: (word: string) => Comparator, at: [number, number, number]) => {
    if (match) all.push({ comparator: comparator(match[at[0]] ?? ""), limit: match[at[1]] ?? "", unit: match[at[2]] ?? "", from: match.index, to: match.index + match[0].length, bare: false });
  };
  add(symbolic.exec(text), (sign) => signs[sign] ?? "=", [1, 2, 3]);
  add(spoken.exec(text), (word) => wordy.find(([one]) => new RegExp(`^(?:${one.source})$`, "iu").test(word))?.[1] ?? "=", [1, 2, 3]);
  add(followed.exec(text), (word) => (/max|most|less|fewer|faster|lower|máx|menos/i.test(word) ? "<=" : ">="), [3, 1, 2]);
  const [, points = "", way = ""] = orBetter.exec(text) ?? [];
  if (points !== "") add(orBetter.exec(text), () => (/lower|below|menos|inferior/i.test(way) ? "<=" : ">="), [2, 1, 3]);
  const more = plus.exec(text);
  if (more) all.push({ comparator: ">=", limit: more[1] ?? "", unit: more[2] ?? more[3] ?? "", from: more.index, to: more.index + more[0].length, bare: false });
  const frame = framed.exec(text);
  add(frame, (word) => (/^m[aá]x/i.test(word) ? "<=" : ">="), [1, 2, 3]);
  const things = countedIn(text);
  if (things) all.push({ ...things, bare: false, counted: things.metric });
  const [first] = all.filter((one) => one.unit !== "" || scored.test(text)).sort((one, other) => one.from - other.from || other.to - one.to);
  if (!first) return null;
  // "Up to" is what a system carries, or what a thing may reach.
  const capacity = /users|usuarios|[rqt]ps|req|peticiones|transac|sessions|connections/iu.test(first.unit);
  return { ...first, comparator: first.comparator === "=" ? (capacity ? ">=" : "<=") : first.comparator, bare: frame !== null && first.from === frame.index };
}

const numbering = /^\d+(?:\.\d+)+[.)]?\s+/;
const opening = /^(?:please )?(?:verify|ensure|check|confirm|validate|make sure|keep|verificar|comprobar|asegurar|confirmar|validar|mantener)\s+(?:that |que )?(?:the |el |la |los |las )?/iu;
const closing = /(?:^|\s)(?:for a|of a|durante|for|at|para|el|is|are|be|was|must|must be|should|should be|stays?|remains?|reach(?:es)?|of|de|es|debe ser|to|with|con|in|en|a|handles?|supports?|target|objetivo)\s*$/iu;

/** What is measured: the words before the target, else those after, with the percentile named at the end. */
function metricOf(text: string, found: Found): string {
  // "Availability ≥ 99.9 %, p99 < 300 ms": a percentile behind the next comma is another target's.
  const [behind = ""] = /^[^,;]*/.exec(text.slice(found.to)) ?? [];
  const [, p, th, percentil] = percentile.exec(text.slice(0, found.to) + behind) ?? [];
  const rank = p ?? th ?? percentil;
  const clean = (words: string) => words.replace(percentile, " ").replace(/[(（][^)）]*[)）]?/gu, " ")
    .replace(/[\s:,(–—-]+$/u, "").replace(closing, (all, at: number) => (at === 0 ? all : " ")).replace(/[\s:,(–—=-]+$/u, "").replace(/^[\s:,)–—-]+/u, "").replace(numbering, "").replace(opening, "").replace(/^(?:of|de|del)\s+/iu, "").replace(/\s+/g, " ").trim();
  // "100+ concurrent users" inside brackets: what is counted is the metric.
  const counted = found.counted ?? (/users|usuarios/iu.test(found.unit) ? found.unit : "");
  const inside = found.bare ? text.slice(found.from, found.to).replace(/^\p{L}+\.?\s+/u, "").replace(/\d.*$/u, "") : "";
  // "Restored once (RTO < 4 h)": what stands in brackets with the target says what is measured.
  const [, bracketed = ""] = /[(（]([^()（）]*)$/u.exec(text.slice(0, found.from)) ?? [];
  const before = text.slice(0, found.from);
  // "Backups: RPO ≤ 1 h": what follows the colon is what is measured.
  const [, label = "", , named = ""] = /^(.*?)(:\s+)([^:\d][^:]*)?$/su.exec(before.replace(/:\s+\d[^:]*$/u, ": ")) ?? [];
  const metric = counted || clean(bracketed) || clean(named) || clean(label) || clean(before) || clean(inside) || clean(text.slice(found.to)) || (rank === undefined ? clean(text) : "");
  return rank === undefined ? metric : `${metric} p${rank}`.trim();
}
