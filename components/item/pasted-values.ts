import { isDay, isWallTime } from "@/lib/domain/zone";
import { readNumber, type TwoNumbers } from "./read-number";

/** One measured value as it was pasted; `at` is a day or a wall time, `unit` what stood behind the number, `null` where the line names none. */
export interface PastedValue { value: number; at: string | null; unit: string | null; /** The line it stood in, from 1. */ line: number }

/**
 * Values as people copy them out of tables: one a line, `180`, `180 ms`, `2026-11-01 180` or `2026-11-01 14:30; 180`, with blanks,
 * tabs, commas or semicolons between. What a comma in a number means, `readNumber` says; whether the unit is the right one, the rules.
 * @returns the values, or the number (from 1) of the first line that is not understood, and the two numbers that it could hold
 */
export function readPasted(text: string): { values: PastedValue[] } | { line: number; number: TwoNumbers | null } {
  const values: PastedValue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const found = /^(?:(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d)(?::\d\d)?)?[\s,;]+)?([-+]?\d+(?:[.,]\d+)?)\s*([^\d\s,;.+-][^\d,;]*)?$/.exec(line.trim());
    const [, day, time, number, unit] = found ?? [];
    const at = day === undefined ? null : time === undefined ? day : `${day}T${time}`;
    const value = readNumber(number ?? "");
    if (at !== null && !isDay(at) && !isWallTime(at)) return { line: index + 1, number: null };
    if (typeof value !== "number") return { line: index + 1, number: value };
    values.push({ value, at, unit: unit ?? null, line: index + 1 });
  }
  return { values };
}
