import { describe, expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/changes";
import * as build from "@/lib/domain/testing/build";
import type { LaunchState } from "@/lib/domain/state";
import { mergeReading } from "./merge";
import { applyMerge } from "./merge-apply";
import type { Answers } from "./merge-plan";
import { counting, itemNamed, livingFrom, withItems } from "./testing/living";
import { read } from "./testing/documents";

const now = "2026-02-01T10:00:00.000Z";
const document = `# Launch

## 1. Platform

### Database
- [ ] Backups automated
- [ ] Restore tested from the last backup
- [ ] Replication configured (if needed)

### Traffic
- [ ] Load test passed with p95 < 200 ms
- [ ] Rate limits set

## Sign-Off

### Team
- [ ] Lead: ____ Date: ____
`;
const base = read(document);
const alive = livingFrom(base);

function merged(next: string, state: LaunchState = alive, answers: Answers = {}, names = {}) {
  const plan = mergeReading(base, read(next), state, names);
  return { plan, after: () => applyChanges(state, applyMerge(plan, answers, state, now, counting("new")), 2) };
}
const kinds = (next: string, state?: LaunchState) => merged(next, state).plan.steps.map(({ kind, before, after }) => [kind, before, after]);

describe("importing again", () => {
  test("the same document changes nothing at all", () => {
    const { plan } = merged(document);
    expect(plan).toMatchObject({ empty: true, steps: [], questions: [], notices: [] });
    expect(applyMerge(plan, {}, alive, now, counting())).toEqual([]);
  });
  test("prose above the items moves lines only", () => {
    const { plan, after } = merged(document.replace("# Launch\n", "# Launch\n\nRead this first.\n"));
    expect(plan.empty).toBe(true);
    expect(itemNamed(after(), "Backups").line).toBe(8);
    expect(itemNamed(alive, "Backups").line).toBe(6);
  });
  test("a note that an item is advisory is no news of one that is advisory here, and else a change of that alone", () => {
    const limits = itemNamed(alive, "Rate limits");
    const state = { ...alive, item: { ...alive.item, [limits.id]: { ...limits, required: false, requiredReason: "agreed", requiredAt: now } } };
    const marked = document.replace("Rate limits set", "Rate limits set — **Advisory**: agreed");
    expect(merged(marked, state).plan).toMatchObject({ empty: true });
    expect(kinds(marked)).toContainEqual(["changed", "required", "advisory"]);
  });
  test("does not ask again which of equal items one is, once it was said", () => {
    const four = "# Launch\n\n## All\n\n- [ ] Backups tested\n- [ ] Backups tested\n- [ ] Backups tested\n- [ ] Backups tested\n";
    const three = read(four.replace("- [ ] Backups tested\n", ""));
    const lived = livingFrom(three);
    const [first, second, third] = Object.values(lived.item).sort((a, b) => a.position - b.position);
    if (!first || !second || !third) throw new Error("three items");
    const rows = [{ ...first, retiredAt: now }, { ...second, work: "blocked" as const, workReason: "no vault", workAt: now }, { ...third, retiredAt: now }];
    const state = { ...lived, item: Object.fromEntries(rows.map((row) => [row.id, row])) };
    const plan = mergeReading(three, read(four), state);
    expect(plan.questions.length).toBeGreaterThan(0);
    for (const pick of [0, 1, 2]) {
      const answers = Object.fromEntries(plan.questions.map(({ id, options }, at) => [id, options[(pick + at) % options.length]?.id ?? ""]));
      const after = applyChanges(state, applyMerge(plan, answers, state, now, counting("new")), 2);
      expect(mergeReading(read(four), read(`${four}\nOne more sentence.\n`), after).questions, `answer ${pick}`).toEqual([]);
    }
  });
  test("adds what is new where it stands, with a key of its own and the keys of all others kept", () => {
    const next = document.replace("- [ ] Restore", "- [x] Backups encrypted (if needed)\n- [ ] Restore");
    expect(kinds(next)).toEqual([["added", null, "Backups encrypted (if needed)"]]);
    const state = merged(next).after();
    const order = Object.values(state.item).sort((a, b) => a.position - b.position).map((item) => item.text.split(" ").slice(0, 2).join(" "));
    expect(order).toEqual(["Backups automated", "Backups encrypted", "Restore tested", "Replication configured", "Load test", "Rate limits"]);
    expect(itemNamed(state, "Backups encrypted")).toMatchObject({ key: "platform/database/backups-encrypted", work: "done", workBy: null, applicability: "applies", line: 7 });
    for (const item of Object.values(alive.item)) expect(state.item[item.id]?.key).toBe(item.key);
  });
  test("retires what is gone and untouched, and asks about what has a history", () => {
    const next = document.replace("- [ ] Rate limits set\n", "");
    expect(kinds(next)).toEqual([["removed", "Rate limits set", null]]);
    expect(itemNamed(merged(next).after(), "Rate").retiredAt).toBe(now);
    const worked = withItems(alive, { Rate: { work: "done", workAt: now } });
    const asked = merged(next, worked).plan.questions;
    expect(asked.map(({ kind, options }) => [kind, options.map(({ id }) => id)])).toEqual([["removed", ["retire", "keep"]]]);
    const [question] = asked;
    expect(itemNamed(merged(next, worked, { [question?.id ?? ""]: "keep" }).after(), "Rate")).toMatchObject({ retiredAt: null, line: null, work: "done" });
    expect(() => merged(next, worked).after()).toThrow(question?.id);
  });
  test("brings back what was retired here only when asked", () => {
    const retired = withItems(alive, { Rate: { retiredAt: now } });
    expect(merged(document, retired).plan.empty).toBe(true);
    const next = document.replace("Rate limits set", "Rate limits set for all callers");
    const [question] = merged(next, retired).plan.questions;
    expect(question).toMatchObject({ kind: "retired", options: [{ id: "return" }, { id: "stay" }] });
    const returned = merged(next, retired, { [question?.id ?? ""]: "return" }).after();
    expect(itemNamed(returned, "Rate")).toMatchObject({ retiredAt: null, text: "Rate limits set for all callers" });
    expect(itemNamed(merged(next, retired, { [question?.id ?? ""]: "stay" }).after(), "Rate").retiredAt).toBe(now);
  });
  test("brings back what a question decided as that is answered now", () => {
    const asking = document.replace("Rate limits set", "Rate limits set (if using K8s)");
    const lived = livingFrom(read(asking));
    const [asked] = Object.values(lived.fact);
    if (!asked) throw new Error("no question");
    const retired = withItems(lived, { Rate: { retiredAt: now, applicability: "not-applicable", applicabilityReason: asked.question, applicabilityBy: "fact" } });
    const state = { ...retired, fact: { [asked.id]: { ...asked, answer: true } } };
    const plan = mergeReading(read(asking), read(asking.replace("limits set", "limits set for all callers")), state);
    const answers = Object.fromEntries(plan.questions.map(({ id }) => [id, "return"]));
    const after = applyChanges(state, applyMerge(plan, answers, state, now, counting("new")), 2);
    expect(itemNamed(after, "Rate")).toMatchObject({ retiredAt: null, applicability: "applies", applicabilityBy: "fact" });
  });
  test("moves an item with its work, proof and key, and no signature goes stale by it", () => {
    const seat = Object.values(alive.seat)[0];
    const signed = { ...withItems(alive, { Rate: { work: "done", workAt: now } }), signOff: { o: build.signOff("o", seat?.id ?? "") } };
    const next = document.replace("- [ ] Rate limits set\n", "").replace("- [ ] Backups", "- [ ] Rate limits set\n- [ ] Backups");
    const { plan, after } = merged(next, signed);
    expect(plan.steps.map(({ kind, before, after: to, holds, stales }) => ({ kind, before, to, work: holds?.work, stales }))).toEqual([
      { kind: "moved", before: "1. Platform › Traffic".slice(3), to: "Platform › Database", work: "done", stales: [] },
    ]);
    const item = itemNamed(after(), "Rate");
    expect(item).toMatchObject({ key: "platform/traffic/rate-limits-set", work: "done", groupId: itemNamed(alive, "Backups").groupId });
    expect(item.position).toBeLessThan(itemNamed(after(), "Backups").position);
  });
  test("rewords where words were only added or a figure changed, and says whose signatures go stale", () => {
    const seat = Object.values(alive.seat)[0];
    const signed = { ...alive, signOff: { o: build.signOff("o", seat?.id ?? "") } };
    const next = document.replace("Rate limits set", "Rate limits set for every caller").replace("p95 < 200 ms", "p95 < 150 ms");
    const { plan, after } = merged(next, signed);
    expect(plan.questions).toEqual([]);
    expect(plan.steps.map(({ kind, field, stales }) => [kind, field, stales.length])).toEqual([
      ["reworded", "text", 1], ["changed", "threshold", 1], ["reworded", "text", 1],
    ]);
    expect(itemNamed(after(), "Load")).toMatchObject({ key: itemNamed(alive, "Load").key, threshold: { limit: 150 } });
  });
  test("asks where one thing may have been put in another's place", () => {
    const next = document.replace("Restore tested from the last backup", "Failover tested from the last backup");
    const [question] = merged(next).plan.questions;
    expect(question).toMatchObject({ kind: "same", options: [{ id: "same" }, { id: "replace" }, { id: "both" }] });
    const id = question?.id ?? "";
    expect(itemNamed(merged(next, alive, { [id]: "same" }).after(), "Failover").id).toBe(itemNamed(alive, "Restore").id);
    const replaced = merged(next, alive, { [id]: "replace" }).after();
    expect([itemNamed(replaced, "Restore").retiredAt, itemNamed(replaced, "Failover").retiredAt]).toEqual([now, null]);
    const both = merged(next, alive, { [id]: "both" }).after();
    expect([itemNamed(both, "Restore").retiredAt, itemNamed(both, "Failover").retiredAt]).toEqual([null, null]);
  });
  test("asks which part of a split item goes on with its state", () => {
    const split = read(document.replace("Backups automated", "Backups automated and offsite copies verified"));
    const state = withItems(livingFrom(split), { Backups: { work: "done", workAt: now } });
    const next = read(document.replace("- [ ] Backups automated", "- [ ] Backups automated\n- [ ] Offsite copies verified"));
    const plan = mergeReading(split, next, state);
    expect(plan.questions.map(({ kind, options }) => [kind, options.length])).toEqual([["split", 3]]);
    const [question] = plan.questions;
    const answers = { [question?.id ?? ""]: question?.options[1]?.id ?? "" };
    const after = applyChanges(state, applyMerge(plan, answers, state, now, counting("new")), 2);
    expect(itemNamed(after, "Offsite")).toMatchObject({ work: "done", id: itemNamed(state, "Backups").id });
    expect(itemNamed(after, "Backups automated")).toMatchObject({ work: "todo", retiredAt: null });
  });
  test("takes a tick from the document, keeps one made here, and asks where both differ", () => {
    const ticked = document.replace("- [ ] Rate", "- [x] Rate");
    expect(itemNamed(merged(ticked).after(), "Rate")).toMatchObject({ work: "done", workBy: null, workAt: now });
    expect(merged(document, withItems(alive, { Rate: { work: "done", workBy: "ann" } })).plan.empty).toBe(true);
    const blocked = withItems(alive, { Rate: { work: "blocked", workReason: "no gateway" } });
    const [question] = merged(ticked, blocked).plan.questions;
    expect(question).toMatchObject({ kind: "field", options: [{ says: "blocked: no gateway" }, { says: "done" }] });
    expect(itemNamed(merged(ticked, blocked, { [question?.id ?? ""]: "theirs" }).after(), "Rate")).toMatchObject({ work: "done", workReason: null });
    expect(itemNamed(merged(ticked, blocked, { [question?.id ?? ""]: "ours" }).after(), "Rate")).toMatchObject({ work: "blocked", workReason: "no gateway" });
  });
  test("renames a heading with everything under it, and retires one that is empty now", () => {
    const renamed = merged(document.replace("### Traffic", "### Traffic and limits"));
    expect(renamed.plan.steps.map(({ kind, before, after }) => [kind, before, after])).toEqual([["heading", "Traffic", "Traffic and limits"]]);
    expect(itemNamed(renamed.after(), "Rate")).toMatchObject({ groupId: itemNamed(alive, "Rate").groupId, key: itemNamed(alive, "Rate").key });
    const gone = merged(document.replace(/### Traffic[^]*?set\n/, "")).after();
    expect(gone.group[itemNamed(alive, "Rate").groupId]?.retiredAt).toBe(now);
  });
  test("keeps what was added on the page, and knows it again when the document has it", () => {
    const own = { ...itemNamed(alive, "Rate"), id: "own", key: "platform/traffic/alarms", text: "Alarms reach somebody", line: null, position: 9, work: "done" as const };
    const state = { ...alive, item: { ...alive.item, own } };
    expect(merged(document, state).plan.empty).toBe(true);
    const { plan, after } = merged(document.replace("- [ ] Rate limits set", "- [ ] Rate limits set\n- [x] Alarms reach somebody"), state);
    expect(plan.questions.length + plan.steps.length).toBe(0);
    expect(after().item.own).toMatchObject({ line: 13, work: "done" });
  });
  test("adopts no proof and no unknown owner, and says so; a known owner is assigned", () => {
    const noted = document.replace("Rate limits set", "Rate limits set — **Owner**: Operator — **Evidence**: [run](https://example.com/1)");
    const { plan } = merged(noted);
    expect(plan.notices).toHaveLength(2);
    expect(plan.steps).toEqual([]);
    expect(itemNamed(merged(noted, alive, {}, { ann: "Operator" }).after(), "Rate").ownerId).toBe("ann");
  });
  test("adopts dates, and asks where they were changed here as well", () => {
    const dated = (day: string) => read(`${document}\n**Target Go-Live**: ${day}\n`);
    const from = livingFrom(dated("2026-03-01"));
    const plan = mergeReading(dated("2026-03-01"), dated("2026-04-01"), from);
    expect(applyChanges(from, applyMerge(plan, {}, from, now, counting()), 2).launch).toMatchObject({ goLive: "2026-04-01T09:00", goLiveAt: now });
    const moved = { ...from, launch: { ...from.launch, goLive: "2026-03-15T09:00" } };
    expect(mergeReading(dated("2026-03-01"), dated("2026-04-01"), moved).questions.map(({ kind }) => kind)).toEqual(["launch"]);
  });
});
