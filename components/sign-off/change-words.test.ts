import { expect, test } from "vitest";
import { item, stateOf } from "@/lib/domain/testing/build";
import { changeWords } from "./change-words";

const state = stateOf({ item: [item("a")] }, { zone: "Europe/Madrid" });
const said = (field: string, before: unknown, after: unknown) => changeWords({ subject: "Item a", id: "a", field, before, after }, state).text;
const proof = (id: string, title: string, trueAt = "2026-11-03T00:00:00.000Z") => ({ id, kind: "note", title, trueAt, url: null, fileHash: null, validDays: null });
const waiver = (id: string, reason: string, endsAt: string) => ({ id, reason, control: "watched", endsAt });

test("of several proofs the list names the one that came and the one that went, and none that stayed", () => {
  const three = [proof("1", "First"), proof("2", "Second"), proof("3", "Third")];
  expect(said("evidence", three, [...three, proof("4", "Fourth")])).toBe("proof: now also “Fourth”");
  expect(said("evidence", three, three.slice(1))).toBe("proof: no longer “First”");
  expect(said("evidence", three, [...three.slice(1), proof("4", "Fourth")])).toBe("proof: no longer “First”, now also “Fourth”");
});

test("proof where there was none, and one instead of another, are before and after", () => {
  expect(said("evidence", [], [proof("1", "Report")])).toBe("proof: nothing → “Report”");
  expect(said("evidence", [proof("1", "Report")], [])).toBe("proof: “Report” → nothing");
  expect(said("evidence", [proof("1", "Report")], [proof("2", "Other")])).toBe("proof: “Report” → “Other”");
});

test("two proofs of one name are told apart by their days", () => {
  expect(said("evidence", [proof("1", "Report")], [proof("2", "Report", "2026-11-20T09:00:00.000Z")])).toBe("proof: “Report” of 3 Nov 2026 → “Report” of 20 Nov 2026");
});

test("a waiver says why and until when, and a longer one in its place says so", () => {
  const [short, long] = [waiver("1", "no second site", "2026-12-15T22:59:00.000Z"), waiver("2", "no second site", "2026-12-31T22:59:00.000Z")];
  expect(said("waivers", [], [short])).toBe("waiver: nothing → “no second site” until 15 Dec 2026");
  expect(said("waivers", [short], [long])).toBe("waiver: “no second site” until 15 Dec 2026 → “no second site” until 31 Dec 2026");
});
