import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settleState } from "./item-notes";
import { launchRows } from "./launch-rows";
import { readDocument } from "./read";
import { itemsOf, type Reading } from "./reading";
import { saidIn } from "./said";
import { bytesOf, changedLines, stateOf, view } from "./testing/documents";
import { counting } from "./testing/living";
import { hostileWords, nasty } from "./testing/nasty";
import { writeDocument } from "./write";

function reads(text: string, taken: boolean): Reading {
  const outcome = readDocument(bytesOf(text));
  if (!outcome.ok) throw new Error(outcome.sentence);
  if (!taken) return outcome.reading;
  const again = readDocument(bytesOf(text), { take: outcome.reading.choices.filter(({ kind }) => kind === "notes").map(({ id }) => id) });
  if (!again.ok) throw new Error(again.sentence);
  return again.reading;
}
const notes = (text: string, taken = true) => itemsOf(reads(text, taken)).map(({ owner, due }) => [owner, due]);

describe("what an item's own words say of its owner and its date", () => {
  test.each([
    ["Deploy (@ops)", [], "@ops", null], ["Deploy @ops", [], "@ops", null], ["@ops: deploy", [], "@ops", null], ["Deploy (@ops, @dev)", [], "@ops, @dev", null], ["Deploy (@acme/ops)", [], "@acme/ops", null],
    ["Deploy — Owner: Platform team, Due: 2026-03-01", [], "Platform team", "2026-03-01"], ["Deploy [owner: x]", [], "x", null], ["Deploy (Owner: Ops; Due: 1 March 2026)", [], "Ops", "2026-03-01"], ["Deploy - Owner: Ops - Due: 2026-03-01", [], "Ops", "2026-03-01"],
    ["Deploy | **Owner:** Ops | **Due date:** 2026-03-01", [], "Ops", "2026-03-01"], ["Deploy (due: 2026-03-01)", [], null, "2026-03-01"], ["Deploy 📅 2026-03-01", [], null, "2026-03-01"], ["Deploy due:2026-03-01", [], null, "2026-03-01"],
    ["Deploy, assigned to: Ops", [], "Ops", null], ["Deploy (DRI: Ops lead)", [], "Ops lead", null], ["Desplegar — Responsable: Sistemas, Fecha límite: 20/02/2026", [], "Sistemas", "2026-02-20"], ["Desplegar (vence: 5 de marzo de 2026)", [], null, "2026-03-05"],
    ["Deploy", ["  - Owner: [Dev Lead]", "  - Due: 2026-03-01"], "Dev Lead", "2026-03-01"], ["Deploy", ["  **Owner:** Ops"], "Ops", null],
  ] as const)("%s %j", (words, under, owner, due) => expect(saidIn(words, under)).toEqual({ owner, due, unclear: [] }));
  test.each([
    ["Service owner: named in the catalogue"], ["Owner: named for each service"], ["Ask @ops about the `@types/node` package"], ["Mail people@example.com"], ["Install `@ops`"], ["Package @types/node pinned"],
    ["Deploy (owner: TBD)"], ["Deploy — Owner: ____"], ["Due diligence: done"], ["Deploy — **Owner**: Ops"], ["Rollback owner: TBD"], ["Deploy by Friday"], ["Deploy (due: next week)"], ["Follow @brand on every channel"],
  ])("%s: nothing", (words) => expect(saidIn(words, [])).toEqual({ owner: null, due: null, unclear: [] }));
  test("a date that could be two days is named and not read", () => {
    expect(saidIn("Deploy (due: 03/04/2026)", [])).toEqual({ owner: null, due: null, unclear: ["03/04/2026"] });
    expect(reads("- [ ] Deploy (due: 03/04/2026)\n\n**Next review**: 05/06/2026\n", false).findings.map(({ kind, line }) => [kind, line])).toEqual([["date-unclear", 1], ["date-unclear", 3]]);
  });
});

describe("owners and dates in words", () => {
  const text = "- [ ] Deploy (owner: Ops, due: 2026-03-01)\n- [ ] Test @qa\n- [ ] Write — **Owner**: Docs\n";
  test("are offered once, with their number, and taken over only then", () => {
    const [choice] = reads(text, false).choices;
    expect(choice).toMatchObject({ id: "notes:1", kind: "notes", count: 2, ask: '2 items name owners or dates in their words ("Ops", 2026-03-01): take them over?' });
    expect(notes(text, false)).toEqual([[null, null], [null, null], ["Docs", null]]);
    expect(notes(text)).toEqual([["Ops", "2026-03-01"], ["@qa", null], ["Docs", null]]);
    expect(itemsOf(reads(text, true)).map((item) => item.text)).toEqual(["Deploy (owner: Ops, due: 2026-03-01)", "Test @qa", "Write"]);
  });
  test("a date becomes the item's own, an owner is assigned only by a member's very name", () => {
    const make = (owner?: (words: string) => string | null) => launchRows(reads(text, true), "2026-01-04T09:00:00.000Z", counting(), owner).item.map(({ ownerId, due }) => [ownerId, due]);
    expect(make()).toEqual([[null, "2026-03-01"], [null, null], [null, null]]);
    expect(make((words) => (words === "Docs" ? "user-1" : null))).toEqual([[null, "2026-03-01"], [null, null], ["user-1", null]]);
  });
  test("are not written a second time, and a note says what has changed since", () => {
    const reading = reads(text, true);
    const [first] = itemsOf(reading);
    if (!first) throw new Error("no item");
    const write = (rest: object) => writeDocument(reading, view({ [first.key]: { ...stateOf(first), ...rest } })).split("\n")[0];
    expect(write({ work: "done" })).toBe("- [x] Deploy (owner: Ops, due: 2026-03-01)");
    expect(write({ due: "2026-04-01" })).toBe("- [ ] Deploy (owner: Ops, due: 2026-03-01) — **Due**: 2026-04-01");
    expect(write({ owner: null, due: null })).toBe("- [ ] Deploy (owner: Ops, due: 2026-03-01) — **Owner**: — — **Due**: —");
    expect(notes(`${write({ owner: null, due: null })}\n`)).toEqual([[null, null]]);
    expect(notes(`${write({ owner: "Dev" })}\n`)).toEqual([["Dev", "2026-03-01"]]);
  });
  test("of a table stand in their own columns, and are taken with its rows", () => {
    const table = "| Item | Owner | Due | Status |\n|---|---|---|---|\n| Deploy | Ops | 2026-03-01 | ☐ |\n| Test | TBD | | ✅ |\n";
    const outcome = readDocument(bytesOf(table), { take: ["table:3"] });
    if (!outcome.ok) throw new Error(outcome.sentence);
    const [deploy] = itemsOf(outcome.reading);
    expect(itemsOf(outcome.reading).map(({ owner, due }) => [owner, due])).toEqual([["Ops", "2026-03-01"], [null, null]]);
    const written = writeDocument(outcome.reading, view({ [deploy?.key ?? ""]: { ...stateOf(deploy ?? never()), work: "done", owner: "Dev" } }));
    expect(written.split("\n")[2]).toBe("| Deploy — **Owner**: Dev | Ops | 2026-03-01 | ✅ |");
  });
  test("any owner and date written over any words read back the same, on that line alone", () => {
    const day = fc.constantFrom("2026-03-01", "2031-12-31", null);
    const suffix = fc.constantFrom("", " (@ops)", " — Owner: Ops, Due: 2026-01-01", " [owner: x]", " 📅 2026-02-02", " (due: 03/04/2026)");
    fc.assert(fc.property(nasty, suffix, fc.option(hostileWords, { nil: null }), day, (rest, words, owner, due) => {
      const whole = `- [ ] first${words}\n\n---\n\n${rest}`;
      const outcome = readDocument(bytesOf(whole));
      if (!outcome.ok) return;
      const reading = reads(whole, true);
      const [item] = itemsOf(reading);
      if (item?.line !== 1) return;
      const wanted = settleState({ ...stateOf(item), owner, due });
      const written = writeDocument(reading, view({ [item.key]: wanted }));
      const ticks = reading.seats.filter((seat) => seat.checked || seat.position !== null).map((seat) => seat.line);
      expect(changedLines(whole, written).filter((line) => line !== 1 && !ticks.includes(line))).toEqual([]);
      const again = readDocument(bytesOf(written), { take: [`notes:1`, ...reads(written, false).choices.filter(({ kind }) => kind === "notes").map(({ id }) => id)] });
      expect(again.ok && stateOf(itemsOf(again.reading)[0] ?? item)).toEqual(wanted);
    }), { numRuns: Number(process.env.FUZZ_RUNS ?? 300) });
  }, 600_000);
});

function never(): never {
  throw new Error("no item");
}
