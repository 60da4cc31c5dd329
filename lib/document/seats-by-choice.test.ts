import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { launchRows } from "./launch-rows";
import { settle } from "./note-text";
import { plain } from "./plain";
import type { Reading } from "./reading";
import { readDocument } from "./read";
import { bytesOf, changedLines, view } from "./testing/documents";
import { counting } from "./testing/living";
import { hostileWords } from "./testing/nasty";
import type { SeatView } from "./view";
import { unchangedView, writeDocument } from "./write";

/** Reads with everything taken that makes seats. */
function taking(text: string): Reading {
  const read = (take: string[]) => {
    const outcome = readDocument(bytesOf(text), { take });
    if (!outcome.ok) throw new Error(outcome.sentence);
    return outcome.reading;
  };
  return read(read([]).choices.filter(({ kind }) => kind.startsWith("seat")).map(({ id }) => id));
}
const offered = (text: string) => taking(text).choices.map(({ id }) => id);
const seats = (text: string) => taking(text).seats.map(({ team, role, line, name, date, checked, position }) => [team, role, line, name, date, checked, position]);
const signed = (rest: Partial<SeatView> = {}): SeatView => ({ position: "go", name: "Signer One", date: "2026-03-01", valid: true, reason: null, ...rest });
const write = (reading: Reading, seat: SeatView, at = 0) => writeDocument(reading, view({}, { seats: { [reading.seats[at]?.key ?? ""]: seat } }));

const table = "# L\n\n- [ ] a\n\n## Sign-off\n\n### Operations\n\n| Role | Name | Signature | Date |\n|------|------|-----------|------|\n| Lead |      |           |      |\n| Duty officer | [Name] | ____ | [DD/MM/YYYY] |\n";

describe("a sign-off table", () => {
  test.each([
    ["role, name, signature, date, under its team", table, [["Operations", "Lead", 11, null, null, false, null], ["Operations", "Duty officer", 12, null, null, false, null]]],
    ["name before role", "# L\n\n## Sign-off\n\n| Name | Role | Date |\n|---|---|---|\n| Officer One | CISO | 2026-01-02 |\n| | QA | |\n", [["", "CISO", 7, "Officer One", "2026-01-02", true, null], ["", "QA", 8, null, null, false, null]]],
    ["a team in its own column, in Spanish", "# L\n\n## Aprobaciones\n\n| Equipo | Cargo | Nombre | Firma | Fecha |\n|---|---|---|---|---|\n| Seguridad | CISO | | | |\n", [["Seguridad", "CISO", 7, null, null, false, null]]],
    ["approvers and their decision", "# L\n\n## Approvals\n\n| Approver | Name | Decision |\n|---|---|---|\n| Product | Officer Two | ✅ Approved |\n| Legal | | |\n", [["", "Product", 7, "Officer Two", null, true, "go"], ["", "Legal", 8, null, null, false, null]]],
    ["anywhere, when it has role, name and date", "# L\n\n| Role | Name | Date |\n|---|---|---|\n| Owner | | |\n", [["", "Owner", 5, null, null, false, null]]],
  ] as const)("makes each row a seat: %s", (_, text, wanted) => {
    expect(offered(text)).toHaveLength(1);
    expect(seats(text)).toEqual(wanted);
  });
  test.each([
    ["a change log", "| Version | Author | Date |\n|---|---|---|\n| 1 | x | 2026-01-01 |\n"], ["contacts", "| Role | Name | Phone |\n|---|---|---|\n| Lead | x | 1 |\n"],
    ["approvers elsewhere", "| Approver | Name | Decision |\n|---|---|---|\n| Legal | | |\n"], ["nobody's rows", "## Sign-off\n\n| Role | Name | Date |\n|---|---|---|\n| | | |\n"],
  ])("is not offered for %s", (_, text) => expect(offered(`# L\n\n- [ ] a\n\n${text}`)).toEqual([]));
  test("names in it are shown and adopted by nobody", () => {
    const reading = taking("# L\n\n- [ ] a\n\n## Sign-off\n\n| Role | Name | Signature | Date |\n|---|---|---|---|\n| Lead | Officer One | | |\n| QA | Officer Two | signed | 2026-01-02 |\n");
    expect(reading.findings.filter((one) => one.kind === "document-says").map((one) => one.message)).toEqual([
      "The document names Officer One as Lead; that is shown, and nobody is seated by it.", "The document says that QA is signed by signed on 2026-01-02; that is shown, and counts as no sign-off.",
    ]);
    expect(launchRows(reading, "2026-01-04T09:00:00.000Z", counting()).seat.map(({ role, holderId, documentName, documentDate }) => [role, holderId, documentName, documentDate])).toEqual([
      ["Lead", null, "Officer One", null], ["QA", null, "signed", "2026-01-02"],
    ]);
  });
  test("is filled in on its own row, in its own columns, and reads back", () => {
    const reading = taking(table);
    const written = write(reading, signed());
    expect(changedLines(table, written)).toEqual([11]);
    expect(written.split("\n")[10]).toBe("| Lead | Signer One | Signer One | 2026-03-01 |");
    expect(seats(written)[0]).toEqual(["Operations", "Lead", 11, "Signer One", "2026-03-01", true, null]);
    expect(write(reading, signed(), 1).split("\n")[11]).toBe("| Duty officer | Signer One | Signer One | 2026-03-01   |");
    expect(writeDocument(reading, unchangedView(reading))).toBe(table);
  });
  test("keeps its borders in line while the words fit", () => {
    const wide = "## Sign-off\n\n| Role | Name                 | Date         |\n|------|----------------------|--------------|\n| Lead |                      |              |\n";
    expect(write(taking(wide), signed()).split("\n")[4]).toBe("| Lead | Signer One           | 2026-03-01   |");
  });
  test("holds any other position as words, and its decision column the word", () => {
    const reading = taking(table);
    expect(write(reading, signed({ position: "no-go", reason: "a | b" })).split("\n")[10]).toContain("— **No-go**: Signer One, 2026-03-01: a \\| b");
    expect(seats(write(reading, signed({ position: "no-go", reason: "a | b" })))[0]?.[6]).toBe("no-go");
    const decides = "## Approvals\n\n| Approver | Name | Decision |\n|---|---|---|\n| Legal |  |  |\n";
    expect(write(taking(decides), signed()).split("\n")[4]).toBe("| Legal | Signer One | Go |");
  });
  test("whatever the signer is called, only the row changes and it is read as the same name", () => {
    fc.assert(fc.property(hostileWords, fc.constantFrom(...(["go", "no-go", "abstain"] as const)), hostileWords, (name, position, reason) => {
      const reading = taking(table);
      const written = write(reading, signed({ name, position, reason }));
      expect(changedLines(table, written).filter((line) => line !== 11)).toEqual([]);
      const again = taking(written);
      expect(again.seats.map(({ key }) => key)).toEqual(reading.seats.map(({ key }) => key));
      if (position === "go" && /\p{L}{2}/u.test(name) && settle(name) === plain(name)) expect(again.seats[0]?.name).toBe(plain(name));
      if (position !== "go") expect(again.seats[0]?.position).toBe(position);
    }), { numRuns: Number(process.env.FUZZ_RUNS ?? 300) });
  }, 600_000);
});

describe("places to sign that are no tasks", () => {
  test.each([
    ["a line with its role", "## Sign-Off\n\n**Technical Lead**: ________ Date: ____\n\n**QA (all)**: ________ Date: ____\n", [["", "Technical Lead", 5], ["", "QA (all)", 7]]],
    ["bullets", "## Sign-off\n\n- Product owner: ______ Date: ____\n- Ops: ______\n", [["", "Product owner", 5], ["", "Ops", 6]]],
    ["approved by, anywhere", "Approved by: ______________\n\nAprobado por (Dirección): __________ Fecha: ____\n", [["", "Approved by", 3], ["", "Dirección", 5]]],
    ["no colons", "## Firmas\n\nJefa de proyecto ________ Fecha ______\n", [["", "Jefa de proyecto", 5]]],
    ["a block under its role", "## Sign-off\n\n### Sponsor\n- **Name:** [Name]\n- **Signature:** ______\n- **Date:** [MM/DD/YYYY]\n\n### QA\n\nName: ____\nSignature: ____\nDate: ____\n", [["", "Sponsor", 6], ["", "QA", 12]]],
    ["a block that says its role", "## Approval\n\nName: ______ Title: Head of IT Signature: ______ Date: ____\n", [["", "Head of IT", 5]]],
  ] as const)("are offered as one choice: %s", (_, text, wanted) => {
    const whole = `# L\n\n${text}\n# M\n- [ ] z\n`;
    expect(offered(whole)).toHaveLength(1);
    expect(seats(whole).map((seat) => seat.slice(0, 3))).toEqual(wanted);
  });
  test("are filled in where the lines are, and read back", () => {
    const text = "# L\n- [ ] a\n## Sign-off\n\n### Sponsor\n- **Name:** [Name]\n- **Signature:** ______\n- **Date:** [MM/DD/YYYY]\n\nLead: ______ Date: ____\n";
    const reading = taking(text);
    const written = writeDocument(reading, view({}, { seats: Object.fromEntries(reading.seats.map(({ key }) => [key, signed()])) }));
    expect(written.split("\n").slice(5)).toEqual(["- **Name:** Signer One", "- **Signature:** Signer One", "- **Date:** 2026-03-01", "", "Lead: Signer One Date: 2026-03-01", ""]);
    expect(seats(written).map(([, role, , name, date]) => [role, name, date])).toEqual([["Sponsor", "Signer One", "2026-03-01"], ["Lead", "Signer One", "2026-03-01"]]);
  });
  test("whose they are is not clear: reported with their line, and no seat", () => {
    const reading = taking("- [ ] a\n\n## Sign-off\n\nSignature: ________\n\n______________________\n\n- [ ] checked\n  - Reviewer: ________\n\n```\n________\n```\n");
    expect(reading.seats).toEqual([]);
    expect(reading.findings.map(({ kind, line }) => [kind, line])).toEqual([["seat-not-read", 5]]);
  });
  test("elsewhere a line to fill in is none, nor is one that names no one", () => {
    for (const text of ["Reviewer: ______ \n", "## Sign-off\n\nComments: __________\n\nDate: ______\n", "Version: ____ Build: ____\n"]) expect(offered(`- [ ] a\n\n${text}`)).toEqual([]);
  });
});

describe("tasks that are places to sign", () => {
  test.each([
    ["- [ ] QA Lead: ____ Date: ____", "QA Lead"], ["- [ ] **Approved by:** ________", "Approved by"], ["- [ ] Approved by (QA lead): ________", "QA lead"], ["- [ ] Aprobado por: ________", "Aprobado por"],
    ["- [ ] QA Lead ________ Date ______", "QA Lead"], ["- [ ] 責任者: ________ 日付: ________", "責任者"], ["- [ ] Leitung: ________ Datum: ________", "Leitung"],
  ])("%s", (line, role) => expect(seats(`# L\n\n${line}\n`).map((seat) => seat[1])).toEqual([role]));
  test.each(["- [ ] Fill in ________", "- [ ] Approved by the board", "- [ ] Approved by: legal", "- [ ] Date: ____"])("%s is an item", (line) => expect(seats(`# L\n\n${line}\n`)).toEqual([]));
});
