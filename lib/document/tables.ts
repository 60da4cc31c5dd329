import { dateIn } from "./dates";
import type { LocatedTask } from "./locate";
import { settle } from "./note-text";
import { plain } from "./plain";
import type { Span } from "./reading";
import { isPlaceholder } from "./seats";
import { statusIn } from "./status-signs";

export interface Cell extends Span { text: string }
export interface TableLine extends Span { line: number }

/** Columns that say what an item's status is, and those that are its words, by their headings. */
const statusHeading = /^(?:status|state|done\??|complete[d?]?|check(?:ed)?|ready\??|met\??|passed\??|compliant\??|ok\??|✓|✔|✅|☑|estado|hecho|listo|cumple\??|)$/iu;
const wordsHeading = /^(?:items?|tasks?|checks?|checklist(?: item)?|requirements?|criteri(?:on|a)|actions?|summary|activity|controls?|questions?|steps?|actividad|paso|description|what|deliverable|tarea|elemento|requisito|comprobación|acción|descripción|criterio)$/iu;

const ownerHeading = /^(?:owners?|assignees?|assigned to|responsible|dri|who|responsables?|asignado a|encargado|quién)$/iu;
const dueHeading = /^(?:due(?: date)?|deadline|when|target(?: date)?|fecha límite|vence|vencimiento|plazo|cuándo)$/iu;

function saidIn(cell: string): string | null {
  const words = plain(cell);
  return isPlaceholder(words) || /^n\/?a$/i.test(words) ? null : settle(words);
}

/**
 * The rows of a table as items: a column in which every cell is a status (a box, a symbol, a word for it), and one with
 * words. Nothing unless both are clear.
 */
export function tableIn(text: string, lines: readonly TableLine[]): LocatedTask[] {
  const rows = rowsOf(text, lines);
  if (!rows) return [];
  const { head } = rows;
  const body = rows.body.map((row) => row.map(boxOnly));
  const columns = head.map((_, at) => body.map((row) => row[at]?.text ?? ""));
  const isStatus = (at: number) => (columns[at] ?? []).every((cell) => statusIn(cell) !== null) && (columns[at] ?? []).some((cell) => cell !== "");
  const status = head.findIndex((cell, at) => statusHeading.test(plain(cell.text)) && isStatus(at));
  const boxes = status >= 0 ? status : head.findIndex((_, at) => isStatus(at) && (columns[at] ?? []).every((cell) => /^\[[ xX]\]$|^\P{L}+$/u.test(cell)));
  if (boxes < 0) return [];
  const named = head.findIndex((cell, at) => at !== boxes && wordsHeading.test(plain(cell.text)));
  const words = named >= 0 ? named : longest(columns, boxes);
  if (words < 0) return [];
  const bracketed = (columns[boxes] ?? []).some((cell) => /^\[/.test(cell));
  const spelled = (columns[boxes] ?? []).some((cell) => /\p{L}{2,}/u.test(cell));
  const marks = bracketed ? { done: "[x]", open: "[ ]" } : spelled ? { done: "Done", open: "To do" } : { done: "✅", open: "☐" };
  // A legend says what the signs mean; nobody does it.
  if (head.length === 2 && /^(?:meaning|legend|significado|leyenda|means)$/iu.test(plain(head[words]?.text ?? ""))) return [];
  const owners = head.findIndex((cell) => ownerHeading.test(plain(cell.text)));
  const dues = head.findIndex((cell) => dueHeading.test(plain(cell.text)));
  return body.flatMap((row, index): LocatedTask[] => {
    const said = { owner: saidIn(row[owners]?.text ?? ""), due: dateIn(row[dues]?.text ?? "") };
    const [box, cell, at] = [row[boxes], row[words], rows.lines[index]];
    const found = box && statusIn(box.text);
    if (!box || !cell || !at || !found || cell.text === "") return [];
    return [{
      line: at.line, checked: found.work === "done", box: { from: box.from, to: box.to }, words: { from: cell.from, to: cell.to }, closed: [], extent: at, parent: null,
      marks, end: cell.to, cell: true, ...(said.owner !== null || said.due !== null ? { said } : {}), claims: found.work === "done" ? {} : { work: found.work, applicability: found.applicability },
    }];
  });
}

/** "- [ ]" in a cell is its box: a cell holds no list. */
function boxOnly(cell: Cell): Cell {
  const found = /^[-*+]\s+(\[[ xX]\])$/.exec(cell.text);
  return found?.[1] === undefined ? cell : { from: cell.to - found[1].length, to: cell.to, text: found[1] };
}

/** A table's heading and rows with their lines; `null` without a heading, a rule under it, or any row. */
export function rowsOf(text: string, lines: readonly TableLine[]): { head: Cell[]; body: Cell[][]; lines: readonly TableLine[] } | null {
  const [head, rule, ...body] = lines.map((line) => cellsOf(text, line));
  return head && rule?.every((cell) => /^:?-+:?$/.test(cell.text)) && body.length > 0 ? { head, body, lines: lines.slice(2) } : null;
}

/** The cells of a row, blanks around them left out. A `\|` is no border. */
export function cellsOf(text: string, line: Span): Cell[] {
  const raw = text.slice(line.from, line.to);
  const borders = [...raw.matchAll(/\\.|\|/g)].filter((found) => found[0] === "|").map((found) => found.index);
  const starts = /^[ \t]*\|/.test(raw) ? borders : [-1, ...borders];
  const cells: Cell[] = [];
  for (const [at, border] of starts.entries()) {
    const end = starts[at + 1] ?? raw.length;
    const inside = raw.slice(border + 1, end);
    if (at === starts.length - 1 && inside.trim() === "") continue;
    const from = line.from + border + 1 + (inside.trim() === "" ? Math.min(1, inside.length) : inside.length - inside.trimStart().length);
    cells.push({ from, to: from + inside.trim().length, text: inside.trim() });
  }
  return cells;
}

function longest(columns: readonly (readonly string[])[], except: number): number {
  const lengths = columns.map((cells, at) => (at === except ? -1 : cells.reduce((sum, cell) => sum + cell.length, 0)));
  const most = Math.max(...lengths);
  return most > 0 ? lengths.indexOf(most) : -1;
}
