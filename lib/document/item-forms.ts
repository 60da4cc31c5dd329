import { dateIn } from "./dates";
import { linesOf, type Line } from "./lines";
import { plain } from "./plain";
import type { Choice, ChoiceKind, ReadItem, Reading } from "./reading";
import { cellsOf, rowsOf, type Cell } from "./tables";

/** Choices whose lines are items by themselves; what is about all lists of a document says less than its parts. */
const homes: readonly ChoiceKind[] = ["table", "status-list", "unclear-boxes", "headings", "fence", "status-lists"];

/** An item's line in the form of a place: before its words, its words, behind them; and what has to stand under it. */
export interface FormedLine { text: string; under: string[] }

/**
 * In which forms a document's items stand on their lines: as tasks, as rows of a table, behind a symbol, as headings. An item that
 * changes its home takes on the form of what stands there; its state is written into it afterwards.
 */
export class ItemForms {
  private readonly byLine = new Map<number, Choice>();
  private readonly lines: Line[];

  constructor(private readonly reading: Reading) {
    this.lines = linesOf(reading.original);
    for (const kind of [...homes].reverse()) for (const choice of reading.choices) if (choice.kind === kind) for (const line of choice.lines) this.byLine.set(line, choice);
  }

  /** The choice by which an item is one; `null` for a task of GitHub's. */
  homeOf(item: ReadItem): Choice | null {
    return item.place.marks ? (this.byLine.get(item.line) ?? null) : null;
  }

  /** Whether both stand in one list, table or code block. */
  isSameHome(one: ReadItem, other: ReadItem | null): boolean {
    return this.homeOf(one)?.id === (other && this.homeOf(other))?.id;
  }

  /** An item's words as they can stand in a list, from wherever they are: on one line, without their notes. */
  wordsOf(item: ReadItem): string {
    const { words, notes, box } = item.place;
    const from = item.place.marks ? words.from : box.to;
    const raw = this.reading.original.slice(from, Math.max(from, notes.from)) + this.reading.original.slice(notes.to, Math.max(notes.to, words.to));
    const unescaped = this.kindOf(item) === "table" ? raw.replace(/\\\|/g, "|") : raw;
    return unescaped.replace(/\\?(?:\r\n|\n|\r)[ \t>]*/g, " ").trim();
  }

  kindOf(item: ReadItem): ChoiceKind | null {
    return this.homeOf(item)?.kind ?? null;
  }

  /** A line for these words beside `model`, open, in its form; `null` where that form has no place for what comes from another table. */
  lineLike(model: ReadItem | null, words: string, start: string, from: ReadItem | null): FormedLine | null {
    const kind = model && this.kindOf(model);
    const cells = from && this.kindOf(from) === "table" ? this.otherCells(from) : [];
    if (model && kind === "table") return this.rowLike(model, words, cells);
    return { text: `${start}${model?.place.marks?.open ?? "[ ]"} ${words}`, under: kind === null ? cells.map(({ head, text }) => `- ${head}: ${text}`) : [] };
  }

  /** What a table says of an item besides its status, its words, and the owner and date that are read. */
  otherCells(item: ReadItem): { head: string; text: string }[] {
    const table = this.tableOf(item);
    const row = this.cellsAt(item.line);
    return (table?.head ?? []).flatMap((head, at) => {
      const cell = row[at];
      if (!cell || cell.text === "" || holds(cell, item.place.box) || holds(cell, item.place.words)) return [];
      const isSaid = plain(cell.text) === item.said?.owner || (dateIn(cell.text) !== null && dateIn(cell.text) === item.said?.due);
      return isSaid ? [] : [{ head: head.text || "Also", text: cell.text.replace(/\\\|/g, "|") }];
    });
  }

  private rowLike(model: ReadItem, words: string, cells: { head: string; text: string }[]): FormedLine | null {
    const line = this.lines[model.line - 1];
    const table = this.tableOf(model);
    if (!line || !table) return null;
    const left = new Map(cells.map(({ head, text }) => [head.toLowerCase(), text]));
    let text = "";
    let at = line.from;
    for (const [index, cell] of this.cellsAt(model.line).entries()) {
      const { box } = model.place;
      const name = table.head[index]?.text.toLowerCase() ?? "";
      const inside = holds(cell, box) ? this.reading.original.slice(cell.from, box.from) + (model.place.marks?.open ?? "") : holds(cell, model.place.words) ? escaped(words) : escaped(left.get(name) ?? "");
      if (!holds(cell, box) && !holds(cell, model.place.words)) left.delete(name);
      // As wide as the column is, where the words leave room.
      const blanks = /^[ \t]*/.exec(this.reading.original.slice(cell.to, line.to))?.[0].length ?? 0;
      text += this.reading.original.slice(at, cell.from) + inside.padEnd(cell.to - cell.from + Math.max(0, blanks - 1));
      at = cell.to + Math.max(0, blanks - 1);
    }
    return left.size > 0 ? null : { text: text + this.reading.original.slice(at, line.to), under: [] };
  }

  private cellsAt(line: number): Cell[] {
    const at = this.lines[line - 1];
    return at ? cellsOf(this.reading.original, at) : [];
  }

  /** The table around an item: its rows before it up to the heading and the rule under that. */
  private tableOf(item: ReadItem): ReturnType<typeof rowsOf> {
    const { original } = this.reading;
    let rule = item.line - 1;
    while (rule > 1 && !/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t|:-]*)?$/.test(original.slice(this.lines[rule - 1]?.from, this.lines[rule - 1]?.to))) rule -= 1;
    const rows = [rule - 1, rule, item.line].flatMap((line) => { const at = this.lines[line - 1]; return at ? [{ ...at, line }] : []; });
    return rowsOf(original, rows);
  }
}

const holds = (cell: Cell, place: { from: number; to: number }): boolean => cell.from <= place.from && place.to <= cell.to && cell.to > cell.from;
/** A border within words would end their cell. */
const escaped = (words: string): string => words.replace(/\\\|/g, "|").replace(/\|/g, "\\|");
