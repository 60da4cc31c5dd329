import type { Day } from "@/lib/domain/state";
import { dayOf } from "./day";

const months: Record<string, number> = {};
for (const [at, all] of [
  "jan january ene enero januar jänner janv janvier janeiro", "feb february febrero februar fév févr février fevereiro fev", "mar march marzo märz mär mars março", "apr april abr abril avr avril",
  "may mayo mai maio", "jun june junio juni juin junho", "jul july julio juli juil juillet julho", "aug august ago agosto août aout", "sep sept september septiembre setiembre septembre setembro set",
  "oct october octubre okt oktober octobre outubro out", "nov november noviembre novembre novembro", "dec december dic diciembre dez dezember déc décembre dezembro",
].entries()) for (const name of all.split(" ")) months[name] = at + 1;

/**
 * The one calendar day that a text names: "2026-01-05", "2026/1/5", "5 January 2026", "Jan 5, 2026", "5 de enero de 2026",
 * "5. Januar 2026", "1er mars 2026", "05.01.2026", "2026年1月5日", and "25/12/2026", whose order only one reading allows.
 * `null` where there is none, or 01/02/2026 could be two.
 */
export function dateIn(text: string): Day | null {
  const eastern = /(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u.exec(text);
  if (eastern) return day(eastern[1], eastern[2], eastern[3]);
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const worded = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s.-]+(?:(?:of|de|d['’])\s+)?(\p{L}{3,})\.?,?[\s-]+(?:(?:de|del|of)\s+)?(\d{4})(?!\d)/iu.exec(text);
  if (worded) return day(worded[3], String(months[(worded[2] ?? "").toLowerCase()] ?? 0), worded[1]);
  const american = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu.exec(text);
  if (american) return day(american[3], String(months[(american[1] ?? "").toLowerCase()] ?? 0), american[2]);
  const dotted = /(?<![\p{L}\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\p{L}\d])/u.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const [order] = slashed(text);
  return order !== undefined && slashed(text).length === 1 ? order : null;
}

/** Whether a text names a day in figures whose order nothing tells: 03/04/2026, or any with a year of two figures. */
export function isUnclearDate(text: string): boolean {
  if (dateIn(text) !== null) return false;
  return slashed(text).length > 1 || /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d)/.test(text);
}

/** Every day that figures with strokes between them can mean. */
function slashed(text: string): Day[] {
  const found = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!found) return [];
  const [, one = "", other = "", year] = found;
  return [...new Set([day(year, other, one), day(year, one, other)].filter((which) => which !== null))];
}

/** "01/02/2027" in the order that somebody said it is meant. */
export function dateInOrder(text: string, order: "day-first" | "month-first"): Day | null {
  const [, one = "", other = "", year] = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text) ?? [];
  if (year === undefined) return null;
  return order === "day-first" ? day(year, other, one) : day(year, one, other);
}

/** A day as spreadsheets count it, from the last day of 1899: whole numbers of the years 2000 to 2099; else `null`. */
export function dayOfSerial(text: string): Day | null {
  const serial = /^\d{5}(?:[.,]0+)?$/.test(text.trim()) ? Number.parseInt(text, 10) : 0;
  if (serial < 36_526 || serial > 73_050) return null;
  return dayOf(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10));
}

function day(year = "", month = "", date = ""): Day | null {
  return dayOf(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}
