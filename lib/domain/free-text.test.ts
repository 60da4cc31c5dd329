import { describe, expect, test } from "vitest";
import { applyChanges, changeOf, created, emptyState, replay } from "./changes";
import { commitTexts, falseTexts, freeText, restoreTexts } from "./free-text";
import { entities } from "./state";
import { item, launch, signOff } from "./testing/build";
import { sha256 } from "./testing/sha256";

describe("free text in events", () => {
  let salts = 0;
  const salt = () => `salt ${salts++}`;
  const row = item("a", { text: "Rotate keys" });
  const blocked = changeOf("item", row, { work: "blocked", workReason: "Password is hunter2" });
  const changes = [created("item", row), ...(blocked === null ? [] : [blocked]), created("signOff", signOff("o", "q", { material: { a: 1 } }))];

  test("is a commitment in the event, and comes back whole", () => {
    const { changes: committed, texts } = commitTexts(changes, salt, sha256);
    expect(JSON.stringify(committed)).not.toContain("hunter2");
    expect(JSON.stringify(committed)).not.toContain("Rotate");
    expect(restoreTexts(committed, texts)).toEqual({ changes, erased: [] });
    expect(falseTexts(committed, texts, sha256)).toEqual([]);
  });

  test("that was erased reads so and is listed, while the chain and the replay go on", () => {
    const { changes: committed, texts } = commitTexts(changes, salt, sha256);
    const erased = texts.map((text) => (text.path === "1.after.workReason" ? { ...text, text: null } : text));
    const restored = restoreTexts(committed, erased);
    expect(restored.erased).toEqual(["1.after.workReason"]);
    expect(replay([{ seq: 1, changes: restored.changes }]).item.a).toMatchObject({ work: "blocked", workReason: "[erased]", text: "Rotate keys" });
    expect(falseTexts(committed, erased, sha256)).toEqual([]);
  });

  test("that was changed afterwards is found", () => {
    const { changes: committed, texts } = commitTexts(changes, salt, sha256);
    const forged = texts.map((text) => (text.path === "0.after.text" ? { ...text, text: "Something else" } : text));
    expect(falseTexts(committed, forged, sha256)).toEqual(["0.after.text"]);
  });

  test("has equal words twice with different commitments", () => {
    const { changes: committed } = commitTexts([created("item", row), created("item", { ...row, id: "b" })], salt, sha256);
    expect(committed[0]?.after?.text).not.toEqual(committed[1]?.after?.text);
  });

  test("is listed for every kind of row", () => {
    expect(Object.keys(freeText).toSorted()).toEqual([...entities].toSorted());
  });

  test("of any launch survives commitment and restoring", () => {
    const state = applyChanges(emptyState, [created("launch", launch({ name: "Größe 🚀" }))], 1);
    const { changes: committed, texts } = commitTexts([created("launch", state.launch)], salt, sha256);
    expect(replay([{ seq: 1, changes: restoreTexts(committed, texts).changes }])).toEqual(state);
  });
});
