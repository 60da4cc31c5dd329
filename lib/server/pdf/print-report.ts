import type { NotesPart, Report } from "@/lib/report/report";
import { drawBand, drawBar } from "./bar";
import { drawTable } from "./draw-table";
import { isJapanese } from "./faces";
import { Fonts } from "./fonts";
import { toneColour } from "@/lib/looks/palette";
import { Setter } from "./set-text";
import { baselineOf, column, margin, Sheet, type Type } from "./sheet";

const small: Type = { face: "regular", size: 7.8, leading: 10.8, colour: "ink-3" };
const note: Type = { face: "regular", size: 8.8, leading: 12, colour: "ink" };
const lead: Type = { face: "regular", size: 10.5, leading: 14.6, colour: "ink" };
const title: Type = { face: "strong", size: 19, leading: 24, colour: "ink" };
const partTitle: Type = { face: "strong", size: 11, leading: 15, colour: "ink" };
const figure: Type = { face: "regular", size: 14, leading: 18, colour: "ink" };

export interface PrintOptions {
  /** The folder `node_modules` that holds the fonts. */
  modules: string;
  /** "Readiness 0.1.0" */
  creator: string;
}

/** Prints a status report as a PDF: A4, tagged, its text selectable, its fonts inside. Takes its time: run it in a worker. */
export async function printReport(report: Report, { modules, creator }: PrintOptions): Promise<Uint8Array> {
  const sheet = new Sheet(new Setter(new Fonts(modules, isJapanese(JSON.stringify(report)))), { title: report.heading, subject: report.made, language: report.language, creator, at: new Date(report.at) });
  printHead(sheet, report);
  printNumbers(sheet, report);
  for (const part of report.parts) {
    // A heading never stands alone at the foot of a page.
    sheet.y += 14;
    sheet.ensure(partTitle.leading + 48);
    sheet.block("H2", sheet.lines(part.title, partTitle, column), partTitle, { after: 3 });
    const empty = part.kind === "table" ? part.rows.length === 0 : part.groups.length === 0;
    if (empty) printEmpty(sheet, part.empty);
    else if (part.kind === "table") drawTable(sheet, part);
    else printNotes(sheet, part);
  }
  printFoot(sheet, report);
  return sheet.finish((page, of) => printFooter(sheet, report, page, of));
}

function printHead(sheet: Sheet, { made, hash, hashWord, heading, verdict, facts }: Report): void {
  sheet.block("P", sheet.lines(made, small, column), small);
  if (hash) sheet.block("P", sheet.lines(`${hashWord}${hash}`, { ...small, face: "mono", size: 6.8 }, column), { ...small, face: "mono", size: 6.8 });
  sheet.y += 8;
  sheet.block("H1", sheet.lines(heading, title, column), title, { after: 10 });
  const word: Type = { face: "strong", size: 22, leading: 28, colour: toneColour[verdict.look.tone] };
  const { look } = verdict;
  sheet.artifact(() => sheet.mark(look, margin.side, sheet.y + 4, 20));
  sheet.block("P", sheet.lines(verdict.word, word, column), word, { x: margin.side + 28, width: column - 28, after: 3 });
  sheet.block("P", sheet.lines(verdict.sentence, lead, column * 0.86), lead, { after: 8 });
  sheet.artifact(() => sheet.rule(sheet.y));
  sheet.y += 6;
  const names = Math.max(...facts.map(({ name }) => sheet.setter.widthOf(name, note.face, note.size))) + 18;
  for (const { name, value } of facts) printFact(sheet, name, value, names);
}

/** A fact's name, and beside it what it is. */
function printFact(sheet: Sheet, name: string, value: string, names: number): void {
  const lines = sheet.lines(value, note, column - names);
  sheet.ensure(Math.min(lines.length, 4) * note.leading);
  const element = sheet.doc.struct("P");
  sheet.root.add(element);
  const named: Type = { ...note, colour: "ink-3" };
  sheet.tagged(element, "P", () => {
    for (const line of sheet.lines(name, named, names)) sheet.line(line, named, margin.side, sheet.y + baselineOf(note), names);
  });
  element.end();
  sheet.block("P", lines, note, { x: margin.side + names, width: column - names, after: 1 });
}

/** Both numbers, the bar with its legend, and what is shown apart. */
function printNumbers(sheet: Sheet, { numbers }: Report): void {
  sheet.y += 14;
  sheet.ensure(110);
  sheet.artifact(() => sheet.rule(sheet.y));
  sheet.y += 8;
  sheet.block("H2", sheet.lines(numbers.title, partTitle, column), partTitle, { after: 3 });
  let x: number = margin.side;
  const top = sheet.y;
  for (const { label, means, share } of numbers.shares) {
    sheet.y = top;
    const large = `${share.done} ${numbers.of} ${share.of} · ${share.percent === null ? "—" : `${share.percent} %`}`;
    const said = `${label}: ${means}`;
    const width = Math.max(sheet.setter.widthOf(large, figure.face, figure.size), sheet.setter.widthOf(said, small.face, small.size));
    sheet.block("P", sheet.lines(said, small, Infinity), small, { x });
    sheet.block("P", sheet.lines(large, figure, Infinity), figure, { x });
    x += width + 34;
  }
  sheet.y += 3;
  sheet.artifact(() => drawBar(sheet, numbers.counts, margin.side, sheet.y, column, 7));
  sheet.y += 12;
  if (numbers.empty) sheet.block("P", sheet.lines(numbers.empty, small, column), small);
  else printLegend(sheet, numbers.bands);
  if (numbers.apart.length > 0) sheet.block("P", sheet.lines(`${numbers.apartTitle}: ${numbers.apart.map(({ words }) => words).join(" · ")}`, small, column), small);
  sheet.block("P", sheet.lines(numbers.rule, small, column), small);
}

function printLegend(sheet: Sheet, bands: Report["numbers"]["bands"]): void {
  let x: number = margin.side;
  for (const { band, label, count } of bands) {
    const words = `${label} ${count}`;
    const width = sheet.setter.widthOf(words, small.face, small.size);
    if (x + width + 15 > margin.side + column) {
      x = margin.side;
      sheet.y += small.leading;
    }
    const left = x;
    sheet.artifact(() => drawBand(sheet, band, left, sheet.y + 3, 10, 5));
    sheet.block("P", sheet.lines(words, small, Infinity), small, { x: x + 14 });
    sheet.y -= small.leading;
    x += width + 28;
  }
  sheet.y += small.leading;
}

function printEmpty(sheet: Sheet, words: string): void {
  sheet.artifact(() => sheet.rule(sheet.y));
  sheet.y += 4;
  sheet.block("P", sheet.lines(words, { ...note, colour: "ink-2" }, column), { ...note, colour: "ink-2" });
}

function printNotes(sheet: Sheet, { groups }: NotesPart): void {
  for (const { title: kind, notes } of groups) {
    sheet.ensure(44);
    sheet.artifact(() => sheet.rule(sheet.y));
    sheet.y += 5;
    sheet.block("H3", sheet.lines(kind, { ...note, face: "strong" }, column), { ...note, face: "strong" }, { after: 1 });
    for (const { text, by } of notes) {
      sheet.block("P", sheet.lines(text, note, column), note);
      sheet.block("P", sheet.lines(by, small, column), small, { after: 4 });
    }
  }
}

function printFoot(sheet: Sheet, { foot }: Report): void {
  sheet.y += 14;
  const lines = sheet.lines(foot, small, column);
  sheet.ensure(lines.length * small.leading + 8);
  sheet.artifact(() => sheet.rule(sheet.y));
  sheet.y += 6;
  sheet.block("P", lines, small);
}

/** Below every page: what it is a page of, from when, and which one. */
function printFooter(sheet: Sheet, report: Report, page: number, of: number): void {
  const type: Type = { ...small, size: 7.2 };
  const number = report.page.replace("{n}", String(page)).replace("{m}", String(of));
  const wide = sheet.setter.widthOf(number, type.face, type.size) + 16;
  const baseline = 841.89 - 28;
  const [last] = sheet.lines(number, type, Infinity);
  if (last) sheet.line(last, type, margin.side, baseline, column, "end");
  const [first, more] = sheet.lines(`${report.heading} · ${report.made}`, type, column - wide);
  if (first && !more) sheet.line(first, type, margin.side, baseline, column - wide);
  else for (const line of sheet.lines(report.made, type, column - wide).slice(0, 1)) sheet.line(line, type, margin.side, baseline, column - wide);
}
