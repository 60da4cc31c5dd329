import type { Cell, TablePart } from "@/lib/report/report";
import { drawBar } from "./bar";
import { toneColour } from "@/lib/looks/palette";
import type { Line } from "./set-text";
import { baselineOf, column, margin, pageful, type Element, type Sheet, type Type } from "./sheet";

const body: Type = { face: "regular", size: 8.6, leading: 11.6, colour: "ink" };
const head: Type = { ...body, size: 7.6, colour: "ink-3" };
/** Above and below the lines of a row; between two columns; the place of a shape before its word. */
const pad = 3.2;
const gutter = 12;
const shapeWide = 12;
const barWide = 84;

/** A row made ready: the lines of each cell. */
interface Ready { cells: readonly { cell: Cell; lines: readonly Line[]; type: Type }[]; lines: number }

/** A table over as many pages as it needs: its head stands on each, and no row is cut that fits on a page. */
export function drawTable(sheet: Sheet, part: TablePart): void {
  const widths = widthsOf(sheet, part);
  const table = sheet.doc.struct("Table", { title: part.caption });
  sheet.root.add(table);
  const heading = readyRow(sheet, part.columns.map((one) => ({ text: one.head })), widths, head);
  drawHead(sheet, part, heading, widths, table);
  for (const { cells } of part.rows) {
    const row = readyRow(sheet, cells, widths, body);
    const height = heightOf(row);
    if (height > sheet.left && height <= pageful - heightOf(heading)) {
      sheet.turn();
      drawHead(sheet, part, heading, widths, table);
    }
    drawRow(sheet, part, row, widths, table, "TD", () => drawHead(sheet, part, heading, widths, null));
  }
  table.end();
}

function drawHead(sheet: Sheet, part: TablePart, row: Ready, widths: readonly number[], table: Element | null): void {
  drawRow(sheet, part, row, widths, table, "TH", null);
}

const heightOf = (row: Ready): number => row.lines * body.leading + 2 * pad;

function readyRow(sheet: Sheet, cells: readonly Cell[], widths: readonly number[], type: Type): Ready {
  const ready = cells.map((cell, at) => {
    // With more words after it, the shape alone has the colour: a paragraph in red would shout.
    const own: Type = cell.look && !cell.after ? { ...type, colour: toneColour[cell.look.tone] } : type;
    return { cell, type: own, lines: cell.bands ? [] : sheet.lines(wordsOf(cell), own, (widths[at] ?? 0) - (cell.look ? shapeWide : 0)) };
  });
  return { cells: ready, lines: Math.max(1, ...ready.map(({ lines }) => lines.length)) };
}

/** What stands between backticks is code and stands there without them, as on the page. */
const wordsOf = ({ text, after, inline }: Cell): string => (inline ? text.replace(/`([^`]+)`/g, "$1") : text) + (after ?? "");

/** Draws a row; one that is taller than a page goes on on the next, where `again` draws the head. */
function drawRow(sheet: Sheet, { columns }: TablePart, row: Ready, widths: readonly number[], table: Element | null, tag: "TH" | "TD", again: (() => void) | null): void {
  const tr = sheet.doc.struct("TR");
  table?.add(tr);
  const elements = row.cells.map((_, at) => {
    const scope = tag === "TH" ? "Column" : "Row";
    const heads = tag === "TH" || at === 0;
    // Its types do not know the scope yet, which says what a heading cell is the head of.
    const element = sheet.doc.struct(heads ? "TH" : "TD", heads ? ({ scope } as PDFKit.Mixins.StructureElementOptions) : {});
    tr.add(element);
    return element;
  });
  for (let from = 0; from < row.lines;) {
    if (sheet.left < body.leading + 2 * pad) {
      sheet.turn();
      again?.();
    }
    const to = Math.min(row.lines, from + Math.floor((sheet.left - 2 * pad) / body.leading));
    let x = margin.side;
    if (tag === "TD" && from === 0) sheet.artifact(() => sheet.rule(sheet.y));
    for (const [at, { cell, lines, type }] of row.cells.entries()) {
      const width = widths[at] ?? 0;
      const element = elements[at];
      if (cell.bands && from === 0) {
        const { bands } = cell;
        const left = x;
        sheet.artifact(() => drawBar(sheet, bands, left, sheet.y + pad + (body.leading - 5) / 2, width, 5));
      }
      const here = lines.slice(from, to);
      if (here.length > 0 && element && (tag === "TD" || !columns[at]?.hidden)) drawCell(sheet, element, here, { cell, type, x, width, end: columns[at]?.num === true, first: from === 0 });
      x += width + gutter;
    }
    sheet.y += (to - from) * body.leading + 2 * pad;
    from = to;
  }
  for (const element of elements) element.end();
  tr.end();
}

interface Place { cell: Cell; type: Type; x: number; width: number; end: boolean; first: boolean }

function drawCell(sheet: Sheet, element: Element, lines: readonly Line[], { cell, type, x, width, end, first }: Place): void {
  const { look } = cell;
  if (look && first) sheet.artifact(() => sheet.mark(look, x, sheet.y + pad + (body.leading - 8.4) / 2, 8.4));
  const indent = look ? shapeWide : 0;
  sheet.tagged(element, "TD", () => {
    for (const [at, line] of lines.entries()) sheet.line(line, type, x + indent, sheet.y + pad + at * body.leading + baselineOf({ ...type, leading: body.leading }), width - indent, end ? "end" : "start");
  });
}

/**
 * The columns' widths: figures, days and bars get what they need; the words share the rest by how wide they are on average,
 * each at most what it needs. What nobody needs goes to the first column, so that figures stand at the right edge.
 */
function widthsOf(sheet: Sheet, part: TablePart): number[] {
  const wanted = part.columns.map((_, at) => wantedBy(sheet, part, at));
  const widths = wanted.map(({ fixed, most }) => (fixed ? most : 0));
  let left = column - gutter * (widths.length - 1) - widths.reduce((sum, width) => sum + width, 0);
  let shares = wanted.reduce((sum, { fixed, mean }) => (fixed ? sum : sum + mean), 0);
  const open = wanted.map((one, at) => ({ ...one, at })).filter(({ fixed }) => !fixed).sort((a, b) => a.most / a.mean - b.most / b.mean);
  for (const { at, most, mean } of open) {
    const width = Math.min(most, (left * mean) / shares);
    widths[at] = width;
    left -= width;
    shares -= mean;
  }
  if (widths[0] !== undefined) widths[0] += left;
  return widths;
}

/** How wide a column's widest cell is, and how wide its cells are on average; `fixed` where wrapping would spoil it. */
function wantedBy(sheet: Sheet, { columns, rows }: TablePart, at: number): { most: number; mean: number; fixed: boolean } {
  const { head: word = "", hidden, num } = columns[at] ?? {};
  if (rows.some(({ cells }) => cells[at]?.bands)) return { most: barWide, mean: barWide, fixed: true };
  const widths = rows.flatMap(({ cells }) => {
    const cell = cells[at];
    return cell ? [sheet.setter.widthOf(wordsOf(cell), body.face, body.size) + (cell.look ? shapeWide : 0)] : [];
  });
  const most = Math.ceil(widths.reduce((widest, width) => Math.max(widest, width), hidden ? 0 : sheet.setter.widthOf(word, head.face, head.size))) + 0.5;
  if (num) return { most: Math.min(most, 118), mean: most, fixed: true };
  return { most, mean: Math.max(56, widths.reduce((sum, width) => sum + Math.min(width, 400), 0) / Math.max(1, widths.length)), fixed: false };
}
