import { ItemForms } from "./item-forms";
import { lineAt, linesOf } from "./lines";
import { isRule } from "./limits";
import { itemsOf, type ReadItem, type Reading } from "./reading";
import { spliced, type Splice } from "./splice";

/** One line of a document while its structure changes: it keeps its words and ending wherever it goes. */
export interface Row { text: string; end: string; /** Key of the innermost item it belongs to. */ owner: string | null; heading: number | null }

/** How an item's line begins, and how lines below it do: `outer` before the list marker, `inner` for what it holds. */
export interface Prefix { outer: string; marker: string; inner: string; /** The line begins with this marker, not with another item's. */ own: boolean }

/** A document as rows that can be moved, put in and taken out. */
export class Sheet {
  readonly rows: Row[];
  readonly items: Map<string, ReadItem>;
  /** The row on which each item's list marker stands. */
  readonly first = new Map<string, Row>();
  readonly forms: ItemForms;
  private readonly byLine: Row[];

  /** `words`: splices that reword items and headings within their lines. */
  constructor(private readonly reading: Reading, words: Splice[]) {
    const { original } = reading;
    this.forms = new ItemForms(reading);
    const lines = linesOf(original);
    const reworded = new Map<number, Splice[]>();
    for (const splice of words) {
      const at = lines.findIndex((line) => splice.from <= line.to);
      reworded.set(at, [...(reworded.get(at) ?? []), splice]);
    }
    const gone = new Set<number>();
    this.byLine = lines.map(({ from, to }, at) => {
      const own = reworded.get(at) ?? [];
      // Words that ran over several lines become one line: what they reached over goes.
      const reach = Math.max(to, ...own.map((splice) => splice.to));
      for (let next = at + 1; next < lines.length && (lines[next]?.from ?? Infinity) < reach; next += 1) gone.add(next);
      const text = own.length === 0 ? original.slice(from, to) : spliced(original.slice(from, reach), own.map((splice) => ({ ...splice, from: splice.from - from, to: splice.to - from })));
      const last = lineAt(lines, reach);
      const next = lines[last];
      return { text, end: next ? original.slice(lines[last - 1]?.to ?? to, next.from) : "", owner: null, heading: null };
    });
    this.rows = this.byLine.filter((_, at) => !gone.has(at));
    this.items = new Map(itemsOf(reading).map((item) => [item.key, item]));
    for (const item of this.items.values()) this.own(item, lines);
    for (const { line, depth } of reading.headings) {
      const row = this.byLine[line - 1];
      if (row) row.heading = depth;
    }
  }

  private own(item: ReadItem, lines: { from: number; to: number }[]): void {
    const { extent } = item.place;
    const begins = lineAt(lines, extent.from) - 1;
    const ends = lineAt(lines, Math.max(extent.from, extent.to - 1)) - 1;
    const [first] = [this.byLine[begins]];
    if (first) this.first.set(item.key, first);
    for (let at = begins; at <= ends; at += 1) {
      const row = this.byLine[at];
      if (row) row.owner = item.key;
    }
  }

  rowAt(line: number | null): Row | undefined {
    return line === null ? undefined : this.byLine[line - 1];
  }

  prefixOf(key: string): Prefix {
    const item = this.items.get(key);
    const row = this.first.get(key);
    if (!item || !row) return { outer: "", marker: "- ", inner: "  ", own: false };
    const kind = this.forms.kindOf(item);
    if (kind === "table") return { outer: "", marker: "- ", inner: "  ", own: true };
    const before = this.reading.original.slice(this.startOf(item), item.place.box.from);
    const found = /^(.*?)((?:[-*+]|\d{1,9}[.)])[ \t]+)$/s.exec(before);
    // A line of its own without a list marker: a heading, or a line of a paragraph.
    if (!found && kind !== null) {
      const outer = /^[ \t>]*/.exec(before)?.[0] ?? "";
      return { outer, marker: before.slice(outer.length), inner: outer, own: true };
    }
    const raw = found?.[1] ?? /^[ \t>]*/.exec(before)?.[0] ?? "";
    const marker = found?.[2] ?? "- ";
    const outer = raw.replace(/[-*+]|\d{1,9}[.)]/g, (sign) => " ".repeat(sign.length));
    return { outer, marker, inner: innerOf(outer, marker), own: found !== null && /^[ \t>]*$/.test(raw) };
  }

  /** On how many lines an item's words stand. */
  linesOfWords({ place: { words, box } }: ReadItem): number {
    return (this.reading.original.slice(box.from, words.to).match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
  }

  private startOf(item: ReadItem): number {
    const { original } = this.reading;
    let at = item.place.box.from;
    while (at > 0 && !/[\r\n]/.test(original.charAt(at - 1))) at -= 1;
    return at;
  }

  /** What stands under a heading that is an item, up to the next heading: nothing where that is other items. */
  proseUnder(heading: Row): Row[] {
    const from = this.rows.indexOf(heading) + 1;
    let to = from;
    while (to < this.rows.length && this.rows[to]?.heading === null && !isRule(this.rows[to]?.text ?? "")) to += 1;
    const rows = this.rows.slice(from, to);
    while (rows.length > 0 && /^[ \t]*$/.test(rows.at(-1)?.text ?? "")) rows.pop();
    return rows.some((row) => row.owner !== null) ? [] : rows;
  }

  /** The rows that belong to each item itself, in their order. */
  rowsByOwner(): Map<string, Row[]> {
    const found = new Map<string, Row[]>();
    for (const row of this.rows) {
      if (row.owner === null) continue;
      const own = found.get(row.owner);
      if (own) own.push(row);
      else found.set(row.owner, [row]);
    }
    return found;
  }

  take(rows: readonly Row[]): void {
    const gone = new Set(rows);
    const last = this.rows.at(-1);
    const kept = this.rows.filter((row) => !gone.has(row));
    // The end of the file stays as it was: with a line ending or without.
    const now = kept.at(-1);
    if (last && now && now !== last && last.end === "" && now.end !== "" && last.text !== "") now.end = "";
    // One by one: an argument list has an end.
    this.rows.length = 0;
    for (const row of kept) this.rows.push(row);
  }

  /** Puts rows in before the row at `index`. */
  put(index: number, rows: readonly Row[]): void {
    const before = this.rows[index - 1];
    const last = rows.at(-1);
    if (before && last && before.end === "") {
      before.end = this.reading.newline;
      last.end = "";
    }
    for (const row of rows) if (row !== last && row.end === "") row.end = this.reading.newline;
    this.rows.splice(index, 0, ...rows);
    if (last && last.end === "" && index + rows.length < this.rows.length) last.end = this.reading.newline;
  }

  made(text: string, owner: string | null = null): Row {
    return { text, end: this.reading.newline, owner, heading: null };
  }

  text(): string {
    return this.rows.map((row) => row.text + row.end).join("");
  }
}

/** How lines begin that stand within the item which begins with `outer` and `marker`. */
export function innerOf(outer: string, marker: string): string {
  return outer + " ".repeat(columnsOf(outer + marker) - columnsOf(outer));
}

/** How many columns a line's beginning takes: a tab goes on to the next multiple of four (CommonMark 0.31.2, 2.2). */
function columnsOf(text: string): number {
  return [...text].reduce((at, sign) => (sign === "\t" ? at + 4 - (at % 4) : at + 1), 0);
}
