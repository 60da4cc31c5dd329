import { describe, expect, test } from "vitest";
import { type NewEvidence, judgeAddEvidence, judgeWithdrawEvidence } from "./judge-evidence";
import type { Item } from "./state";
import { evidence, item, stateOf } from "./testing/build";
import { after, ann, counter, hana, max, why } from "./testing/people";

const now = "2026-03-10T12:00:00.000Z";
const target = { metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" };

describe("evidence", () => {
  const state = stateOf({ item: [item("a", { threshold: target, link: "l" }), item("b", { link: "l" }), item("n")] });
  const none: NewEvidence = { itemId: "a", kind: "link", title: null, url: null, fileHash: null, value: null, unit: null, outcome: null, source: null, trueAt: null, validDays: null };
  const add = (over: Partial<NewEvidence>, actor = ann) => judgeAddEvidence(state, actor, { ...none, ...over }, now, counter("e"));

  test("a link is an http or https address without a password; its address stands for its title", () => {
    for (const url of ["javascript:alert(1)", "ftp://example.com", "example.com", "", "https://user:pass@example.com/", "https://user@example.com/", "https://:pass@example.com/", `https://example.com/${"x".repeat(2000)}`]) {
      expect(why(add({ url })), url).toBe("bad-link");
    }
    expect(after(state, add({ url: " https://example.com/report " })).evidence.e0).toMatchObject({ title: "https://example.com/report", url: "https://example.com/report", trueAt: now, addedBy: "ann" });
  });

  test("an address has at most 2,000 characters, http or https; a check may do without one, but not with a bad one", () => {
    const long = (length: number) => `http://example.com/${"x".repeat(length - "http://example.com/".length)}`;
    expect([why(add({ url: long(2000) })), why(add({ url: long(2001) }))]).toEqual([null, "bad-link"]);
    const check = (url: string | null, outcome: "pass" | null = "pass") => add({ kind: "check", title: "Smoke test", url, outcome });
    expect([why(check("javascript:alert(1)")), why(check(null)), why(check(null, null))]).toEqual(["bad-link", null, "value-needed"]);
    expect(after(state, check("https://example.com/run")).evidence.e0).toMatchObject({ url: "https://example.com/run", outcome: "pass" });
    const file = "a".repeat(64);
    expect(after(state, add({ kind: "file", title: "Log", fileHash: file })).evidence.e0).toMatchObject({ kind: "file", fileHash: file });
  });

  test("holds for a whole number of days, up to a hundred years", () => {
    const holds = (validDays: number) => why(add({ kind: "note", title: "Seen", validDays }));
    expect([0, 1, 36_500, 36_501, 0.5, -1].map(holds)).toEqual([null, null, null, "bad-number", "bad-number", "bad-number"]);
  });

  test("a value's own result is kept only where no limit decides, and its source is told when there is one", () => {
    const measure = (over: Partial<Item>) => {
      const open = stateOf({ item: [item("a", over)] });
      return after(open, judgeAddEvidence(open, ann, { ...none, kind: "measurement", value: 300, outcome: "pass", source: " probe " }, now, counter("e"))).evidence.e0;
    };
    expect([measure({ threshold: target })?.outcome, measure({ threshold: { ...target, limit: null } })?.outcome, measure({})?.outcome]).toEqual([null, "pass", "pass"]);
    expect(measure({})).toMatchObject({ source: "probe", unit: "", title: "Item a" });
    expect(why(add({ kind: "note", title: "Seen", source: "x".repeat(201) }))).toBe("text-too-long");
  });

  test("the first proof makes the item, and those linked to it, need proof from then on", () => {
    const proved = after(state, add({ kind: "note", title: "Seen" }));
    expect([proved.item.a?.hadProof, proved.item.b?.hadProof, proved.item.n?.hadProof]).toEqual([true, true, false]);
  });

  test("a measurement is a finite number in the threshold's unit", () => {
    expect(why(add({ kind: "measurement" }))).toBe("value-needed");
    expect(why(add({ kind: "measurement", value: Number.NaN }))).toBe("bad-number");
    expect(why(add({ kind: "measurement", value: 0.1, unit: "s" }))).toBe("wrong-unit");
    expect(after(state, add({ kind: "measurement", value: 150, source: "load test" })).evidence.e0).toMatchObject({ value: 150, unit: "ms", outcome: null, title: "p95" });
  });

  test("is not true in the future, and has a moment that exists", () => {
    expect(why(add({ url: "https://example.com", trueAt: "2026-03-10T12:00:00.001Z" }))).toBe("in-the-future");
    expect(why(add({ url: "https://example.com", trueAt: "2026-02-30" }))).toBe("bad-instant");
    expect(why(add({ url: "https://example.com", validDays: -1 }))).toBe("bad-number");
    expect(why(add({ kind: "note", title: " " }))).toBe("text-needed");
    expect(why(add({ kind: "file", title: "x", fileHash: "short" }))).toBe("bad-input");
    expect(why(add({ kind: "check", title: "x" }))).toBe("value-needed");
    expect(why(add({ url: "https://example.com" }, hana))).toBe("not-permitted");
  });

  test("is withdrawn with a reason; a failing result only by a manager", () => {
    const proved = { ...state, evidence: { e: evidence("e", "a"), m: evidence("m", "a", { kind: "measurement", value: 300, unit: "ms" }) } };
    const withdraw = (id: string, reason: string | null, actor = ann) => judgeWithdrawEvidence(proved, actor, { evidenceId: id, reason, version: 1 }, now);
    expect(why(withdraw("e", null))).toBe("reason-needed");
    expect(why(withdraw("m", "Wrong"))).toBe("needs-manager");
    expect(why(withdraw("m", "Wrong", max))).toBeNull();
    expect(after(proved, withdraw("e", "Wrong page")).evidence.e).toMatchObject({ withdrawnAt: now, withdrawnReason: "Wrong page" });
  });
});
