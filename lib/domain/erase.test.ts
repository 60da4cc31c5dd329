import { describe, expect, test } from "vitest";
import { applyChanges, created } from "./changes";
import { eraseFromRows, erasedWith, holdsText, judgeErase, textAt, textsOfItem, withoutText } from "./erase";
import { commitTexts, falseTexts, restoreTexts } from "./event";
import { freeText, textWithin } from "./free-text";
import { evidence, item, note, signOff, stateOf, waiver } from "./testing/build";
import { entities } from "./state";
import { sha256 } from "./testing/sha256";
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

  test("reaches every free text of every kind of row, and what an item's target is called, and nothing else of it", () => {
    for (const entity of entities) {
      const fields = [...freeText[entity].map((field) => [field, secret] as const), ...Object.entries(textWithin[entity] ?? {}).map(([field, names]) => [field, { limit: 3, comparator: "<", ...Object.fromEntries(names.map((name) => [name, secret])) }] as const)];
      const row = { id: "x", version: 1, ...Object.fromEntries(fields) };
      const held = entity === "launch" ? { ...state, launch: { ...state.launch, ...row } } : { ...stateOf({}), [entity]: { x: row } };
      const [change] = eraseFromRows(held, secret);
      expect(Object.keys(change?.after ?? {}).sort(), entity).toEqual(fields.length === 0 ? [] : [...fields.map(([field]) => field), "version"].sort());
      expect(JSON.stringify(change ?? {}), entity).not.toContain("hunter2");
      // Nor does an event ever hold them.
      const made = { entity, id: "x", before: null, after: row };
      const { changes, texts } = commitTexts([made], () => "salt", sha256);
      expect(JSON.stringify(changes), entity).not.toContain("hunter2");
      expect(restoreTexts(changes, texts).changes).toEqual([made]);
      expect(falseTexts(changes, texts, sha256)).toEqual([]);
      expect(falseTexts(changes, texts.map((one) => ({ ...one, text: "else" })), sha256)).toHaveLength(texts.length);
    }
  });

  test("of an item's words takes along what its target is called by them, and leaves the figure", () => {
    const target = { metric: "Sign-in with hunter2 p95", comparator: "<", limit: 200, unit: "ms" } as const;
    const held = stateOf({ item: [item("a", { text: "Sign-in with hunter2 p95 < 200 ms", threshold: target }), item("b", { threshold: { ...target, metric: "Other" } })] });
    expect(erasedWith(held, "Sign-in with hunter2 p95 < 200 ms")).toEqual(["Sign-in with hunter2 p95 < 200 ms", target.metric]);
    const after = applyChanges(held, changesOf(judgeErase(held, admin, "Sign-in with hunter2 p95 < 200 ms")), 2);
    expect(after.item.a).toMatchObject({ text: "[erased]", threshold: { metric: "[erased]", comparator: "<", limit: 200, unit: "ms" } });
    expect(after.item.b).toBe(held.item.b);
    // By itself it can be chosen as well.
    expect(textsOfItem(held, "a").map(({ text }) => text)).toEqual(["Sign-in with hunter2 p95 < 200 ms", target.metric, "ms"]);
    expect(textAt(held, { entity: "item", id: "a", field: "threshold.metric" })).toBe(target.metric);
    const { changes, texts } = commitTexts([created("item", item("a", { threshold: target }))], () => "salt", sha256);
    const erased = restoreTexts(changes, texts.map((one) => (one.text === target.metric ? { ...one, text: null } : one)));
    expect(erased).toMatchObject({ erased: ["0.after.threshold.metric"], changes: [{ after: { threshold: { metric: "[erased]", limit: 200, unit: "ms" } } }] });
  });

  test("looks into lists and records, at whole texts only", () => {
    expect(holdsText([{ a: { b: ["x", secret] } }], secret)).toBe(true);
    expect(holdsText([{ a: `${secret}!` }, null, 3], secret)).toBe(false);
    expect(withoutText([secret, 1, null, { k: secret }], secret)).toEqual(["[erased]", 1, null, { k: "[erased]" }]);
  });
});
