import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { decision, item, stateOf } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { statusOf } from "../queries/status";
import { statusText } from "./status-text";

const at = "2026-01-10T09:00:00.000Z";

test("once launched, what would stop a launch is told as follow-ups, for people and for scripts, and stops nothing", () => {
  const state = stateOf({ item: [item("a", { ownerId: "ann" })], decision: [decision("d", { at })] }, { phase: "launched", phaseAt: at, launchedAt: at });
  const status = statusOf({ state, judgement: judge(state, "2026-01-12T09:00:00.000Z", sha256), people: { ann: { name: "Engineer", email: "ann@example.com" } } });
  expect([status.verdict, status.reasons]).toEqual(["go", []]);
  expect(status.followUps).toEqual([{ kind: "open", subject: "Item a", who: ["Engineer"], since: expect.any(String) as unknown, detail: null, address: "/launches/demo/items/a" }]);
  expect(statusText(status)).toContain("Follow-ups since the launch: 1\n\nOpen: 1\n  Item a (Engineer)\n");
  const before = stateOf({ item: [item("a")] });
  expect(statusOf({ state: before, judgement: judge(before, at, sha256), people: {} }).followUps).toEqual([]);
});
