import { expect, test } from "vitest";
import { evidence, item, start } from "@/lib/domain/testing/build";
import type { Change } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import type { Detail } from "./detail";
import { eventLines } from "./event-lines";

const words = { item: wordsOf("item"), common: wordsOf("common"), list: wordsOf("checklist") };
// The lines read no more of a detail than this.
const detail = { item: item("i"), evidence: [evidence("kept", "i", { title: "Restore log" })], people: {} } as unknown as Detail;
const lines = (...changes: Change[]): string[] => eventLines({ seq: 2, at: start, kind: "undone", actorId: "ann", via: "page", changes, erased: [] }, detail, words);

test("proof that was added by mistake and taken back is not told as added", () => {
  expect(lines({ entity: "evidence", id: "gone", before: { title: "Wrong file" }, after: null })).toEqual(["Proof taken back as if it had not been added: Wrong file"]);
  expect(lines({ entity: "evidence", id: "kept", before: { withdrawnAt: start }, after: { withdrawnAt: null } })).toEqual(["Proof counts again: Restore log"]);
  expect(lines({ entity: "evidence", id: "kept", before: null, after: { title: "Restore log" } })).toEqual(["Proof added: Restore log"]);
});

test("whatever happened to an item has a line: moved, retired, brought back, another window, a request taken back", () => {
  const change = (after: Record<string, unknown>): Change => ({ entity: "item", id: "i", before: {}, after });
  expect(lines(change({ groupId: "g" }), change({ retiredAt: start }), change({ retiredAt: null }), change({ window: "launch-day" }), { entity: "waiver", id: "w", before: { reason: "late" }, after: null }))
    .toEqual(["Moved to another place", "Retired from the checklist", "Brought back to the checklist", "Belongs to: launch day", "The request for a waiver was taken back"]);
});

test("erasing is told as erasing, not as proof that counts again or as work that is blocked", () => {
  const changes: Change[] = [{ entity: "evidence", id: "kept", before: { version: 1 }, after: { title: "[erased]", version: 2 } }, { entity: "item", id: "i", before: { version: 1 }, after: { workReason: "[erased]", version: 2 } }];
  expect(eventLines({ seq: 3, at: start, kind: "text.erased", actorId: "ann", via: "page", changes, erased: [] }, detail, words)).toEqual(["A text was erased"]);
});

test("a reason that was erased is not said of what came after it, which had none", () => {
  const changes: Change[] = [{ entity: "item", id: "i", before: { work: "blocked", workReason: "[erased]" }, after: { work: "done", workReason: null } }];
  expect(eventLines({ seq: 3, at: start, kind: "item.work", actorId: "ann", via: "page", changes, erased: ["0.before.workReason"] }, detail, words)).toEqual(["Done"]);
});
