import { isRule } from "./limits";
import { movedAmong } from "./merge-places";
import { settleWords } from "./outline-of";
import { Sheet, type Prefix, type Row } from "./outline-rows";
import type { ReadItem, Reading } from "./reading";
import type { Splice } from "./splice";
import type { OutlineGroup, OutlineItem, OutlineSection } from "./view";

/** An item where it shall stand. */
interface Wanted extends OutlineItem { id: string; group: OutlineGroup; above: Wanted | null }

/**
 * The text with another structure: items and headings added, moved, reworded and taken out, each touching its own lines
 * only. What is taken out but still holds something stays as a plain list item without its box.
 */
export function writeStructure(reading: Reading, outline: readonly OutlineSection[]): string {
  const groups = outline.flatMap((section) => section.groups);
  const wanted = groups.flatMap((group, at) => wantedIn(group, at));
  return new Structure(reading, outline, wanted).write();
}

function wantedIn(group: OutlineGroup, at: number): Wanted[] {
  const found: Wanted[] = [];
  for (const [index, item] of group.items.entries()) {
    found.push({ ...item, id: item.from ?? `new ${at} ${index}`, group, above: item.parent === null ? null : (found[item.parent] ?? null) });
  }
  return found;
}

class Structure {
  private readonly sheet: Sheet;
  private readonly prefixes = new Map<string, Prefix>();
  /** Items that keep their lines where they are. */
  private readonly still = new Set<string>();
  private readonly kept: Set<string>;
  private readonly byId: Map<string, Wanted>;
  private readonly headings: { section: (Row | undefined)[]; group: (Row | undefined)[] };

  constructor(private readonly reading: Reading, private readonly outline: readonly OutlineSection[], private readonly wanted: Wanted[]) {
    this.sheet = new Sheet(reading, [...this.rewordings(), ...this.newTitles()]);
    this.byId = new Map(wanted.map((item) => [item.id, item]));
    this.kept = new Set(wanted.flatMap((item) => item.from ?? []));
    const row = (line: number | null) => this.sheet.rowAt(line);
    this.headings = { section: reading.sections.map((section) => row(section.line)), group: reading.sections.flatMap((section) => section.groups.map((group) => row(group.line))) };
  }

  write(): string {
    this.findStill();
    const moved = this.takeOut();
    this.putHeadings();
    for (const [at, item] of this.wanted.entries()) if (!this.still.has(item.id)) this.put(item, at, moved.get(item.id) ?? null);
    return this.sheet.text();
  }

  private rewordings(): Splice[] {
    const items = new Map(this.reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items)).map((item) => [item.key, item]));
    return this.wanted.flatMap(({ from, text }) => {
      const item = from === null ? undefined : items.get(from);
      return item && settleWords(item.text) !== settleWords(text) ? rewording(this.reading.original, item, settleWords(text)) : [];
    });
  }

  /** Headings that are worded otherwise: their number, symbols and depth stay. */
  private newTitles(): Splice[] {
    const flat = this.reading.sections.flatMap((section) => section.groups);
    const changed = [
      ...this.outline.map((section) => ({ was: section.from === null ? undefined : this.reading.sections[section.from], title: section.title, part: section.title })),
      ...this.outline.flatMap((section) => section.groups).map((group) => ({
        was: group.from === null ? undefined : flat[group.from], title: group.title, part: group.title.split(" › ").at(-1) ?? "",
      })),
    ];
    return changed.flatMap(({ was, title, part }): Splice[] => {
      if (!was || was.title === title || was.line === null) return [];
      const span = lineSpan(this.reading.original, was.line);
      const raw = this.reading.original.slice(span.from, span.to);
      const old = was.title.split(" › ").at(-1) ?? "";
      const at = old === "" ? -1 : raw.lastIndexOf(old);
      if (at >= 0) return [{ from: span.from + at, to: span.from + at + old.length, text: part.replace(/\s+/g, " ").trim() }];
      const [lead = ""] = /^ {0,3}(?:#{1,6}[ \t]+)?(?:\d+(?:\.\d+)*[.):]?[ \t]+)?/.exec(raw) ?? [];
      return [{ from: span.from + lead.length, to: span.to, text: part.replace(/\s+/g, " ").trim() }];
    });
  }

  /** As many items as possible stay: same group, same parent, same order. What stands under a moved one moves along. */
  private findStill(): void {
    const flat = this.reading.sections.flatMap((section) => section.groups);
    const place = new Map(flat.flatMap((group, at) => group.items.map((item) => [item.key, { at, parent: item.parentKey }] as const)));
    const order = flat.flatMap((group) => group.items.map((item) => item.key));
    const same = this.wanted.filter(({ from, group, above }) => {
      const was = from === null ? undefined : place.get(from);
      return was !== undefined && was.at === group.from && was.parent === (above?.from ?? null);
    });
    const moved = movedAmong(order, same.map((item) => item.id));
    for (const item of same) {
      if (moved.has(item.id) || (item.above !== null && !this.still.has(item.above.id))) continue;
      this.still.add(item.id);
    }
  }

  /** Takes out what goes or moves; returns the rows of what moves. */
  private takeOut(): Map<string, Row[]> {
    const moved = new Map<string, Row[]>();
    const parents = new Set([...this.sheet.items.values()].filter((item) => this.still.has(item.key)).flatMap((item) => item.parentKey ?? []));
    for (const item of this.sheet.items.values()) {
      this.prefixes.set(item.key, this.sheet.prefixOf(item.key));
      if (this.still.has(item.key)) continue;
      const rows = this.sheet.rowsOf(new Set([item.key]));
      const first = this.sheet.first.get(item.key);
      const whole = this.prefixes.get(item.key)?.own === true && !parents.has(item.key) && first !== undefined && rows[0] === first;
      if (this.kept.has(item.key)) moved.set(item.key, whole ? rows : rows.slice(0, 1).map((row) => this.sheet.made(row.text, item.key)));
      if (whole) this.sheet.take(rows);
      else unbox(rows, item, this.reading);
    }
    return moved;
  }

  /** Makes the headings that are new, and takes away those under which nothing is left. */
  private putHeadings(): void {
    const used = { section: new Set(this.outline.map((one) => one.from)), group: new Set(this.outline.flatMap((one) => one.groups.map((group) => group.from))) };
    for (const kind of ["group", "section"] as const) {
      for (const [at, row] of this.headings[kind].entries()) if (row && !used[kind].has(at)) this.takeHeading(row);
    }
    let last: Row | undefined;
    const depths = { section: this.depthOf(this.headings.section) ?? 2, group: this.depthOf(this.headings.group) ?? Math.min(6, (this.depthOf(this.headings.section) ?? 2) + 1) };
    let groups = 0;
    for (const section of this.outline) {
      const own = section.from === null ? undefined : this.headings.section[section.from];
      const made = section.from === null ? this.makeHeading(section.title, depths.section, last, depths.section) : undefined;
      last = made ?? own ?? last;
      for (const group of section.groups) {
        const stands = group.from === null ? undefined : this.headings.group[group.from];
        const fresh = group.from === null && group.title !== "" ? this.makeHeading(group.title.split(" › ").at(-1) ?? "", depths.group, last, depths.group) : undefined;
        last = fresh ?? stands ?? last;
        this.under.set(groups, last);
        groups += 1;
      }
    }
  }
  /** The heading under which each wanted group stands. */
  private readonly under = new Map<number, Row | undefined>();

  private depthOf(rows: readonly (Row | undefined)[]): number | null {
    return rows.find((row) => row?.heading)?.heading ?? null;
  }

  private takeHeading(row: Row): void {
    const at = this.sheet.rows.indexOf(row);
    let end = at + 1;
    while (end < this.sheet.rows.length && /^[ \t]*$/.test(this.sheet.rows[end]?.text ?? "")) end += 1;
    const next = this.sheet.rows[end];
    // Prose under it keeps it; so does a heading that runs over two lines.
    if (at >= 0 && /^ {0,3}#/.test(row.text) && (next === undefined || isRule(next.text) || (next.heading !== null && next.heading <= (row.heading ?? 6)))) this.sheet.take(this.sheet.rows.slice(at, end));
  }

  /** Puts a heading behind everything that stands under the one before it. */
  private makeHeading(title: string, depth: number, last: Row | undefined, within: number): Row {
    const from = last === undefined ? -1 : this.sheet.rows.indexOf(last);
    let at = this.sheet.rows.findIndex((row, index) => index > from && row.heading !== null && row.heading <= Math.max(within, last?.heading ?? within));
    if (at < 0) at = this.sheet.rows.length;
    while (at > from + 1 && /^[ \t]*$|^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$/.test(this.sheet.rows[at - 1]?.text ?? "")) at -= 1;
    const heading = { ...this.sheet.made(`${"#".repeat(depth)} ${title.replace(/\s+/g, " ").trim()}`), heading: depth };
    this.sheet.put(at, [this.sheet.made(""), heading, this.sheet.made("")]);
    if (this.sheet.rows[at + 3] !== undefined && !/^[ \t]*$/.test(this.sheet.rows[at + 3]?.text ?? "")) this.sheet.put(at + 3, [this.sheet.made("")]);
    return heading;
  }

  /** Puts one item in: behind what stands before it in its group, before what follows, or first under its heading. */
  private put(item: Wanted, at: number, rows: Row[] | null): void {
    const before = this.wanted[at - 1];
    const previous = before?.group === item.group ? before : undefined;
    const sibling = this.wanted.slice(0, at).findLast((one) => one.group === item.group && one.above === item.above);
    const follower = this.wanted.slice(at + 1).find((one) => one.group === item.group && one.above === item.above && this.still.has(one.id));
    const prefix = this.prefixFor(item, sibling, follower);
    this.prefixes.set(item.id, prefix);
    this.sheet.put(this.indexFor(item, previous, sibling, follower), this.rowsFor(item, rows, prefix));
  }

  private prefixFor(item: Wanted, sibling: Wanted | undefined, follower: Wanted | undefined): Prefix {
    const like = this.prefixes.get((sibling ?? follower)?.id ?? "");
    if (like) return { ...like, own: true, marker: sibling ? like.marker.replace(/^\d+/, (number) => String(Number(number) + 1)) : like.marker };
    const above = item.above === null ? undefined : this.prefixes.get(item.above.id);
    const outer = above?.inner ?? "";
    return { outer, marker: "- ", inner: `${outer}  `, own: true };
  }

  private indexFor(item: Wanted, previous: Wanted | undefined, sibling: Wanted | undefined, follower: Wanted | undefined): number {
    const end = (key: string) => this.sheet.rows.findLastIndex((row) => row.owner === key || this.isWithin(row.owner, key));
    if (sibling) return Math.max(end(sibling.id), previous ? end(previous.id) : -1) + 1;
    if (item.above) return this.sheet.rows.findLastIndex((row) => row.owner === item.above?.id) + 1;
    const first = follower && this.sheet.first.get(follower.id);
    if (first) return this.sheet.rows.indexOf(first);
    return this.firstUnder(this.wantedGroup(item));
  }

  private wantedGroup(item: Wanted): number {
    return this.outline.flatMap((section) => section.groups).indexOf(item.group);
  }

  /** Behind a heading and the prose under it, with a blank line between. */
  private firstUnder(group: number): number {
    const heading = this.under.get(group);
    const from = heading === undefined ? -1 : this.sheet.rows.indexOf(heading);
    let at = this.sheet.rows.findIndex((row, index) => index > from && row.heading !== null);
    if (at < 0) at = this.sheet.rows.length;
    while (at > from + 1 && /^[ \t]*$|^ {0,3}(?:-[ \t]*){3,}$/.test(this.sheet.rows[at - 1]?.text ?? "")) at -= 1;
    const before = this.sheet.rows[at - 1];
    if (at <= from + 1 && /^[ \t]*$/.test(this.sheet.rows[at]?.text ?? "x")) return at + 1;
    if (before === undefined || /^[ \t]*$/.test(before.text)) return at;
    this.sheet.put(at, [this.sheet.made("")]);
    return at + 1;
  }

  private isWithin(key: string | null, above: string): boolean {
    for (let at = key === null ? undefined : this.parentOf(key); at !== undefined; at = this.parentOf(at)) if (at === above) return true;
    return false;
  }

  private parentOf(key: string): string | undefined {
    const item = this.byId.get(key);
    return item ? item.above?.id : (this.sheet.items.get(key)?.parentKey ?? undefined);
  }

  private rowsFor(item: Wanted, rows: Row[] | null, prefix: Prefix): Row[] {
    if (!rows) return [this.sheet.made(`${prefix.outer}${prefix.marker}[ ] ${settleWords(item.text)}`, item.id)];
    const was = this.sheet.prefixOf(item.id);
    const column = was.inner.length;
    return rows.map((row, at) => {
      if (at === 0) return { ...row, text: `${prefix.outer}${prefix.marker}${row.text.slice((was.outer + was.marker).length)}` };
      const [blanks = ""] = /^[ \t>]*/.exec(row.text) ?? [];
      return row.text.trim() === "" ? row : { ...row, text: `${prefix.inner}${row.text.slice(Math.min(blanks.length, column))}` };
    });
  }
}

/** New words for an item, on its own line: what ran over further lines becomes one. */
function rewording(original: string, item: ReadItem, text: string): Splice[] {
  const { box, notes, lineEnd, words } = item.place;
  const first: Splice = { from: box.to, to: notes.from, text: ` ${text}` };
  return words.to > lineEnd ? [first, { from: lineEnd, to: words.to, text: "" }] : [first];
}

/** Takes the box away, so that the line is a plain list item. */
function unbox(rows: readonly Row[], item: ReadItem, reading: Reading): void {
  const { box } = item.place;
  const mark = reading.original.slice(box.from, box.to);
  const row = rows.find((one) => one.text.includes(mark));
  if (row) row.text = row.text.replace(new RegExp(`${mark.replace(/[[\]]/g, "\\$&")}[ \\t]?`), "");
}

function lineSpan(text: string, line: number): { from: number; to: number } {
  let from = 0;
  for (let at = 1; at < line; at += 1) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = from;
    const found = end.exec(text);
    from = found ? found.index + found[0].length : text.length;
  }
  const end = /\r\n|\n|\r|$/g;
  end.lastIndex = from;
  return { from, to: end.exec(text)?.index ?? text.length };
}
