import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { zones } from "./testing/states";
import { addDays, addWallDays, dayOf, endOfDay, instantOf, isDay, isInstant, isWallTime, isZone, startOfDay, tMinus, wallOf } from "./zone";

const anyZone = fc.constantFrom(...zones, "Asia/Kathmandu", "America/Sao_Paulo", "Africa/Cairo", "America/Havana", "Pacific/Apia");
const anyInstant = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }).map((date) => date.toISOString());

describe("wall time", () => {
  test.each([
    ["2026-07-01T10:00", "Europe/Madrid", "2026-07-01T08:00:00.000Z"],
    ["2026-01-01T10:00", "Europe/Madrid", "2026-01-01T09:00:00.000Z"],
    ["2026-01-01T10:00", "Asia/Kathmandu", "2026-01-01T04:15:00.000Z"],
    ["2026-01-01T10:00", "UTC", "2026-01-01T10:00:00.000Z"],
  ])("%s in %s is %s", (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
  });

  test("that never happens is moved on by the length of the gap", () => {
    expect(instantOf("2026-03-29T02:30", "Europe/Madrid")).toBe("2026-03-29T01:30:00.000Z");
    expect(wallOf("2026-03-29T01:30:00.000Z", "Europe/Madrid")).toBe("2026-03-29T03:30");
    expect(wallOf(instantOf("2026-10-04T02:15", "Australia/Lord_Howe"), "Australia/Lord_Howe")).toBe("2026-10-04T02:45");
  });

  test("that happens twice is the first of the two", () => {
    expect(instantOf("2026-10-25T02:30", "Europe/Madrid")).toBe("2026-10-25T00:30:00.000Z");
    expect(instantOf("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
  });

  test("reads back as it was written, except in a gap", () => {
    fc.assert(fc.property(anyInstant, anyZone, (instant, zone) => {
      const wall = wallOf(instant, zone);
      const back = instantOf(wall, zone);
      expect(wallOf(back, zone)).toBe(wall);
      // The first of two: never later than the moment it was read from.
      expect(back <= instant).toBe(true);
    }), { numRuns: 2000 });
  });

  test("days later keeps the local time across daylight saving", () => {
    const wall = addWallDays("2026-04-02T10:00", -7);
    expect(wall).toBe("2026-03-26T10:00");
    expect(instantOf(wall, "Europe/Madrid")).toBe("2026-03-26T09:00:00.000Z");
  });
});

describe("a day", () => {
  test("begins where the day before ends, and holds each of its moments", () => {
    fc.assert(fc.property(anyInstant, anyZone, (instant, zone) => {
      const day = dayOf(instant, zone);
      expect(day).toBe(wallOf(instant, zone).slice(0, 10));
      expect(startOfDay(day, zone) <= instant).toBe(true);
      expect(instant < endOfDay(day, zone)).toBe(true);
      expect(endOfDay(day, zone)).toBe(startOfDay(addDays(day, 1), zone));
    }), { numRuns: 2000 });
  });

  test("that begins at one o'clock because the clocks went forward at midnight has 23 hours", () => {
    expect(startOfDay("2026-04-24", "Africa/Cairo")).toBe("2026-04-23T22:00:00.000Z");
    expect(endOfDay("2026-04-24", "Africa/Cairo")).toBe("2026-04-24T21:00:00.000Z");
    expect(dayOf("2026-04-23T21:59:59.999Z", "Africa/Cairo")).toBe("2026-04-23");
  });

  test("adds up by the calendar", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addDays("2026-12-31", 365)).toBe("2027-12-31");
  });
});

describe("what exists", () => {
  test.each(["2026-02-30", "2026-13-01", "2026-1-1", "0999-01-01", "2026-02-29", "tomorrow", ""])("the day %j does not", (text) => {
    expect(isDay(text)).toBe(false);
  });
  test.each(["2026-02-28T24:00", "2026-02-28T10:60", "2026-02-30T10:00", "2026-02-28 10:00", "2026-02-28T10:00Z"])("the wall time %j does not", (text) => {
    expect(isWallTime(text)).toBe(false);
  });
  test("days, wall times, instants and zones that do are accepted", () => {
    expect([isDay("2028-02-29"), isWallTime("2028-02-29T23:59"), isInstant("2026-01-01T00:00:00.000Z"), isZone("Europe/Madrid"), isZone("UTC")]).toEqual([true, true, true, true, true]);
    expect([isInstant("2026-01-01T00:00:00Z"), isInstant("2026-01-01"), isZone("Mars/Olympus"), isZone(""), isZone("+02:00")]).toEqual([false, false, false, false, false]);
  });
});

describe("the countdown", () => {
  test("counts days by the calendar and hours by the clock", () => {
    expect(tMinus("2026-03-12T08:00:00.000Z", "2026-03-10T20:30:00.000Z", "UTC")).toEqual({ days: 2, hours: 35, minutes: 30, passed: false });
    expect(tMinus("2026-03-10T23:30:00.000Z", "2026-03-10T20:30:00.000Z", "Europe/Madrid")).toEqual({ days: 1, hours: 3, minutes: 0, passed: false });
  });
  test("has passed from the moment itself on", () => {
    expect(tMinus("2026-03-10T20:30:00.000Z", "2026-03-10T20:30:00.000Z", "UTC")).toEqual({ days: 0, hours: 0, minutes: 0, passed: true });
    expect(tMinus("2026-03-09T20:30:00.000Z", "2026-03-10T20:31:00.000Z", "UTC")).toEqual({ days: -1, hours: 24, minutes: 1, passed: true });
  });
});
