import { expect, test } from "vitest";
import { sinceWords } from "./since-words";
import { relativeWords } from "./time-words";

const words = (since: string, now = "2026-11-24T02:40:00.000Z") => sinceWords(since, now, "Europe/Madrid");

test("what began before the zone's midnight is not said to hold since today", () => {
  expect([words("2026-11-23T22:59:00.000Z"), words("2026-11-23T23:00:00.000Z"), words("2026-11-24T02:40:00.000Z")]).toEqual(["since yesterday", "since today", "since today"]);
});

test("from a whole day on the days are counted, and no moment to come is a day that was", () => {
  expect([words("2026-11-23T02:40:00.000Z"), words("2026-11-17T00:00:00.000Z"), words("2026-11-25T09:00:00.000Z")]).toEqual(["for 1 day", "for 7 days", "since today"]);
});

test("a span of more than a day is counted, whatever the calendar calls that day", () => {
  expect(relativeWords("2026-11-22T20:34:00.000Z", "2026-11-24T02:40:00.000Z")).toBe("1 day ago");
});
