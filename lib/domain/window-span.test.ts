import { expect, test } from "vitest";
import { momentsOf } from "./moments";
import { windows } from "./state";
import { launch, stateOf } from "./testing/build";
import { windowSpan } from "./window-span";

const madrid = launch({ zone: "Europe/Madrid", goLive: "2027-03-31T10:00" });

test("every window but the first has its moments, which move with the date", () => {
  const spans = (goLive: string) => Object.fromEntries(windows.map((window) => [window, windowSpan(window, { ...madrid, goLive })]));
  expect(spans("2027-02-10T10:00")).toEqual({
    before: null, "final-week": { from: "2027-02-03T09:00:00.000Z", to: "2027-02-10T09:00:00.000Z" },
    "launch-day": { from: "2027-02-09T23:00:00.000Z", to: "2027-02-10T23:00:00.000Z" },
    "first-24h": { from: "2027-02-10T09:00:00.000Z", to: "2027-02-11T09:00:00.000Z" }, ongoing: { from: "2027-02-10T09:00:00.000Z", to: null },
  });
  expect(spans("2027-02-11T10:00")["final-week"]).toEqual({ from: "2027-02-04T09:00:00.000Z", to: "2027-02-11T09:00:00.000Z" });
});

test("the final week opens at the local hour of go-live though the clocks change in between, as it is judged", () => {
  expect(windowSpan("final-week", madrid)).toEqual({ from: "2027-03-24T09:00:00.000Z", to: "2027-03-31T08:00:00.000Z" });
  expect(windowSpan("final-week", madrid)?.from).toBe(momentsOf({ ...stateOf({}), launch: madrid }, "2027-01-01T00:00:00.000Z").opening);
});

test("without a date no window has one", () => {
  expect(windows.map((window) => windowSpan(window, launch()))).toEqual([null, null, null, null, null]);
});

test("after the launch they are reckoned from when it happened", () => {
  const launched = { ...madrid, phase: "launched" as const, launchedAt: "2027-04-01T20:30:00.000Z" };
  expect(windowSpan("first-24h", launched)).toEqual({ from: "2027-04-01T20:30:00.000Z", to: "2027-04-02T20:30:00.000Z" });
  expect(windowSpan("final-week", launched)).toEqual({ from: "2027-03-25T20:30:00.000Z", to: "2027-04-01T20:30:00.000Z" });
  expect(windowSpan("launch-day", launched)?.from).toBe("2027-03-31T22:00:00.000Z");
});

/** Go-lives on the nights when clocks change, and in zones that are not whole hours away: zone, go-live, the moment, when the final week opens, the launch day. */
test.each([
  ["Europe/Madrid", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z", "2026-03-22T01:30:00.000Z", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
  ["Europe/Madrid", "2026-04-05T02:30", "2026-04-05T00:30:00.000Z", "2026-03-29T01:30:00.000Z", "2026-04-04T22:00:00.000Z", "2026-04-05T22:00:00.000Z"],
  ["Europe/Madrid", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z", "2026-10-18T00:30:00.000Z", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
  ["America/New_York", "2026-11-08T01:30", "2026-11-08T06:30:00.000Z", "2026-11-01T05:30:00.000Z", "2026-11-08T05:00:00.000Z", "2026-11-09T05:00:00.000Z"],
  ["Asia/Kathmandu", "2026-05-10T00:00", "2026-05-09T18:15:00.000Z", "2026-05-02T18:15:00.000Z", "2026-05-09T18:15:00.000Z", "2026-05-10T18:15:00.000Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00.000Z", "2026-09-26T15:45:00.000Z", "2026-10-03T13:30:00.000Z", "2026-10-04T13:00:00.000Z"],
  ["America/St_Johns", "2026-03-08T02:30", "2026-03-08T06:00:00.000Z", "2026-03-01T06:00:00.000Z", "2026-03-08T03:30:00.000Z", "2026-03-09T02:30:00.000Z"],
])("%s, go-live %s: each window begins and ends by local clocks, as it is judged", (zone, goLive, at, opens, dayFrom, dayTo) => {
  const there = launch({ zone, goLive });
  expect(windowSpan("final-week", there)).toEqual({ from: opens, to: at });
  expect(windowSpan("launch-day", there)).toEqual({ from: dayFrom, to: dayTo });
  const early = momentsOf({ ...stateOf({}), launch: there }, "2026-01-01T00:00:00.000Z");
  expect([early.target, early.opening]).toEqual([at, opens]);
});
