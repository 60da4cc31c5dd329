import { renderToStaticMarkup } from "react-dom/server";
import { createElement, Fragment } from "react";
import { describe, expect, test } from "vitest";
import { item, seat, signOff, start, stateOf } from "@/lib/domain/testing/build";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Change } from "@/lib/domain/state";
import { eventKinds as kinds } from "@/lib/domain/event-kinds";
import { storyOf } from "./story";

const told = {
  state: stateOf({ item: [item("i1", { text: "Backups run" })], seat: [seat("x", { role: "Lead Developer" })], signOff: [signOff("so", "x")] }),
  people: { ann: { name: "Engineer One", email: "one@example.com" } },
};
const entry = (kind: string, changes: Change[], over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: "e1", seq: 2, at: start, kind, actorId: "ann", via: "page", changes, hash: "abc", erased: [], ...over,
});
const plain = (one: HistoryEntry): string => renderToStaticMarkup(createElement(Fragment, null, storyOf(one, told).headline)).replace(/<[^>]+>/g, "");
const work: Change = { entity: "item", id: "i1", before: { work: "todo", workReason: null, version: 1 }, after: { work: "blocked", workReason: "no access", version: 2 } };

describe("storyOf", () => {
  test("a change of work says who, what and why, and below it what it was", () => {
    expect(plain(entry("item.work", [work]))).toBe("Engineer One set Backups run to Blocked: no access");
    expect(storyOf(entry("item.work", [work]), told).details.map(({ words }) => words)).toEqual(["work: To do → Blocked"]);
  });

  test("a seat's signature names the seat and the position", () => {
    const signed: Change = { entity: "signOff", id: "so", before: null, after: { seatId: "x", position: "no-go", reason: "pen test missing" } };
    const condition: Change = { entity: "condition", id: "c", before: null, after: { text: "Watch the logs" } };
    expect(plain(entry("seat.signed", [condition, signed]))).toBe("Engineer One signed for Lead Developer: No-go, pen test missing");
  });

  test("a decision against the verdict says so, and why; a condition that is not met after all is not called met", () => {
    const decided = (againstVerdict: boolean): Change => ({ entity: "decision", id: "d", before: null, after: { outcome: "go", againstVerdict, reason: "the market will not wait" } });
    expect(plain(entry("decision.recorded", [decided(true)]))).toBe("Engineer One recorded the decision: go, against the verdict");
    expect(plain(entry("decision.recorded", [decided(false)]))).toBe("Engineer One recorded the decision: go");
    expect(storyOf(entry("decision.recorded", [decided(true)]), told).details.map(({ words }) => words)).toEqual(["reason: the market will not wait"]);
    const met = (metAt: string | null): Change => ({ entity: "condition", id: "c", before: { metAt: metAt === null ? start : null }, after: { metAt } });
    expect([met(start), met(null)].map((change) => plain(entry("condition.met", [change])).includes("not met after all"))).toEqual([false, true]);
  });

  test("an import is counted, not listed", () => {
    const made: Change[] = ["a", "b"].map((id) => ({ entity: "item", id, before: null, after: { text: id } }));
    const story = storyOf(entry("launch.imported", made, { actorId: null }), told);
    expect(plain(entry("launch.imported", made, { actorId: null }))).toBe("Readiness imported the checklist: 2 items");
    expect(story.details).toEqual([]);
  });

  test("every kind has a sentence, even about rows that are gone and with nothing changed", () => {
    for (const kind of [...kinds, "poll.opened", "something-new"]) {
      expect(plain(entry(kind, []))).not.toBe("");
      expect(plain(entry(kind, [{ entity: "evidence", id: "gone", before: { title: "Log" }, after: null }]))).not.toBe("");
    }
  });

  test("markup in a name stays text", () => {
    const risky: Change = { entity: "member", id: "zoe", before: null, after: { role: "viewer" } };
    const html = renderToStaticMarkup(createElement(Fragment, null, storyOf(entry("member.joined", [risky]), { ...told, people: { zoe: { name: "<b>x</b><script>", email: "z@example.com" } } }).headline));
    expect(html).not.toContain("<script>");
  });
});
