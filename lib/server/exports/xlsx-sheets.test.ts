import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { evidence, item, note, section, group, seat, stateOf, waiver } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { readXlsx } from "../imports/xlsx";
import { exportXlsx } from "./xlsx";

const now = "2026-01-10T09:00:00.000Z";
const texts = ["=SUM(A1:A9)", "数据库复制已配置 バックアップ", "تم اختبار النسخ", "Ready 🚀", "long ".repeat(900)];

test("a workbook tells the whole report, a sheet each, moments and days as such and every text as it is", () => {
  const state = stateOf({
    section: [section("s1", { title: "Platform" })], group: [group("g1")],
    item: [
      ...texts.map((text, at) => item(`i${at}`, { text, position: at, work: "blocked", workReason: text, ownerId: "ann", due: "2026-02-01" })),
      item("w", { text: "Waived", position: 8 }), item("m", { text: "Latency", position: 9, work: "done", threshold: { metric: "p95", comparator: "<", limit: 200, unit: "ms" } }),
    ],
    evidence: [evidence("e", "m", { kind: "measurement", value: 180.5, unit: "ms", source: "probe", trueAt: "2026-01-09T12:00:00.000Z" })],
    waiver: [waiver("w1", "w", { reason: "not before spring", control: "weekly review", state: "active", endsAt: "2026-03-01T12:00:00.000Z" })],
    seat: [seat("seat", { role: "Captain", team: "Crew" })], note: [note("n", { text: texts[1] ?? "", kind: "risk" })],
  }, { nextReview: "2026-01-20" });
  const bytes = exportXlsx({ state, judgement: judge(state, now, sha256), people: { ann: { name: "Ann", email: "ann@example.com" } } });
  const first = readXlsx(bytes);
  if (!first.ok) throw new Error(first.sentence);
  const names = first.table.sheets.map(({ name }) => name);
  expect(names).toEqual(["items", "status", "sections", "in the way", "seats", "waivers", "metrics", "notes"]);
  const rows = (name: string) => {
    const read = readXlsx(bytes, names.indexOf(name));
    if (!read.ok) throw new Error(read.sentence);
    return read.table.rows.map((row) => [...row]);
  };
  expect(rows("in the way").slice(0, 1)).toEqual([["what", "why", "because", "who can clear it", "since (UTC)", "due"]]);
  for (const text of texts) expect(rows("in the way")).toContainEqual([text, "blocked", text, "Ann", expect.stringMatching(/^2026-01-/) as unknown, "2026-02-01"].map((cell) => (typeof cell === "string" ? cell.trim() === text.trim() ? text : cell : cell)));
  expect(rows("waivers")[1]).toEqual(["Waived", "active", "not before spring", "weekly review", "2026-03-01", "Ann"]);
  expect(rows("metrics")[1]).toEqual(["p95", "Latency", "<", "200", "ms", "180.5", "pass", "2026-01-09"]);
  expect(rows("seats")[1]?.slice(0, 2)).toEqual(["Captain", "Crew"]);
  expect(rows("notes")[1]?.slice(0, 2)).toEqual(["risk", texts[1]]);
  expect(rows("status").find(([name]) => name === "next review")).toEqual(["next review", "2026-01-20"]);
  // No formula anywhere, and every sheet says how wide its columns are.
  for (const [part, sheet] of Object.entries(unzipSync(bytes)).filter(([part_]) => part_.startsWith("xl/worksheets/"))) expect([part, /<f[ >]/.test(strFromU8(sheet)), strFromU8(sheet).includes("<cols>")]).toEqual([part, false, true]);
});
