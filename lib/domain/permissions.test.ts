import { describe, expect, test } from "vitest";
import { type Act, acts, may, needs } from "./permissions";
import { seat, stateOf } from "./testing/build";
import { admin, ann, hana, max, stranger } from "./testing/people";
import { seatsFor } from "./permissions";

const now = "2026-03-10T12:00:00.000Z";

/** By hand: who may, of stranger, viewer, contributor, manager, admin (all without a seat). */
const table: Record<Act, string> = {
  view: ".vcma", "view-export": ".vcma", "set-work": "..cma", assign: "..cma", "set-due": "..cma", "decide-conditional": "..cma",
  "decide-unconditional": "...ma", "answer-fact": "..cma", "add-evidence": "..cma", "withdraw-evidence": "..cma", "withdraw-failing-evidence": "...ma",
  "request-waiver": "..cma", "decide-waiver": "...ma", "set-required": "...ma", "set-proof": "...ma", "set-waivable": "...ma", "edit-items": "...ma",
  "edit-structure": "...ma",
  "link-items": "..cma", "add-note": "..cma", "manage-members": "...ma", "manage-seats": "...ma", "appoint-delegate": "...ma",
  "manage-settings": "...ma", sign: ".....", "withdraw-sign-off": ".....", "meet-condition": "...ma", "open-poll": "...ma", decide: "...ma",
  "set-phase": "...ma", import: "...ma", share: "...ma", undo: "..cma", erase: "....a",
};

describe("who may do what", () => {
  test.each(acts)("%s is allowed to exactly those in the table", (act) => {
    const letters = [stranger, hana, ann, max, admin].map((person, index) => (may(person, act) ? "svcma"[index] : "."));
    expect(letters.join("")).toBe(table[act]);
  });

  test("a viewer who holds a seat signs and decides waivers for it, and nobody else signs, admin or not", () => {
    const about = { seats: [seat("q", { holderId: "hana" })], now };
    expect([hana, ann, max, admin, stranger].map((person) => may(person, "sign", about))).toEqual([true, false, false, false, false]);
    expect(may(hana, "decide-waiver", about)).toBe(true);
    expect(may(ann, "decide-waiver", about)).toBe(false);
    expect(may(hana, "set-work", about)).toBe(false);
  });

  test("a holder who left the launch signs no more, nor does anyone on a retired seat", () => {
    expect(may({ ...hana, role: null }, "sign", { seats: [seat("q", { holderId: "hana" })], now })).toBe(false);
    expect(may(hana, "sign", { seats: [seat("q", { holderId: "hana", retiredAt: now })], now })).toBe(false);
  });

  test("seats answer for their sections, or for all", () => {
    const state = stateOf({ seat: [seat("all"), seat("one", { sections: ["s1"] }), seat("two", { sections: ["s2"] }), seat("gone", { retiredAt: now })] });
    expect(seatsFor(state, "s1").map(({ id }) => id)).toEqual(["all", "one"]);
  });

  test("has a row for every act", () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(needs).toSorted());
  });
});
