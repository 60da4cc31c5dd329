import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowView } from "@/lib/domain/row";
import type { Summary, Update } from "@/lib/domain/update";
import { reduce } from "./reducer";
import { begin, mustRead, nextToSend, rowShown, type Happening, type Shown } from "./shown";

const summary = (inTheWay: number): Summary => ({
  verdict: "no-go", inTheWay, seatsGo: 0, seats: 0, sections: [],
  bands: { verified: 0, claimed: 0, waived: 0, undecided: 0, "in-progress": 0, blocked: 0, todo: 0 },
  numbers: {
    claimed: { done: 0, of: 0, percent: null }, verified: { done: 0, of: 0, percent: null }, waived: 0, undecided: 0, notApplicable: 0, blocked: 0,
    advisory: { done: 0, of: 0 }, windows: { "launch-day": { done: 0, of: 0 }, "first-24h": { done: 0, of: 0 }, ongoing: { done: 0, of: 0 } },
  },
});
const row = (id: string, over: Partial<RowView> = {}): RowView => ({
  id, key: `part/${id}`, text: `Item ${id}`, sectionId: "s", groupId: "g", parentId: null, work: "todo", applicability: "applies", face: "todo",
  required: true, window: "before", ownerId: null, answeredBy: null, answeredAt: null, due: null, overdue: false, note: null, counts: true, isParent: false, reason: "open",
  proofs: 0, standing: "none", proofRequired: false, version: 1, ...over,
});
const update = (from: number, revision: number, rows: RowView[] = [], structural = false): Update => ({ from, revision, rows, summary: summary(revision), structural });
const start = (...rows: RowView[]): Shown => begin({ revision: 10, rows, summary: summary(10) });
const after = (shown: Shown, ...happenings: Happening[]): Shown => happenings.reduce(reduce, shown);
const done: Happening = { happened: "edited", item: "a", intent: { kind: "work", work: "done", reason: null } };
const blocked = { happened: "edited", item: "a", intent: { kind: "work", work: "blocked", reason: "no access" } } satisfies Happening;

describe("an edit", () => {
  test("is shown at once and kept until its answer", () => {
    const shown = after(start(row("a")), done);
    expect(rowShown(shown, "a")).toMatchObject({ work: "done", face: "done", version: 1 });
    expect(shown.rows.get("a")?.work).toBe("todo");
    const answered = after(shown, { happened: "sent", id: 1 }, { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", face: "done", version: 2 })]) });
    expect(answered.pending).toEqual([]);
    expect(rowShown(answered, "a")?.version).toBe(2);
  });

  test("that a dialog asked for, of several items, is taken back in one before what came earlier", () => {
    const first = after(start(row("a"), row("b")), done, { happened: "sent", id: 1 }, { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", version: 2 })]) });
    const both = after(first, { happened: "heard", update: update(11, 12, [row("a", { required: false, version: 3 }), row("b", { required: false, version: 2 })]) }, { happened: "made", item: "a", revision: 12, about: "2 items" });
    expect(both.made.at(-1)?.about).toBe("2 items");
    const undone = after(both, { happened: "undone" });
    expect(nextToSend(undone)).toMatchObject({ item: "a", intent: { kind: "undo", revision: 12 } });
    // What it was is the server's to say.
    expect(rowShown(undone, "a")).toMatchObject({ required: false, version: 3 });
    expect(nextToSend(after(undone, { happened: "sent", id: 3 }, { happened: "answered", id: 3, update: update(12, 13, []) }, { happened: "undone" }))).toMatchObject({ intent: { revision: 11 } });
  });

  test("that is refused leaves the row as it was and keeps what was typed", () => {
    const shown = after(start(row("a")), blocked, { happened: "sent", id: 1 }, { happened: "refused", id: 1, sentence: "No.", current: null });
    expect(rowShown(shown, "a")).toEqual(row("a"));
    expect(shown.refused).toMatchObject([{ item: "a", sentence: "No.", intent: { reason: "no access" } }]);
    expect(shown.made).toEqual([]);
  });

  test("against a newer version shows the row that stands", () => {
    const current = row("a", { work: "in-progress", face: "in-progress", version: 4 });
    const shown = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "refused", id: 1, sentence: "Changed.", current });
    expect(rowShown(shown, "a")).toEqual(current);
    expect(shown.refused[0]?.current).toEqual(current);
  });

  test("stays visible while its answer waits for an earlier change of somebody else", () => {
    const mine = update(11, 12, [row("a", { work: "done", face: "done", version: 2 })]);
    const shown = after(start(row("a"), row("b")), done, { happened: "sent", id: 1 }, { happened: "answered", id: 1, update: mine });
    expect(mustRead(shown)).toBe(true);
    expect(rowShown(shown, "a")?.work).toBe("done");
    const whole = after(shown, { happened: "heard", update: update(10, 11, [row("b", { ownerId: "p", version: 2 })]) });
    expect([whole.revision, whole.pending, mustRead(whole)]).toEqual([12, [], false]);
    expect(rowShown(whole, "b")?.ownerId).toBe("p");
  });

  test("replaces a not yet sent one of the same thing, so that two quick strokes are one change", () => {
    const shown = after(start(row("a")), done, { happened: "edited", item: "a", intent: { kind: "work", work: "todo", reason: null } });
    expect(shown.pending).toHaveLength(1);
    expect(rowShown(shown, "a")?.work).toBe("todo");
  });

  test("waits for the one before it and builds on the version that one left", () => {
    const first = after(start(row("a")), done, { happened: "sent", id: 1 }, blocked);
    expect(nextToSend(first)).toBeNull();
    const second = after(first, { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", face: "done", version: 2 })]) });
    expect(nextToSend(second)).toMatchObject({ id: 2, seen: 2 });
    expect(rowShown(second, "a")?.note).toBe("no access");
  });

  test("does not build on a version that somebody else left meanwhile", () => {
    const shown = after(start(row("a")), done, { happened: "heard", update: update(10, 11, [row("a", { ownerId: "p", version: 2 })]) });
    expect(nextToSend(shown)?.seen).toBe(1);
  });

  test("answering a question carries the version the question was put on, past own edits but not past anybody else's", () => {
    const asked: Happening = { ...blocked, seen: 1 };
    const foreign = after(start(row("a")), { happened: "heard", update: update(10, 11, [row("a", { ownerId: "p", version: 2 })]) }, asked);
    expect(nextToSend(foreign)?.seen).toBe(1);
    const own = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", version: 2 })]) }, asked);
    expect(nextToSend(own)?.seen).toBe(2);
  });

  test("made while an answered one still waits builds on that one", () => {
    const mine = update(11, 12, [row("a", { work: "done", face: "done", version: 2 })]);
    const shown = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "answered", id: 1, update: mine }, blocked);
    expect(nextToSend(shown)?.seen).toBe(2);
  });
});

describe("taking back", () => {
  test("drops an edit that has not left", () => {
    const shown = after(start(row("a")), done, { happened: "undone" });
    expect([shown.pending, shown.made]).toEqual([[], []]);
  });

  test("names the revision of an answered edit and shows what was before", () => {
    const shown = after(start(row("a", { work: "in-progress", face: "in-progress" })), done, { happened: "sent", id: 1 },
      { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", face: "done", version: 2 })]) }, { happened: "undone" });
    expect(nextToSend(shown)?.intent).toMatchObject({ kind: "undo", revision: 11 });
    expect(rowShown(shown, "a")?.work).toBe("in-progress");
  });

  test("of an edit on its way learns the revision from its answer", () => {
    const shown = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "undone" },
      { happened: "answered", id: 1, update: update(10, 11, [row("a", { work: "done", version: 2 })]) });
    expect(nextToSend(shown)?.intent).toMatchObject({ kind: "undo", revision: 11 });
  });

  test("of an edit that turned out to change nothing takes back nothing", () => {
    const shown = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "undone" }, { happened: "answered", id: 1, update: update(10, 10) });
    expect(shown.pending).toEqual([]);
  });

  test("of a refused edit takes back nothing", () => {
    const shown = after(start(row("a")), done, { happened: "sent", id: 1 }, { happened: "undone" }, { happened: "refused", id: 1, sentence: "No.", current: null });
    expect(shown.pending).toEqual([]);
  });
});

describe("what is heard", () => {
  const chain = fc.array(fc.record({ item: fc.constantFrom("a", "b", "c"), owner: fc.string({ maxLength: 3 }) }), { minLength: 1, maxLength: 12 })
    .map((steps) => steps.map(({ item, owner }, at) => update(10 + at, 11 + at, [row(item, { ownerId: owner, version: 2 + at })])));

  test("ends the same in whatever order and however often it comes, and never goes back", () => {
    fc.assert(fc.property(chain.chain((updates) => fc.tuple(
      fc.constant(updates), fc.shuffledSubarray(updates, { minLength: updates.length }), fc.array(fc.constantFrom(...updates)),
    )), ([updates, shuffled, again]) => {
      const hear = (list: Update[]): Shown => list.reduce((shown, one) => {
        const next = reduce(shown, { happened: "heard", update: one });
        expect(next.revision).toBeGreaterThanOrEqual(shown.revision);
        return next;
      }, start(row("a"), row("b"), row("c")));
      const inOrder = hear(updates);
      const jumbled = hear([...shuffled, ...again]);
      expect(jumbled.rows).toEqual(inOrder.rows);
      expect([jumbled.revision, jumbled.summary, jumbled.waiting]).toEqual([inOrder.revision, inOrder.summary, []]);
    }));
  });

  test("with a gap is not shown, and asks for the page to be read again", () => {
    const shown = after(start(row("a")), { happened: "heard", update: update(14, 15, [row("a", { version: 9 })]) });
    expect([shown.revision, shown.rows.get("a")?.version, mustRead(shown)]).toEqual([10, 1, true]);
    const again = after(shown, { happened: "read", read: { revision: 14, rows: [row("a", { version: 8 })], summary: summary(14) } });
    expect([again.revision, again.rows.get("a")?.version, mustRead(again)]).toEqual([15, 9, false]);
  });

  test("of more than rows asks for the page to be read again, until it has been", () => {
    const shown = after(start(row("a")), { happened: "heard", update: update(10, 11, [], true) });
    expect(mustRead(shown)).toBe(true);
    expect(mustRead(after(shown, { happened: "read", read: { revision: 11, rows: [row("a")], summary: summary(11) } }))).toBe(false);
  });

  test("by reading an older page changes nothing", () => {
    const shown = after(start(row("a")), { happened: "heard", update: update(10, 11, [row("a", { version: 2 })]) });
    expect(after(shown, { happened: "read", read: { revision: 10, rows: [row("a")], summary: summary(10) } })).toBe(shown);
  });
});
