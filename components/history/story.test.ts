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

  test("what was undone is told of the row it is about, not of each row under it; a link names both ends", () => {
    const changes: Change[] = [{ entity: "group", id: "g", before: { title: "" }, after: null }, { entity: "section", id: "s", before: { title: "Extra" }, after: null }];
    expect(plain(entry("undone", changes))).toBe("Engineer One undid a change to Extra");
    const link = (id: string, text: string): Change => ({ entity: "item", id, before: { link: null, text }, after: { link: "w", text } });
    expect(plain(entry("item.linked", [link("i1", "Backups run"), link("i2", "Tapes turn")]))).toBe("Engineer One linked Backups run with Tapes turn: they share proof");
    expect(storyOf(entry("item.linked", [link("i1", "Backups run")]), told).details).toEqual([]);
    expect(storyOf(entry("undone", [{ entity: "item", id: "i1", before: { link: "w" }, after: { link: null } }]), told).details.map(({ words }) => words)).toEqual(["link: shares proof → none"]);
  });

  test("a withdrawal says why; an answer says which items it decided, without the question again", () => {
    const gone: Change = { entity: "signOff", id: "so", before: { withdrawnAt: null, withdrawnReason: null }, after: { withdrawnAt: start, withdrawnReason: "a gap was found" } };
    expect(plain(entry("seat.withdrawn", [gone]))).toBe("Engineer One withdrew the signature for Lead Developer: a gap was found");
    expect(storyOf(entry("seat.withdrawn", [gone]), told).details).toEqual([]);
    const changes: Change[] = [
      { entity: "fact", id: "f", before: { answer: null, question: "Is there one?" }, after: { answer: false, question: "Is there one?" } },
      { entity: "item", id: "i1", before: { applicability: "undecided", applicabilityReason: null }, after: { applicability: "not-applicable", applicabilityReason: "Is there one?" } },
    ];
    expect(storyOf(entry("fact.answered", changes), told).details.map(({ words }) => words)).toEqual(["applicability: Undecided → Not applicable"]);
  });

  test("a target reads as people write it, a delegation with its days", () => {
    const target: Change = { entity: "item", id: "i1", before: { threshold: null }, after: { threshold: { metric: "p95", comparator: "<", limit: 200, unit: "ms" } } };
    expect(storyOf(entry("item.target", [target]), told).details.map(({ words }) => words)).toEqual(["target: none → p95 < 200 ms"]);
    const away: Change = { entity: "seat", id: "x", before: { delegateId: null, delegateTo: null }, after: { delegateId: "ann", delegateTo: "2026-03-20T23:59:59.999Z" } };
    expect(storyOf(entry("seat.delegate", [away]), told).details.map(({ words }) => words)).toEqual(["delegate: nobody → Engineer One", "until: none → Fri 20 Mar 2026, 23:59 UTC"]);
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
