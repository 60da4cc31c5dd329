import { describe, expect, test } from "vitest";
import { changedSince } from "./changed-since";
import { canonical } from "./canonical";
import { itemFieldNames, materialOfSeat } from "./material";
import { judge } from "./judge";
import type { Item, LaunchState, Seat } from "./state";
import { evidence, fact, group, item, section, seat, signOff, start, stateOf, waiver } from "./testing/build";
import { sha256 } from "./testing/sha256";

const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };
const measured = (id: string, value: number, over: Parameters<typeof evidence>[2] = {}) =>
  evidence(id, "a", { kind: "measurement", value, unit: "ms", source: "load test", url: null, ...over });

const base = stateOf({
  section: [section("s1"), section("s2", { position: 1 })], group: [group("g1"), group("g2", { sectionId: "s2" })],
  item: [
    item("a", { threshold: target, factId: "f", factAnswer: true, work: "done" }),
    item("b", { sectionId: "s2", groupId: "g2", position: 1 }), item("later", { window: "launch-day", position: 2 }),
  ],
  fact: [fact("f", { answer: true })], evidence: [evidence("e", "a"), measured("m", 100)], waiver: [waiver("w", "b")],
  seat: [seat("q", { holderId: "hana" })],
}, { goLive: "2026-06-01T10:00" });

type Edit = (state: LaunchState) => LaunchState;
const onItem = (over: Partial<Item>, id = "a"): Edit => (state) => ({ ...state, item: { ...state.item, [id]: { ...item(id), ...state.item[id], ...over } } });
const onEvidence = (over: Parameters<typeof evidence>[2], id = "e"): Edit => (state) => ({ ...state, evidence: { ...state.evidence, [id]: { ...evidence(id, "a"), ...state.evidence[id], ...over } } });
const onWaiver = (over: Parameters<typeof waiver>[2]): Edit => (state) => ({ ...state, waiver: { w: { ...waiver("w", "b"), ...over } } });
const onLaunch = (over: Partial<LaunchState["launch"]>): Edit => (state) => ({ ...state, launch: { ...state.launch, ...over } });
const onSeat = (over: Partial<Seat>): Edit => (state) => ({ ...state, seat: { q: { ...seat("q", { holderId: "hana" }), ...over } } });

function read(state: LaunchState) {
  const { q } = state.seat;
  if (q === undefined) throw new Error("no seat");
  return materialOfSeat(state, q);
}
const digest = (state: LaunchState) => sha256(read(state).canonical);

const digestHere = digest(base);

/** One edit for each field of an item that is signed; the record does not compile without a row for each. */
const itemEdits: Record<(typeof itemFieldNames)[number], Edit> = {
  text: onItem({ text: "Other words" }),
  required: onItem({ required: false }),
  window: onItem({ window: "final-week" }),
  applicability: onItem({ applicability: "undecided" }),
  work: onItem({ work: "in-progress" }),
  proof: onItem({ proof: "optional" }),
  validDays: onItem({ validDays: 12 }),
  threshold: onItem({ threshold: { ...target, limit: 150 } }),
  outcome: onEvidence({ value: 300 }, "m"),
  evidence: onEvidence({ title: "Another report" }),
  waivers: onWaiver({ control: "Nothing" }),
};

const launchEdits: Record<string, Edit> = {
  "a fact's answer": (state) => ({ ...state, fact: { f: fact("f", { answer: false }) } }),
  "a fact's question": (state) => ({ ...state, fact: { f: fact("f", { answer: true, question: "Else?" }) } }),
  "go-live": onLaunch({ goLive: "2026-06-01T10:01" }),
  "go-live taken away": onLaunch({ goLive: null }),
  "the zone, by which go-live is another moment": onLaunch({ zone: "Europe/Madrid" }),
  "the seat's sections": onSeat({ sections: ["s1", "s2"] }),
  "the rule's version": onLaunch({ rule: 2 }),
  "an item more": onItem({ text: "New" }, "new"),
  "an item less": onItem({ retiredAt: start }),
  "an item that no longer applies": onItem({ applicability: "not-applicable", applicabilityReason: "No" }),
  "a proof more": onEvidence({ title: "Second" }, "e2"),
  "a proof withdrawn": onEvidence({ withdrawnAt: start }),
  "a proof's address": onEvidence({ url: "https://example.com/other" }),
  "the moment a proof was true": onEvidence({ trueAt: "2026-01-06T00:00:00.000Z" }),
  "a proof's validity": onEvidence({ validDays: 3 }),
  "a file's content": onEvidence({ fileHash: "ab".repeat(32) }),
  "the only measurement withdrawn": onEvidence({ withdrawnAt: start }, "m"),
  "a waiver's end": onWaiver({ endsAt: "2027-02-01T00:00:00.000Z" }),
  "a waiver's reason": onWaiver({ reason: "Else" }),
  "a waiver ended": onWaiver({ state: "ended" }),
  "a threshold's unit": onItem({ threshold: { ...target, unit: "s" } }),
  "the launch's proof policy": onLaunch({ proof: "required" }),
};

const immaterial: Record<string, Edit> = {
  "an owner": onItem({ ownerId: "ann" }), "a due date": onItem({ due: "2026-05-01" }), "the order": onItem({ position: 99 }), "a line": onItem({ line: 7 }),
  "when and by whom work was set": onItem({ workAt: start, workBy: "ann" }), "a version": onItem({ version: 9 }), "a group": onItem({ groupId: "g2" }),
  "a block's reason": onItem({ workReason: "Why" }), "an item of a later window": onItem({ text: "Else", work: "done" }, "later"),
  "a value on the same side of the limit": onEvidence({ value: 120 }, "m"), "a newer measurement with the same outcome": (state) => ({ ...state, evidence: { ...state.evidence, n: measured("n", 90, { trueAt: "2026-02-01T00:00:00.000Z" }) } }),
  "a waiver asked for": (state) => ({ ...state, waiver: { ...state.waiver, x: waiver("x", "a", { state: "requested" }) } }),
  "a fact that nothing hangs on": (state) => ({ ...state, fact: { ...state.fact, g: fact("g", { answer: true }) } }),
  "a section's title": (state) => ({ ...state, section: { ...state.section, s1: section("s1", { title: "Else" }) } }),
  "the launch's name, poll rule and review": onLaunch({ name: "Else", pollRule: "quorum", quorum: 1, nextReview: "2026-05-01" }),
  "a note": (state) => ({ ...state, note: { n: { id: "n", kind: "risk", text: "x", authorId: null, at: start, retiredAt: null, version: 1 } } }),
  "a member": (state) => ({ ...state, member: {} }), "a delegate": onSeat({ delegateId: "ann" }),
};

describe("the digest of what a seat signs", () => {
  test.each(Object.entries(itemEdits))("differs when an item's %s does, and the difference says so", (field, edit) => {
    const next = edit(base);
    expect(digest(next)).not.toBe(digest(base));
    const changed = changedSince(read(base).material, read(next).material);
    // An advisory item is not signed at all.
    expect(changed.map((one) => one.field)).toContain(field === "required" ? "existence" : field);
  });

  test("has an edit for each field of an item that is signed", () => {
    expect(Object.keys(itemEdits).toSorted()).toEqual([...itemFieldNames].toSorted());
    const { material } = read(base);
    for (const signed of Object.values(material.items)) expect(Object.keys(signed).toSorted()).toEqual([...itemFieldNames].toSorted());
  });

  test.each(Object.entries(launchEdits))("differs by %s", (_what, edit) => {
    const next = edit(base);
    expect(digest(next)).not.toBe(digest(base));
    expect(changedSince(read(base).material, read(next).material).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(immaterial))("does not differ by %s", (_what, edit) => {
    expect(digest(edit(base))).toBe(digest(base));
    expect(changedSince(read(base).material, read(edit(base)).material)).toEqual([]);
  });

  test("does not differ by the order of rows", () => {
    const turned = { ...base, item: Object.fromEntries(Object.entries(base.item).reverse()), evidence: Object.fromEntries(Object.entries(base.evidence).reverse()) };
    expect(digest(turned)).toBe(digest(base));
  });

  test("covers only the seat's own sections", () => {
    const one = onSeat({ sections: ["s1"] })(base);
    expect(Object.keys(read(one).material.items)).toEqual(["a"]);
    expect(digest(onItem({ work: "done" }, "b")(one))).toBe(digest(one));
  });

  test("is untouched by the passing of time", () => {
    const digestAt = (now: string) => judge(base, now, sha256).seats[0]?.digest;
    expect(digestAt("2020-01-01T00:00:00.000Z")).toBe(digest(base));
    expect(digestAt("2030-01-01T00:00:00.000Z")).toBe(digest(base));
  });

  test("does not depend on the machine's own time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const other of ["America/New_York", "Pacific/Kiritimati"]) {
        process.env.TZ = other;
        expect(digest(structuredClone(base))).toBe(digestHere);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test("is the SHA-256 of its canonical form", () => {
    expect(read(base).canonical).toBe(canonical(read(base).material));
    expect(digest(base)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("what changed since a signature", () => {
  const signed = (state: LaunchState) => ({ ...state, signOff: { o: signOff("o", "q", { digest: digest(base), material: JSON.parse(read(base).canonical) as unknown }) } });
  const seatOf = (state: LaunchState) => judge(signed(state), "2026-03-10T12:00:00.000Z", sha256).seats[0];

  test("is listed exactly, with before and after", () => {
    const next = onItem({ work: "blocked", workReason: "Why" })(onLaunch({ goLive: null })(base));
    expect(seatOf(next)).toMatchObject({ stale: true });
    expect(seatOf(next)?.changedSince).toEqual([
      { subject: "launch", id: null, field: "goLive", before: "2026-06-01T10:00:00.000Z", after: null },
      { subject: "Item a", id: "a", field: "work", before: "done", after: "blocked" },
    ]);
  });

  test("is nothing once the same state is there again, and the signature holds again", () => {
    const there = onItem({ work: "todo" })(base);
    expect(seatOf(there)?.stale).toBe(true);
    expect(seatOf(onItem({ work: "done" })(there))).toMatchObject({ stale: false, changedSince: [], position: "go" });
  });

  test("lists everything when the signed state was erased, without failing", () => {
    expect(changedSince(null, read(base).material).map(({ field }) => field)).toEqual(["rule", "goLive", "existence", "existence", "existence"]);
  });
});
