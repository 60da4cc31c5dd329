import type { Day } from "@/lib/domain/state";
import { dayOf } from "./day";

const months: Record<string, number> = {};
for (const [at, all] of [
  "jan january ene enero", "feb february febrero", "mar march marzo", "apr april abr abril", "may mayo", "jun june junio", "jul july julio",
  "aug august ago agosto", "sep sept september septiembre", "oct october octubre", "nov november noviembre", "dec december dic diciembre",
].entries()) for (const name of all.split(" ")) months[name] = at + 1;

/**
 * The one calendar day that a text names: "2026-01-05", "2026/1/5", "5 January 2026", "Jan 5, 2026", "5 de enero de 2026",
 * "05.01.2026", and "25/12/2026", whose order only one reading allows. `null` where there is none, or 01/02/2026 could be two.
 */
export function dateIn(text: string): Day | null {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const worded = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|º)?[\s.-]+(?:de\s+)?(\p{L}{3,})\.?,?[\s-]+(?:de\s+)?(\d{4})(?!\d)/iu.exec(text);
  if (worded) return day(worded[3], String(months[(worded[2] ?? "").toLowerCase()] ?? 0), worded[1]);
  const american = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu.exec(text);
  if (american) return day(american[3], String(months[(american[1] ?? "").toLowerCase()] ?? 0), american[2]);
  const dotted = /(?<![\p{L}\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{L}\d])/u.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(text);
  if (!slashed) return null;
  const [, one = "", other = "", year] = slashed;
  const orders = new Set([day(year, other, one), day(year, one, other)].filter((found) => found !== null));
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
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
