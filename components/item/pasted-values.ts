import { isDay, isWallTime } from "@/lib/domain/zone";
import { readNumber, type TwoNumbers } from "./read-number";

/** One measured value as it was pasted; `at` is a day, a wall time or an instant, `unit` what stood behind the number, `null` where the line names none. */
export interface PastedValue { value: number; at: string | null; unit: string | null; /** The line it stood in, from 1. */ line: number }

/**
 * Values as people copy them out of tables: one a line, `180`, `180 ms`, `2026-11-01 180`, `2026-11-01 14:30; 180` or
 * `2026-11-01T14:30:00Z 180`, with blanks, tabs, commas or semicolons between. A time that names no zone is the launch's, to the minute. What a comma in a number means, `readNumber` says; whether the unit is the right one, the rules.
 * @returns the values, or the number (from 1) of the first line that is not understood, and the two numbers that it could hold
 */
export function readPasted(text: string): { values: PastedValue[] } | { line: number; number: TwoNumbers | null } {
  const values: PastedValue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const found = /^(?:(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?[\s,;]+)?([-+]?\d+(?:[.,]\d+)?)\s*([^\d\s,;.+-][^\d,;]*)?$/.exec(line.trim());
    const [, day, time, second, zone, number, unit] = found ?? [];
    const wall = day === undefined ? null : time === undefined ? day : `${day}T${time}`;
    const value = readNumber(number ?? "");
    if (wall !== null && !isDay(wall) && !isWallTime(wall)) return { line: index + 1, number: null };
    const at = wall === null || zone === undefined ? wall : instantAt(wall, second, zone);
    if (at === undefined) return { line: index + 1, number: null };
    if (typeof value !== "number") return { line: index + 1, number: value };
    values.push({ value, at, unit: unit ?? null, line: index + 1 });
  }
  return { values };
}

/** The instant of a time whose zone is named; `undefined` for seconds or a zone that no clock shows. */
function instantAt(wall: string, second = "00", zone: string): string | undefined {
  const parsed = Date.parse(`${wall}:${second}${zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")}`);
  return Number.isNaN(parsed) ? undefined : new Date(parsed).toISOString();
}
