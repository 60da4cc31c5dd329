import type { Comparator } from "@/lib/domain/state";
import type { Span } from "./reading";

/** A target for a number of things: "at least 2 reviewers", "no more than 5 open bugs", "mínimo 3 réplicas". */
export interface Counted extends Span {
  comparator: Comparator;
  limit: string;
  /** The things, with how often: "errors per day". */
  unit: string;
  /** The things with the words before them: "open bugs". */
  metric: string;
}

const least = String.raw`at least|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|minimum(?: of)?|min\.?(?: of)?|al menos|como mínimo|(?:un )?mínimo(?: de)?|mín\.?(?: de)?|no menos de|por lo menos`;
const most = String.raw`no more than|not more than|at most|a maximum of|maximum(?: of)?|max\.?(?: of)?|no más de|como máximo|(?:un )?máximo(?: de)?|máx\.?(?: de)?|a lo sumo`;
/** These set a bound of anything only before what is surely counted: "more than 3 teams use it" is news. */
const strict: [RegExp, Comparator][] = [[/^(?:fewer|less|menos)/iu, "<"], [/^(?:more|más)/iu, ">"]];
const words: Record<string, number> = {};
for (const [at, all] of ["two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete", "eight ocho", "nine nueve", "ten diez", "eleven once", "twelve doce"].entries()) for (const word of all.split(" ")) words[word] = at + 2;

const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+|\d+[kK]?|${Object.keys(words).join("|")})(?![.,]?\d)`;
/** Grammar between a number and a plural: what is counted does not follow. */
const grammar = String.raw`(?!(?:of|out|in|for|to|and|or|on|with|from|by|before|after|other|than|is|are|at|de|del|en|con|y|o|u|por|para|antes|después|que|los|las)(?!\p{L}))`;
const rate = String.raw`(?:\s*(?:per|a|an|por|al|cada|\/)\s*(?:second|minute|hour|day|week|month|year|release|sprint|user|service|segundo|minuto|hora|día|semana|mes|año|servicio|usuario)(?!\p{L}))?`;
/** Any plural; a time is a measure of its own, and some words only look like one. */
const plural = String.raw`(?!(?:${"day|hour|minute|second|week|month|year|semana|hora|minuto|segundo|día|año"})s?(?!\p{L})|meses)(?:people|personas|\p{L}{2,}(?<!s|u|i)s)(?!\p{L})`;
const known = String.raw`(?:replicas?|nodes?|instances?|pods?|reviewers?|reviews?|approvals?|approvers?|bugs?|defects?|errors?|failures?|incidents?|vulnerabilit(?:y|ies)|findings|warnings?|alerts?|tickets?|crashes|retries|testers?|engineers?|zones?|regions?|réplicas?|nodos?|instancias?|revisor(?:es)?|aprobaciones|fallos?|errores|incidencias?|incidentes?|avisos?|vulnerabilidades|defectos?|reintentos?|zonas?|regiones)(?!\p{L})`;
const phrase = (noun: string) => String.raw`((?:${grammar}[\p{L}\p{N}][\p{L}\p{N}'-]*\s+){0,2}?)(${grammar}${noun}${rate})`;

const bounded = new RegExp(String.raw`(?<!\p{L})(?:(${least})|(${most}))[\s:]+${amount}\s+(?:${phrase(plural)})`, "iu");
const boundedOne = new RegExp(String.raw`(?<!\p{L})(?:(${least})|(${most}))[\s:]+${amount}\s+(?:${phrase(known)})`, "iu");
const compared = new RegExp(String.raw`(?<![-=<>\p{L}])(<=|>=|≤|≥|<|>|(?:fewer|less|more) than|menos de|más de)\s*${amount}\s+(?:${phrase(known)})`, "iu");
const behind = new RegExp(String.raw`(?<![\p{L}\p{N}.,] ?)${amount}\s+(?:${phrase(plural)})\s*[,(]?\s*(?:(minimum|min|or more|at least|como mínimo|mínimo|o más)|(maximum|max|or (?:less|fewer)|at most|como máximo|máximo|o menos))(?!\p{L})`, "iu");
const plus = new RegExp(String.raw`(?<![\p{L}\p{N}.,] ?)${amount}\s*\+\s*(?:${phrase(known)})`, "iu");
/** "Max. open bugs: 5", "Minimum replicas = 3". */
const named = new RegExp(String.raw`(?<!\p{L})(?:(minimum|min\.?|mínimo de)|(maximum|max\.?|máximo de))\s+(?:number of |)(?:${phrase(plural)})\s*[:=]\s*${amount}`, "iu");

/** The first such target in a text. Counts of a year are a cadence, and a time before the launch is none of these. */
export function countedIn(text: string): Counted | null {
  const all: Counted[] = [];
  const add = (found: RegExpExecArray | null, comparator: Comparator | undefined, [limit, before, noun]: [number, number, number]) => {
    if (!found || comparator === undefined) return;
    const [unit, metric] = [found[noun] ?? "", `${found[before] ?? ""}${found[noun] ?? ""}`];
    const number = words[(found[limit] ?? "").toLowerCase()] ?? found[limit];
    if (/^(?:times|veces) (?:per|a|al|por|cada)/iu.test(unit) || /^\s*(?:per|a|al|por|cada) (?:year|month|week|año|mes|semana)/iu.test(text.slice(found.index + found[0].length))) return;
    all.push({ comparator, limit: String(number), unit, metric: metric.replace(new RegExp(`${rate}$`, "iu"), "").trim(), from: found.index, to: found.index + found[0].length });
  };
  for (const shape of [bounded, boundedOne]) {
    const found = shape.exec(text);
    add(found, found?.[1] === undefined ? "<=" : ">=", [3, 4, 5]);
  }
  const sign = compared.exec(text);
  add(sign, signs[sign?.[1] ?? ""] ?? strict.find(([word]) => word.test(sign?.[1] ?? ""))?.[1], [2, 3, 4]);
  const after = behind.exec(text);
  add(after, after?.[4] === undefined ? "<=" : ">=", [1, 2, 3]);
  add(plus.exec(text), ">=", [1, 2, 3]);
  const label = named.exec(text);
  add(label, label?.[1] === undefined ? "<=" : ">=", [5, 3, 4]);
  return all.sort((one, other) => one.from - other.from || other.to - one.to)[0] ?? null;
}

const signs: Record<string, Comparator> = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=" };
