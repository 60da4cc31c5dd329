import { describe, expect, test } from "vitest";
import { itemsOf } from "./reading";
import { bytesOf, read } from "./testing/documents";
import { readDocument } from "./read";

/** "key title: [group] item, item" a line, for reading at a glance. */
function shape(text: string): string[] {
  return read(text).sections.map(({ key, title, groups }) =>
    `${key} ${title}: ${groups.map((group) => `[${group.title}] ${group.items.map((item) => item.text).join(", ")}`).join("; ")}`);
}

describe("headings become sections and groups without inventing any", () => {
  test("no heading at all: one section without a title", () => {
    expect(shape("- [ ] a\n- [ ] b\n")).toEqual(["1 : [] a, b"]);
    expect(read("- [ ] a\n").title).toBe("");
  });
  test("a title only: its items stand under it", () => {
    expect(shape("# T\n\n- [ ] a\n")).toEqual(["1 T: [] a"]);
    expect(read("# 🎯 T\n\n- [ ] a\n").title).toBe("T");
  });
  test("the only first-level heading with items is the title, whatever stands before and after it", () => {
    expect(shape("### Languages\n\n# T\n## A\n- [ ] a\n## B\n- [ ] b\n\n# Contribute\n")).toEqual(["1 A: [] a", "2 B: [] b"]);
    expect(read("### Languages\n\n# T\n## A\n- [ ] a\n\n# Contribute\n").title).toBe("T");
  });
  test("items before the first heading, under a section, and in its groups", () => {
    expect(shape("- [ ] a\n\n# S\n- [ ] b\n\n## G\n- [ ] c\n\n# S2\n- [ ] d\n")).toEqual(["1 : [] a", "2 S: [] b; [G] c", "3 S2: [] d"]);
  });
  test("six levels, setext among them: the innermost heading's path names the group", () => {
    expect(shape("T\n===\n\nS\n---\n### a\n#### b\n##### c\n###### d\n- [ ] x\n### e\n- [ ] y\n")).toEqual(["1 S: [a › b › c › d] x; [e] y"]);
  });
  test("headings without items are no sections, headings in code and quotes are none", () => {
    expect(shape("# T\n## Empty\n\n```\n# no\n```\n\n> # no\n\n## S\n- [ ] x\n")).toEqual(["1 S: [] x"]);
  });
  test("the document's own numbers are the sections' keys, where each is there once", () => {
    expect(shape("# T\n## 3. A\n- [ ] x\n## 5) B\n- [ ] y\n")).toEqual(["3 A: [] x", "5 B: [] y"]);
    expect(shape("# T\n## 1. A\n- [ ] x\n## 1. B\n- [ ] y\n")).toEqual(["1 A: [] x", "2 B: [] y"]);
    expect(shape("# T\n## 24 hours\n- [ ] x\n")).toEqual(["1 24 hours: [] x"]);
  });
  test("front matter is no heading and may name the document", () => {
    expect(shape("---\ntitle: \"Plan\"\n---\n- [ ] x\n")).toEqual(["1 : [] x"]);
    expect(read("---\ntitle: \"Plan\"\n---\n- [ ] x\n").title).toBe("Plan");
    expect(read("---\ntítulo: Plan\npróxima revisión: 2026-09-01\n---\n## S\n- [ ] x\n## S2\n- [ ] y\n")).toMatchObject({ title: "Plan", meta: { nextReview: "2026-09-01" } });
  });
});

describe("a task is an item wherever GitHub sees one, and nowhere else", () => {
  test.each([
    ["bullets of each kind", "- [ ] a\n\n* [x] b\n\n+ [X] c\n", 3], ["numbers", "1. [ ] a\n2. [x] b\n\n1) [ ] c\n", 3], ["quotes", "> - [ ] a\n> > 1. [x] b\n", 2],
    ["tabs", "-\t[ ] a\n\t- [x] b\n", 2], ["CRLF", "- [ ] a\r\n- [x] b\r\n", 2], ["loose lists", "- [ ] a\n\n  more\n\n- [ ] b\n", 2],
    ["details", "<details>\n\n- [ ] a\n\n</details>\n", 1], ["HTML without a blank line", "<details>\n- [ ] a\n</details>\n", 0],
    ["a fence", "```\n- [ ] a\n```\n", 0], ["indented code", "    - [ ] a\n", 0], ["a comment", "<!--\n- [ ] a\n-->\n", 0], ["a definition", "[x]: http://a.b\n", 0],
    ["boxes GitHub does not know", "- [~] a\n- [-] b\n- [] c\n- [x]d\n", 0], ["a no-break space", "-\u00a0[ ] a\n- [\u00a0] b\n", 0],
  ])("%s", (_, text, count) => {
    expect(read(text).counts.tasks).toBe(count);
  });
  test("what only looks like a task is reported with its line, once for each place", () => {
    const found = read("- [ ] a\n\n```\n- [ ] b\n- [ ] c\n```\n\n- [~] d\n").findings;
    expect(found.map(({ kind, line }) => [kind, line])).toEqual([["task-not-read", 4], ["unclear-box", 8]]);
  });
  test("nested tasks know their parent, through plain bullets too", () => {
    const items = itemsOf(read("- [ ] a\n  - [ ] b\n  - plain\n    - [ ] c\n- [ ] d\n"));
    expect(items.map((item) => [item.key, item.parentKey])).toEqual([["a", null], ["b", "a"], ["c", "a"], ["d", null]]);
  });
});

test("keys exist for any script, for repeats and for no words at all, without emoji and numbering", () => {
  const keys = (text: string) => itemsOf(read(text)).map((item) => item.key);
  expect(keys("# T\n## 1. 🚀 Despliegue rápido\n### データ\n- [ ] バックアップ 済み\n- [ ] النسخ الاحتياطي\n- [ ] ✅ Done & `ok`\n- [ ] 🎉\n- [ ] 🎉\n")).toEqual([
    "despliegue-rapido/データ/バックアップ-済み", "despliegue-rapido/データ/النسخ-الاحتياطي", "despliegue-rapido/データ/done-ok",
    "despliegue-rapido/データ/item", "despliegue-rapido/データ/item-2",
  ]);
  expect(keys("- [ ] a 2\n- [ ] a\n- [ ] a\n")).toEqual(["a-2", "a", "a-3"]);
});

test("sign-off lines are no items; what is filled in on them is what the document says", () => {
  const reading = read("# T\n- [ ] Agree on date: soon\n- [ ] Rollback: tested Date: 2026-01-02\n## Sign-Off\n### Ops\n- [x] **Lead**: Lead One Date: 2026-01-02\n- [ ] Owner: ____\n- [ ] Slides sent\n");
  expect(reading.seats.map(({ team, role, name, date, checked }) => [team, role, name, date, checked])).toEqual([["Ops", "Lead", "Lead One", "2026-01-02", true], ["Ops", "Owner", null, null, false]]);
  expect(itemsOf(reading).map((item) => item.text)).toEqual(["Agree on date: soon", "Rollback: tested Date: 2026-01-02", "Slides sent"]);
  expect(reading.findings.map((one) => one.kind)).toEqual(["document-says"]);
});

test("a waiver in the document is what the document says, and arrives as a claim", () => {
  const reading = read("- [ ] a — **Waived until 2026-03-01**: why — **Compensating control**: how\n- [ ] b (waived by the board)\n- [ ] c approved by legal\n- [x] d approved by legal\n");
  expect(itemsOf(reading)[0]?.waiver).toEqual({ state: "active", until: "2026-03-01", reason: "why", control: "how" });
  expect(reading.findings.map((one) => [one.kind, one.line])).toEqual([["document-says", 1], ["document-says", 2], ["document-says", 4]]);
});

test("header and footer are read in either language, and what is still open is null", () => {
  const meta = (text: string) => {
    const { places: _places, ...rest } = read(`- [ ] a\n\n${text}`).meta;
    return rest;
  };
  const open = { status: null, claimedCompletion: null, lastUpdated: null, statusDate: null, targetGoLive: null, nextReview: null };
  expect(meta("**Status**: TBD\n**Next Review**: 2026-02-30\n")).toEqual(open);
  expect(meta("Estado: 🟢 Listo\nProgreso: 40 %\n**Última actualización:** 2026-01-02\nFecha de lanzamiento: por definir\n"))
    .toEqual({ ...open, status: "Listo", claimedCompletion: 40, lastUpdated: "2026-01-02" });
  expect(meta("Progress: 3 of 12\n")).toEqual({ ...open, claimedCompletion: 25 });
  expect(meta("```\n**Status**: ok\n```\n")).toEqual(open);
});

test("notes are read from a fence or a quote under their heading, placeholders are none", () => {
  const notes = (text: string) => read(`- [ ] a\n\n## Notes\n\n${text}`).notes.map(({ kind, text: words }) => [kind, words]);
  expect(notes("Say anything here:\n\n```\n[Your notes here]\n```\n")).toEqual([]);
  expect(notes("```\nRisk: one\n  two\nException (ops): three\nfour\n```\n")).toEqual([["risk", "one\ntwo"], ["exception", "three"], [null, "four"]]);
  expect(notes("> Riesgo: uno\n")).toEqual([["risk", "uno"]]);
});

describe("limits are refused in a sentence that gives the number found", () => {
  test.each([
    ["too-many-bytes", `- [ ] ${"a".repeat(1_100_000)}`, "1,100,006"], ["too-many-items", "- [ ] a\n".repeat(5001), "5,001"],
    ["line-too-long", `- [ ] ${"a".repeat(10_000)}`, "10,006"], ["quoted-too-deep", `${">".repeat(17)} - [ ] a`, "17"], ["quoted-too-deep", "> ".repeat(500_000 / 100), "5,000"],
    ["nested-too-deep", Array.from({ length: 13 }, (_, at) => `${"  ".repeat(at)}- [ ] a`).join("\n"), "13"], ["nested-too-deep", `${"- ".repeat(40)}[ ] a`, "40"],
    ["too-many-sections", "# a\n- [ ] a\n".repeat(501), "501"], ["empty", " \n\n", "empty"], ["binary", "a\0b", "zero bytes"],
  ])("%s", (why, text, number) => {
    const outcome = readDocument(bytesOf(text));
    expect(outcome).toMatchObject({ ok: false, why });
    if (!outcome.ok) expect(outcome.sentence).toContain(number);
  });
  test("what is just within them is read", () => {
    expect(read("- [ ] a\n".repeat(5000)).counts.items).toBe(5000);
    expect(read(`${">".repeat(16)} - [ ] a`).counts.items).toBe(1);
    expect(read(Array.from({ length: 12 }, (_, at) => `${"  ".repeat(at)}- [ ] a`).join("\n")).counts.items).toBe(12);
  });
  test("UTF-16 with its mark is read, other encodings are refused", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ..."- [ ] é".split("").flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]);
    expect(itemsOf(read(utf16)).map((item) => item.text)).toEqual(["é"]);
    expect(readDocument(new Uint8Array([0x2d, 0x20, 0xe9, 0x0a]))).toMatchObject({ ok: false, why: "encoding" });
  });
});
