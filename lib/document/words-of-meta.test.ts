import { describe, expect, test } from "vitest";
import { advisoryOf } from "./advisory";
import { dateIn } from "./dates";
import { launchRows } from "./launch-rows";
import { read } from "./testing/documents";
import { counting } from "./testing/living";

describe("what makes an item advisory", () => {
  test.each([
    ["Dark mode (nice to have)", [], "nice to have"], ["Nice-to-have: dark mode", [], "Nice-to-have"], ["Logs SHOULD be structured", [], "SHOULD"], ["Logs SHOULD NOT hold secrets", [], "SHOULD NOT"], ["Metrics MAY be exported", [], "MAY"],
    ["Dark mode (should)", [], "should"], ["Should: dark mode", [], "Should"], ["Dark mode [recommended]", [], "recommended"], ["Dark mode, recommended", [], "recommended"], ["Dark mode (could have)", [], "could have"],
    ["Dark mode (not blocking)", [], "not blocking"], ["**Recommended**: dark mode", [], "Recommended"], ["Dark mode (if possible)", [], "if possible"],
    ["Modo oscuro (deseable)", [], "deseable"], ["Recomendable: modo oscuro", [], "Recomendable"], ["Los registros DEBERÍAN ser JSON", [], "DEBERÍAN"], ["Modo oscuro (no obligatorio)", [], "no obligatorio"],
    ["Dark mode", ["Launch", "Nice to have"], "Nice to have"], ["Dark mode", ["✨ Recommended items"], "Recommended"], ["Modo oscuro", ["Recomendado"], "Recomendado"], ["Dark mode", ["Nice to haves"], "Nice to haves"],
  ] as const)("%s under %j: %s", (text, headings, wanted) => expect(advisoryOf(text, headings)).toBe(wanted));
  test.each([
    ["Users should see no error", []], ["Backups MUST work", ["Nice to have"]], ["Backups MUST NOT leave the EU", ["Recommended"]], ["Backups SHALL work", ["Recommended"]], ["Backups (required)", ["Recommended"]], ["Must-have: backups", ["Recommended"]],
    ["Recommended settings applied", []], ["**Non-blocking:** CSS does not delay the page", []], ["May release notes written", []], ["MAY 2026 figures checked", []], ["EVERYTHING SHOULD BE LOUD", []], ["Error budget", ["Recommendations for later"]], ["Error budget", ["Recommended settings"]],
    ["Las copias DEBEN funcionar", ["Recomendado"]], ["Copias (obligatorio)", ["Deseable"]], ["El equipo debería saberlo", []],
  ] as const)("%s under %j: nothing", (text, headings) => expect(advisoryOf(text, headings)).toBeNull());
  test("never makes a row advisory without its reason, the document's own words", () => {
    const { item } = launchRows(read("- [ ] Dark mode (nice to have)\n- [ ] Backups\n"), "2026-01-04T09:00:00.000Z", counting());
    expect(item.map(({ required, requiredReason }) => [required, requiredReason])).toEqual([[false, 'The document says "nice to have".'], [true, null]]);
  });
});

describe("a day in words", () => {
  test.each([
    ["2026-01-05", "2026-01-05"], ["2026/1/5", "2026-01-05"], ["5 January 2026", "2026-01-05"], ["Jan 5th, 2026", "2026-01-05"], ["5 de enero de 2026", "2026-01-05"],
    ["05.01.2026", "2026-01-05"], ["25/12/2026", "2026-12-25"], ["12/25/2026", "2026-12-25"], ["05/05/2026", "2026-05-05"], ["Monday, 5 January 2026 at noon", "2026-01-05"],
  ])("%s is %s", (text, wanted) => expect(dateIn(text)).toBe(wanted));
  test.each(["01/02/2026", "31/02/2026", "Q3 2026", "next week", "5 Smarch 2026", "version 1.2.2026x", ""])("%j is none, or could be two", (text) => expect(dateIn(text)).toBeNull());
});

describe("what a document says of itself", () => {
  test("is read in the footer in any of these forms, and from the front matter where the footer is silent", () => {
    const { meta } = read("---\ntitle: T\nstatus: draft\nnext_review: 5 January 2027\ngo-live: '2026-12-01'\n---\n\n- [ ] one\n\n**Status**: In review\n\n**Last Updated**: 5 de enero de 2026\n");
    expect(meta).toMatchObject({ status: "In review", lastUpdated: "2026-01-05", nextReview: "2027-01-05", targetGoLive: "2026-12-01" });
    expect(meta.places.map((place) => place.field)).toEqual(["status", "lastUpdated"]);
  });
});
