import { expect, test } from "vitest";
import { readTrend } from "../queries/trend";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { makeDemonstration } from "./make-demonstration";

ownDatabase();
const checklist = "prisma/checklists/a4co.md";

test("the demonstration is a launch like any other: its history holds, its rows are what the history leads to, its trend rises", async () => {
  const made = await makeDemonstration(checklist);
  expect(made?.emails).toHaveLength(3);
  const { state, judgement } = await launchNow("demo");
  expect(await verifyLaunch("demo")).toMatchObject({ fault: null });
  expect(judgement.verdict).toBe("no-go");
  expect(judgement.numbers.verified.done).toBeGreaterThan(40);
  expect(judgement.numbers.claimed.done).toBeGreaterThan(judgement.numbers.verified.done);
  const trend = await readTrend(state.launch.id, state.revision);
  expect(trend).toHaveLength(61);
  expect(trend.at(-1)?.claimed).toBe(judgement.numbers.claimed.done);
  expect(trend[30]?.claimed ?? 0).toBeLessThan(trend.at(-1)?.claimed ?? 0);
  expect(await makeDemonstration(checklist)).toBeNull();
});
