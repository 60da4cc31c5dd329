import { describe, expect, test } from "vitest";
import { advisoryOf } from "./advisory";
import { dateIn } from "./dates";
import { launchRows } from "./launch-rows";
import { readDocument } from "./read";
import { itemsOf } from "./reading";
import { bytesOf, read, view } from "./testing/documents";
import { counting } from "./testing/living";
import { writeDocument } from "./write";

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

test("\"should\" in passing is asked about, and is advice only when that is taken", () => {
  const text = "- [ ] Logs should be structured\n- [ ] Backups MUST work, and should be fast\n- [ ] Los registros deberían rotar\n- [ ] Dark mode (should)\n- [ ] Done\n";
  const [choice] = read(text).choices;
  expect(choice).toMatchObject({ id: "should:1", count: 2, ask: '2 items say "should": read them as advice that does not stop the launch?' });
  const taken = readDocument(bytesOf(text), { take: ["should:1"] });
  expect(taken.ok && itemsOf(taken.reading).map((item) => item.advisory)).toEqual(["should", null, "deberían", "should", null]);
  expect(itemsOf(read(text)).map((item) => item.advisory)).toEqual([null, null, null, "should", null]);
});

describe("a day in words", () => {
  test.each([
    ["2026-01-05", "2026-01-05"], ["2026/1/5", "2026-01-05"], ["5 January 2026", "2026-01-05"], ["Jan 5th, 2026", "2026-01-05"], ["5 de enero de 2026", "2026-01-05"],
    ["05.01.2026", "2026-01-05"], ["25/12/2026", "2026-12-25"], ["12/25/2026", "2026-12-25"], ["05/05/2026", "2026-05-05"], ["Monday, 5 January 2026 at noon", "2026-01-05"],
    ["5. Januar 2026", "2026-01-05"], ["1er mars 2026", "2026-03-01"], ["3 février 2026", "2026-02-03"], ["5 de março de 2026", "2026-03-05"], ["2026年1月5日", "2026-01-05"], ["5th of January 2026", "2026-01-05"], ["5-Jan-2026", "2026-01-05"],
  ])("%s is %s", (text, wanted) => expect(dateIn(text)).toBe(wanted));
  test.each(["01/02/2026", "31/02/2026", "Q3 2026", "next week", "5 Smarch 2026", "version 1.2.2026x", ""])("%j is none, or could be two", (text) => expect(dateIn(text)).toBeNull());
});

describe("what a document says of itself", () => {
  test("is read in the footer in any of these forms, and from the front matter where the footer is silent", () => {
    const { meta } = read("---\ntitle: T\nstatus: draft\nnext_review: 5 January 2027\ngo-live: '2026-12-01'\n---\n\n- [ ] one\n\n**Status**: In review\n\n**Last Updated**: 5 de enero de 2026\n");
    expect(meta).toMatchObject({ status: "In review", lastUpdated: "2026-01-05", nextReview: "2027-01-05", targetGoLive: "2026-12-01" });
    expect(meta.places.map((place) => place.field)).toEqual(["status", "lastUpdated"]);
  });
  test.each([
    ["**Last Updated**: 2026-01-05", "lastUpdated"], ["Last updated on: Jan 5, 2026", "lastUpdated"], ["_Last updated: 5 January 2026_", "lastUpdated"], ["> Updated: 2026-01-05", "lastUpdated"], ["- **Last modified:** 2026-01-05", "lastUpdated"],
    ["Última actualización: 5 de enero de 2026", "lastUpdated"], ["Zuletzt aktualisiert: 5. Januar 2026", "lastUpdated"], ["Stand: 05.01.2026", "lastUpdated"], ["Dernière mise à jour : 5 janvier 2026", "lastUpdated"], ["Última atualização: 5 de janeiro de 2026", "lastUpdated"],
    ["最終更新日：2026年1月5日", "lastUpdated"], ["آخر تحديث: 2026-01-05", "lastUpdated"], ["| Last updated | 2026-01-05 |\n|---|---|\n| x | y |", "lastUpdated"],
    ["Next review: 2026-01-05", "nextReview"], ["Próxima revisión: 5/1/2026 (5 ene 2026)", "nextReview"], ["Nächste Prüfung: 05.01.2026", "nextReview"], ["Prochaine revue : 5 janvier 2026", "nextReview"], ["Próxima revisão: 5 de janeiro de 2026", "nextReview"],
    ["Go-live date: 2026-01-05 22:00 UTC", "targetGoLive"], ["Event date: 5 January 2026", "targetGoLive"], ["Fecha de salida a producción: 2026-01-05", "targetGoLive"], ["Date de mise en production : 5 janvier 2026", "targetGoLive"],
  ] as const)("is understood in several languages and shapes: %s", (text, field) => {
    expect(read(`# T\n\n- [ ] a\n\n${text}\n`).meta[field]).toBe("2026-01-05");
  });
  test.each(["Stand: booth 12", "Status: 🟡 Draft / 🟢 Approved / 🔴 Rejected", "Release: 2026-01-05", "Date: 2026-01-05", "Our last updated plan: none"])("says nothing of it: %s", (text) => {
    expect(read(`# T\n\n- [ ] a\n\n${text}\n`).meta.places).toEqual([]);
  });
  test("in one line beside other words is written in its own place only", () => {
    const text = "# T\n\nStatus: **Draft** | _Last updated: 5 January 2026_ · Owner: Ops\nGo-live: 9 May 2031, 18:00\n\n- [ ] a\n\n- Next review: end of March\n";
    const none = { done: 0, of: 1, percent: 0 };
    const footer = { verdict: "no-go" as const, verified: none, claimed: none, lastUpdated: "2026-02-01", nextReview: null, goLive: "2031-05-09" };
    expect(writeDocument(read(text), view({}, { footer }))).toBe("# T\n\nStatus: **No-go** | _Last updated: 2026-02-01_ · Owner: Ops\nGo-live: 9 May 2031, 18:00\n\n- [ ] a\n\n- Next review: end of March\n");
  });
});
