import { expect, test } from "vitest";
import type { Evidence, Item } from "@/lib/domain/state";
import { proofStanding } from "./proof-standing";

const proof = (over: Partial<Evidence>): Evidence => ({
  id: "e", itemId: "i", kind: "link", title: "Report", url: "https://example.com", fileHash: null, value: null, unit: null, outcome: null, source: null,
  trueAt: "2026-11-20T00:00:00.000Z", validDays: null, addedBy: "p", addedAt: "2026-11-20T00:00:00.000Z", withdrawnAt: null, withdrawnReason: null, version: 1, ...over,
});
// The parts of an item that a proof's validity hangs on.
const item = { sectionId: "s", validDays: null, cadence: null } as Item;
const around = { zone: "UTC", now: "2026-11-23T12:00:00.000Z", goLiveAt: "2026-12-14T09:00:00.000Z", sections: [{ id: "s", key: "1", title: "S", validDays: null, groups: [] }] };

test("a proof that is valid today and no longer on launch day says so today", () => {
  expect(proofStanding(proof({ validDays: 10 }), item, around)).toMatchObject({ standing: "stale-then", days: 10 });
});
test("a proof holds through its last day", () => {
  expect(proofStanding(proof({ validDays: 3 }), item, around).standing).toBe("stale-then");
  expect(proofStanding(proof({ validDays: 2 }), item, around).standing).toBe("stale");
});
test("without a date a valid proof is only called valid, not valid on launch day", () => {
  expect(proofStanding(proof({}), item, { ...around, goLiveAt: null }).standing).toBe("valid-now");
  expect(proofStanding(proof({}), item, around).standing).toBe("valid");
});
test("the item's own words limit a proof before its section does", () => {
  const section = around.sections.map((one) => ({ ...one, validDays: 90 }));
  expect(proofStanding(proof({}), { ...item, cadence: "daily" }, { ...around, sections: section }).days).toBe(1);
  expect(proofStanding(proof({}), item, { ...around, sections: section }).days).toBe(90);
});
test("a withdrawn proof is withdrawn, however fresh", () => {
  expect(proofStanding(proof({ withdrawnAt: "2026-11-21T00:00:00.000Z" }), item, around).standing).toBe("withdrawn");
});
