import { describe, expect, test } from "vitest";
import { launchRows } from "./launch-rows";
import { readDocument } from "./read";

const at = "2026-01-04T09:00:00.000Z";

function rowsOf(markdown: string) {
  const read = readDocument(new TextEncoder().encode(markdown));
  if (!read.ok) throw new Error(read.sentence);
  let next = 0;
  return launchRows(read.reading, at, () => `id-${(next += 1)}`);
}

describe("a document's rows in a new launch", () => {
  test("never block an item or leave one out without a reason, whatever the document leaves open", () => {
    const { item } = rowsOf("# T\n\n## A\n\n- [ ] One — **Blocked**\n- [ ] Two — **N/A**\n- [ ] Three — **Blocked**: no vault\n");
    expect(item.map(({ work, workReason, applicability, applicabilityReason }) => [work, workReason, applicability, applicabilityReason])).toEqual([
      ["blocked", "The document gives no reason.", "applies", null],
      ["todo", null, "not-applicable", "The document gives no reason."],
      ["blocked", "no vault", "applies", null],
    ]);
  });

  test("adopt a tick as work by the document, and as its decision that a conditional item applies", () => {
    const { item } = rowsOf("# T\n\n## A\n\n- [x] One\n- [x] Two (if needed)\n- [ ] Three (if needed)\n");
    expect(item.map(({ work, workBy, workAt, applicability, hadProof }) => [work, workBy, workAt, applicability, hadProof])).toEqual([
      ["done", null, at, "applies", false], ["done", null, at, "applies", false], ["todo", null, null, "undecided", false],
    ]);
  });

  test("turn a condition that names one thing into a question, and give alternatives the same one the other way round", () => {
    const { item, fact } = rowsOf("# T\n\n## A\n\n- [ ] Docker Compose configured\n- [ ] Or Kubernetes cluster ready (if using K8s)\n- [ ] Backups (if needed)\n");
    expect(fact.map(({ question, answer }) => [question, answer])).toEqual([["Does this launch use Kubernetes?", null]]);
    expect(item.map(({ factId, factAnswer, alternatives }) => [factId, factAnswer, alternatives !== null])).toEqual([
      [fact[0]?.id, false, true], [fact[0]?.id, true, true], [null, null, false],
    ]);
  });

  test("never hold an approval: names on sign-off lines are shown only, waivers are requests", () => {
    const { seat, waiver } = rowsOf("# T\n\n## A\n\n- [ ] One\n\n## Sign-Off\n\n### Team\n- [x] Lead: Somebody Date: 2026-01-01\n");
    expect(seat.map(({ holderId, documentName }) => [holderId, documentName])).toEqual([[null, "Somebody"]]);
    expect(waiver.every(({ state }) => state === "requested")).toBe(true);
  });
});
