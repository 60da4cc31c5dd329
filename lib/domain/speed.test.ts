import { expect, test } from "vitest";
import { judge } from "./judge";
import { evidence, item, seat, section, stateOf } from "./testing/build";
import { leastEffort } from "./testing/least-effort";
import { sha256 } from "./testing/sha256";

function large(count: number) {
  const items = Array.from({ length: count }, (_, index) => item(`item-${String(index).padStart(6, "0")}`, {
    sectionId: `s${index % 12}`, position: index, text: `Something is configured and tested, number ${index}`, work: index % 2 === 0 ? "todo" : "done",
    workAt: "2026-02-01T10:00:00.000Z", alternatives: index % 10 < 2 ? `pair ${Math.floor(index / 10)}` : null,
    parentId: index % 25 === 24 ? `item-${String(index - 1).padStart(6, "0")}` : null,
  }));
  return stateOf({
    section: Array.from({ length: 12 }, (_, index) => section(`s${index}`, { position: index })), item: items,
    evidence: items.filter((_, index) => index % 2 === 1).map(({ id }, index) => evidence(`e${index}`, id, { validDays: 30 + (index % 60) })),
    seat: Array.from({ length: 6 }, (_, index) => seat(`q${index}`, { holderId: "hana" })),
  }, { zone: "Europe/Madrid", goLive: "2026-06-01T10:00" });
}

test("judging grows with the number of items, not with its square", () => {
  const best = (count: number) => {
    const state = large(count);
    return leastEffort(12, () => judge(state, "2026-03-10T12:00:00.000Z", sha256));
  };
  best(600);
  // Ten times the items; a quadratic rule would take a hundred times as long.
  expect(best(5000) / best(500)).toBeLessThan(40);
});
