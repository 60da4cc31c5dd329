import { describe, expect, test } from "vitest";
import { applyChanges } from "./changes";
import { eraseFromRows, holdsText, judgeErase, withoutText } from "./erase";
import { evidence, item, note, signOff, stateOf, waiver } from "./testing/build";
import { admin, ann, changesOf, max, stranger, why } from "./testing/people";

const secret = "the password is hunter2";

describe("erasing", () => {
  const state = stateOf({
    item: [item("a", { work: "blocked", workReason: secret }), item("b", { text: "Something else" })],
    waiver: [waiver("w", "a", { reason: secret })], note: [note("n", { text: `${secret} and more` })],
    evidence: [evidence("e", "b", { title: secret, url: secret })], signOff: [signOff("o", "q", { material: { items: { a: { waivers: [{ reason: secret }], work: "blocked" } } } })],
  });

  test("takes the very same text out of every row, signed states included, and leaves every other word", () => {
    const after = applyChanges(state, eraseFromRows(state, secret), 2);
    expect(JSON.stringify({ ...after, note: {} })).not.toContain("hunter2");
    expect(after.item.a).toMatchObject({ work: "blocked", workReason: "[erased]", version: 2 });
    expect(after.signOff.o?.material).toEqual({ items: { a: { waivers: [{ reason: "[erased]" }], work: "blocked" } } });
    expect(after.evidence.e?.url).toMatch(/^https:/);
    expect(after.note).toBe(state.note);
    expect(after.item.b).toBe(state.item.b);
  });

  test("is an event that does not keep what it erases", () => {
    const changes = eraseFromRows(state, secret);
    expect(changes.length).toBe(4);
    expect(JSON.stringify(changes)).not.toContain("hunter2");
  });

  test("is an instance admin's alone, once, and recorded also when no row holds the text any more", () => {
    expect([stranger, ann, max].map((person) => why(judgeErase(state, person, secret)))).toEqual(["unknown-launch", "not-permitted", "not-permitted"]);
    expect(why(judgeErase(state, admin, null))).toBe("already-erased");
    expect(changesOf(judgeErase(state, admin, "long gone"))).toMatchObject([{ entity: "launch", after: { version: 2 } }]);
  });

  test("looks into lists and records, at whole texts only", () => {
    expect(holdsText([{ a: { b: ["x", secret] } }], secret)).toBe(true);
    expect(holdsText([{ a: `${secret}!` }, null, 3], secret)).toBe(false);
    expect(withoutText([secret, 1, null, { k: secret }], secret)).toEqual(["[erased]", 1, null, { k: "[erased]" }]);
  });
});
