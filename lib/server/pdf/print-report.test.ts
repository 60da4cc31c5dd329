import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { seat, stateOf } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { seatWords } from "@/lib/report/seat-words";
import files from "./fonts.json";
import { isJapanese } from "./faces";
import { Fonts } from "./fonts";
import { makePdf } from "./make-pdf";
import { palette } from "@/lib/looks/palette";
import { printReport } from "./print-report";
import { Setter } from "./set-text";
import { readPdf } from "./testing/read-pdf";
import { hardTexts, sampleReport } from "./testing/sample";

const modules = path.join(process.cwd(), "node_modules");
const options = { modules, creator: "Readiness test" };

describe("a report in PDF", () => {
  test("says who it is about, in which language, with tags, on A4, every page numbered", async () => {
    const pdf = await readPdf(await printReport(sampleReport(60), options));
    expect(pdf.info).toMatchObject({ Title: "Sample: status report", Creator: "Readiness test", CreationDate: "D:20261123100000Z" });
    expect(pdf.language).toBe("en");
    for (const tag of ["Document", "H1", "H2", "P", "Table", "TR", "TH", "TD"]) expect(pdf.tags).toContain(tag);
    expect(pdf.pages.length).toBeGreaterThan(3);
    for (const [at, { pieces, width, height }] of pdf.pages.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      expect(pieces.map(({ text }) => text).join(" ")).toContain(`Page ${at + 1} of ${pdf.pages.length}`);
    }
  });

  test("keeps everything within its margins, and no row is cut in two", async () => {
    const pdf = await readPdf(await printReport(sampleReport(213), options));
    for (const { pieces } of pdf.pages) {
      for (const { x, y, width, text } of pieces) {
        expect(x, text).toBeGreaterThanOrEqual(44.5);
        expect(x + width, text).toBeLessThanOrEqual(595.28 - 44.5);
        expect(y, text).toBeGreaterThan(20);
        expect(y, text).toBeLessThan(842 - 40);
      }
    }
    // Each row has its day of "since" and a name; a row cut in two would leave a page whose rows have no day.
    const days = pdf.pages.flatMap(({ pieces }) => pieces.filter(({ text }) => text === "3 Nov 2026"));
    expect(days).toHaveLength(213);
    for (const { pieces } of pdf.pages.slice(2, -2)) {
      const [head, first] = pieces;
      expect(head?.text).toBe("What");
      const body = pieces.filter(({ y }) => y < (head?.y ?? 0) - 2 && y > 60);
      const top = Math.max(...body.map(({ y }) => y));
      expect(body.filter(({ y, text }) => Math.abs(y - top) < 1 && text === "3 Nov 2026"), first?.text).toHaveLength(1);
    }
  });

  test("carries texts of every script as they are read, each letter in a font that is inside", async () => {
    const pdf = await readPdf(await printReport(sampleReport(1), options));
    const plain = pdf.text.replace(/\s+/g, "");
    for (const name of ["chinese", "japanese", "korean", "greek", "cyrillic", "vietnamese", "thai"] as const) expect(plain, name).toContain(hardTexts[name].replace(/\s+/g, ""));
    for (const letter of ["🚀", "✅", "שלום", "18", "PostgreSQL"]) expect(pdf.text).toContain(letter);
    expect(pdf.text).toContain("bell ␇ and null ␀ and half �");
    expect(plain).toContain("cuneiform��andprivate�");
    expect(plain).toContain("a".repeat(160));
  });

  test("gives the same file for the same report", async () => {
    const [one, two] = await Promise.all([printReport(sampleReport(5), options), printReport(sampleReport(5), options)]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test("is printed in a thread of its own, which leaves the server's thread free", async () => {
    let printed = false;
    const printing = makePdf(sampleReport(1_000)).finally(() => (printed = true));
    // Printed here, it would be one piece of work: nobody else would have a turn before its end.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(printed).toBe(false);
    expect((await readPdf(await printing)).text).toContain("Item 999:");
  }, 60_000);
});

describe("setting a text", () => {
  const setter = new Setter(new Fonts(modules));
  const runs = (text: string, width = 1_000) => setter.linesOf(text, "regular", 10, width);

  test("puts words from right to left where they are read so, numbers and Latin words within them from left to right", () => {
    const [line] = runs("אבג (דה) 12 API וז");
    expect(line?.rightToLeft).toBe(true);
    const seen = line?.runs.filter(({ text }) => text.trim() !== "").map(({ text, rightToLeft }) => [text.trim(), rightToLeft]);
    // As it stands from left to right; the brackets open to the other side.
    expect(seen).toEqual([["וז", true], ["API", false], ["12", false], ["(", true], ["דה", true], [")", true], ["אבג", true]]);
    expect(line?.said).toBe("אבג (דה) 12 API וז");
  });

  test("leaves our words behind somebody's that run from right to left where they are", () => {
    const [judged] = judge(stateOf({ seat: [seat("s", { holderId: "hana" })] }), "2026-01-10T09:00:00.000Z", sha256).seats;
    if (!judged) throw new Error("The state holds one seat.");
    const [line] = runs(seatWords({ ...judged, position: "go-with-conditions", stale: false, reason: "כן אבל", openConditions: 1 }, "UTC"));
    expect(line?.rightToLeft).toBe(false);
    expect(line?.runs.at(-1)?.text).toContain("1 condition open");
    expect(line?.runs.at(-1)?.rightToLeft).toBe(false);
  });

  test("breaks at words, cuts what is longer than its column, and loses no letter", () => {
    for (const text of Object.values(hardTexts)) {
      const lines = runs(text, 60);
      const shown = lines.flatMap((line) => line.runs.map((run) => run.text)).join("").replace(/\s/g, "").length;
      expect(lines.every(({ width }) => width <= 60.5), text).toBe(true);
      expect(shown, text).toBe(runs(text).flatMap((line) => line.runs.map((run) => run.text)).join("").replace(/\s/g, "").length);
    }
  });

  test("sets an emoji of several parts as one picture", () => {
    const family = runs("👩‍💻")[0];
    expect(family?.runs).toHaveLength(1);
    expect(family?.width).toBeLessThan(16);
  });

  test("gives letters that Chinese and Japanese share the shapes of the document's language", () => {
    const fontsOf = (japanese: boolean) => new Setter(new Fonts(modules, japanese)).linesOf("直 骨", "regular", 10, 1_000)[0]?.runs.flatMap(({ font }) => (font ? [font.name] : []));
    expect(new Set(fontsOf(true))).toContain("NotoSansJP");
    expect(fontsOf(true)).not.toContain("NotoSansSC");
    expect(fontsOf(false)).not.toContain("NotoSansJP");
    expect([isJapanese("本番リリース"), isJapanese("发布清单"), isJapanese("Release"), isJapanese("カメラ应用的发布清单：上线之前必须完成全部安全检查，数据库备份，负载测试，监控报警，回滚方案和用户通知")]).toEqual([true, false, false, false]);
  });

  test("shows a sign for a letter that no font has", () => {
    expect(runs("a\u{12000}b")[0]?.runs.map(({ text }) => text).join("")).toBe("a�b");
  });
});

test("every font file is there, and every colour is one of the pages'", () => {
  for (const file of Object.values(files)) expect(readFileSync(path.join(modules, file)).length, file).toBeGreaterThan(1_000);
  const css = readFileSync(path.join(process.cwd(), "app", "globals.css"), "utf8");
  for (const [name, value] of Object.entries(palette)) expect(css, name).toContain(`--${name}: light-dark(${value},`);
});
