import { isDay, isWallTime } from "@/lib/domain/zone";

/** One measured value as it was pasted; `at` is a day or a wall time, `unit` what stood behind the number, `null` where the line names none. */
export interface PastedValue { value: number; at: string | null; unit: string | null; /** The line it stood in, from 1. */ line: number }

/**
 * Values as people copy them out of tables: one a line, `180`, `180 ms`, `2026-11-01 180` or `2026-11-01 14:30; 180`, with blanks,
 * tabs, commas or semicolons between. A comma between two digits is a decimal one. Whether the unit is the right one, the rules say.
 * @returns the values, or the number (from 1) of the first line that is not understood
 */
export function readPasted(text: string): { values: PastedValue[] } | { line: number } {
  const values: PastedValue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const found = /^(?:(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d)(?::\d\d)?)?[\s,;]+)?([-+]?\d+(?:[.,]\d+)?)\s*([^\d\s,;.+-][^\d,;]*)?$/.exec(line.trim());
    const [, day, time, number, unit] = found ?? [];
    const at = day === undefined ? null : time === undefined ? day : `${day}T${time}`;
    const value = Number((number ?? "").replace(",", "."));
    if (number === undefined || !Number.isFinite(value) || (at !== null && !isDay(at) && !isWallTime(at))) return { line: index + 1 };
    values.push({ value, at, unit: unit ?? null, line: index + 1 });
  }
  return { values };
}
