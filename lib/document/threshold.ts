import type { Comparator, Threshold } from "@/lib/domain/state";
import { plain } from "./plain";

const figure = String.raw`(\d+(?:[.,]\d+)*)`;
const unit = String.raw`(%|percent|por ciento|ms|milliseconds?|milisegundos?|secs?\b|seconds?|segundos?|s\b|minutes?|minutos?|mins?\b|hours?|horas?|h\b|days?|días?|weeks?|semanas?|months?|meses|years?|años?|(?:concurrent |simultaneous )?users|usuarios(?: concurrentes| simultáneos)?|rps\b|qps\b|tps\b|req(?:uests)?/s(?:ec)?|requests per second|[kmg]b\b)`;
/** A figure without a unit is a target only of something that is counted in points. */
const scored = /\b(?:score|rating|index|points|apdex|grade|puntuación|índice)\b/iu;
const wordy: [RegExp, Comparator][] = [
  [/at least|no less than|minimum(?: of)?|al menos|como mínimo|mínimo(?: de)?|no menos de/iu, ">="],
  [/no more than|at most|maximum(?: of)?|no más de|como máximo|máximo(?: de)?/iu, "<="],
  [/less than|below|under|faster than|fewer than|menos de|por debajo de|inferior a/iu, "<"],
  [/more than|greater than|above|exceeds|higher than|más de|por encima de|superior a/iu, ">"],
];
const signs: Record<string, Comparator> = { "<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "=<": "<=", "=>": ">=" };
const symbolic = new RegExp(String.raw`(?<![-=<>])(<=|>=|=<|≤|≥|<|>)\s*~?` + figure + String.raw`\s*` + `${unit}?(?![\\p{L}\\p{N}])`, "iu");
const spoken = new RegExp(`(?<![\\p{L}])(${wordy.map(([word]) => word.source).join("|")})\\s+${figure}\\s*${unit}(?![\\p{L}\\p{N}])`, "iu");
const followed = new RegExp(`${figure}\\s*${unit}\\s+(minimum|min|or (?:more|longer|higher)|at least|como mínimo|mínimo|o más|maximum|max|or (?:less|fewer|faster)|at most|como máximo|máximo|o menos)(?![\\p{L}])`, "iu");
const plus = new RegExp(`(?<![\\p{L}\\p{N}.])${figure}\\s*\\+\\s*${unit}(?![\\p{L}\\p{N}])`, "iu");
const percentile = /\(?\b(?:p(50|75|9\d(?:\.\d+)?)|(\d{2})(?:th|nd|rd)? ?percentile|percentil (\d{2}))\b\)?/iu;

interface Found { comparator: Comparator; limit: string; unit: string; from: number; to: number }

/**
 * The target inside an item's text: "p95 < 200 ms", "30 days minimum", "100+ concurrent users". `null` when there is
 * none; a cadence ("daily minimum") is none. The limit is in `unit`.
 */
export function thresholdOf(markdown: string): Threshold | null {
  const text = plain(markdown);
  const found = find(text);
  if (!found) return null;
  if (found.unit === "" && !scored.test(text)) return null;
  const limit = numberOf(found.limit);
  if (limit === null) return null;
  const metric = metricOf(text, found);
  return { metric, comparator: found.comparator, limit, unit: unitOf(found.unit) };
}

function find(text: string): Found | null {
  let match = symbolic.exec(text);
  if (match) return make(match, signs[match[1] ?? ""] ?? "=", match[2], match[3]);
  match = spoken.exec(text);
  if (match) {
    const word = match[1] ?? "";
    return make(match, wordy.find(([one]) => new RegExp(`^(?:${one.source})$`, "iu").test(word))?.[1] ?? "=", match[2], match[3]);
  }
  match = followed.exec(text);
  if (match) return make(match, /max|most|less|fewer|faster|máx|menos/i.test(match[3] ?? "") ? "<=" : ">=", match[1], match[2]);
  match = plus.exec(text);
  return match ? make(match, ">=", match[1], match[2]) : null;
}

function make(match: RegExpExecArray, comparator: Comparator, limit = "", unitWord = ""): Found {
  return { comparator, limit, unit: unitWord, from: match.index, to: match.index + match[0].length };
}

/** "1,000" is a thousand, "0,1" a tenth. */
function numberOf(text: string): number | null {
  const value = Number(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

function unitOf(word: string): string {
  const lower = word.toLowerCase();
  if (/^(?:percent|por ciento)$/.test(lower)) return "%";
  if (/^(?:milliseconds?|milisegundos?)$/.test(lower)) return "ms";
  if (/^(?:secs?|seconds?|segundos?)$/.test(lower)) return "s";
  if (/users$/.test(lower)) return "users";
  if (/^usuarios/.test(lower)) return "usuarios";
  if (/^req|requests per/.test(lower)) return "rps";
  return /^[kmg]b$/.test(lower) ? lower.toUpperCase() : lower;
}

/** What is measured: the words before the target, else those after, with the percentile named at the end. */
function metricOf(text: string, found: Found): string {
  const [, p, th, percentil] = percentile.exec(text) ?? [];
  const rank = p ?? th ?? percentil;
  const clean = (words: string) => words.replace(percentile, " ").replace(/\([^)]*\)?/g, " ")
    .replace(/\b(?:for|at|para|el|is|must be|should be|of)\s*$/iu, " ").replace(/[\s:,(–—-]+$/u, "").replace(/^[\s:,)–—-]+/u, "").replace(/\s+/g, " ").trim();
  // "100+ concurrent users" inside brackets: what is counted is the metric.
  const counted = /users|usuarios/iu.test(found.unit) ? found.unit : "";
  const metric = counted || clean(text.slice(0, found.from)) || clean(text.slice(found.to)) || (rank === undefined ? clean(text) : "");
  return rank === undefined ? metric : `${metric} p${rank}`.trim();
}
