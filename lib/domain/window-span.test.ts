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
