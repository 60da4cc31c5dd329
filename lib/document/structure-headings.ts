import { isRule } from "./limits";
import type { Row, Sheet } from "./outline-rows";
import type { Reading } from "./reading";
import type { OutlineSection } from "./view";

/** The headings of a sheet, and what becomes of them under another outline. */
export class Headings {
  private readonly rows: { section: (Row | undefined)[]; group: (Row | undefined)[] };
  /** The heading under which each wanted group stands. */
  private readonly under = new Map<number, Row | undefined>();

  constructor(private readonly sheet: Sheet, reading: Reading, private readonly outline: readonly OutlineSection[]) {
    const row = (line: number | null) => sheet.rowAt(line);
    this.rows = { section: reading.sections.map((section) => row(section.line)), group: reading.sections.flatMap((section) => section.groups.map((group) => row(group.line))) };
  }

  /** Makes the headings that are new, and takes away those under which nothing is left. */
  put(): void {
    const used = { section: new Set(this.outline.map((one) => one.from)), group: new Set(this.outline.flatMap((one) => one.groups.map((group) => group.from))) };
    for (const kind of ["group", "section"] as const) {
      for (const [at, row] of this.rows[kind].entries()) if (row && !used[kind].has(at)) this.takeHeading(row);
    }
    let last: Row | undefined;
    const depths = { section: this.depthOf(this.rows.section) ?? 2, group: this.depthOf(this.rows.group) ?? Math.min(6, (this.depthOf(this.rows.section) ?? 2) + 1) };
    let groups = 0;
    for (const section of this.outline) {
      const own = section.from === null ? undefined : this.rows.section[section.from];
      const made = section.from === null ? this.makeHeading(this.numberedTitle(section), depths.section, last, depths.section) : undefined;
      last = made ?? own ?? last;
      for (const group of section.groups) {
        const stands = group.from === null ? undefined : this.rows.group[group.from];
        const fresh = group.from === null && group.title !== "" ? this.makeHeading(group.title.split(" › ").at(-1) ?? "", depths.group, last, depths.group) : undefined;
        last = fresh ?? stands ?? last;
        this.under.set(groups, last);
        groups += 1;
      }
    }
  }

  /** As the document's other sections are numbered, if all of them are. */
  private numberedTitle({ title, number }: OutlineSection): string {
    const signs = this.rows.section.map((row) => /^ {0,3}#{1,6}[ \t]+\d+([.)])[ \t]/.exec(row?.text ?? "")?.[1]);
    return number !== undefined && /^\d+$/.test(number) && signs[0] !== undefined && signs.every((sign) => sign === signs[0]) ? `${number}${signs[0]} ${title}` : title;
  }

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
    // Before all others stands behind the document's title and what is said under it.
    const first = last === undefined ? this.rows.section.find((row) => row !== undefined && this.sheet.rows.includes(row)) : undefined;
    let at = first !== undefined ? this.sheet.rows.indexOf(first) : this.sheet.rows.findIndex((row, index) => index > from && row.heading !== null && row.heading <= Math.max(within, last?.heading ?? within));
    if (at < 0) at = this.sheet.rows.length;
    while (at > from + 1 && /^[ \t]*$|^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$/.test(this.sheet.rows[at - 1]?.text ?? "")) at -= 1;
    const heading = { ...this.sheet.made(`${"#".repeat(depth)} ${title.replace(/\s+/g, " ").trim()}`), heading: depth };
    const behind = this.sheet.rows[at];
    this.sheet.put(at, [this.sheet.made(""), heading, ...(behind === undefined || !/^[ \t]*$/.test(behind.text) ? [this.sheet.made("")] : [])]);
    return heading;
  }

  /** Behind a heading and the prose under it, with a blank line between. */
  firstUnder(group: number): number {
    const heading = this.under.get(group);
    const from = heading === undefined ? -1 : this.sheet.rows.indexOf(heading);
    let at = this.sheet.rows.findIndex((row, index) => index > from && row.heading !== null);
    if (at < 0) at = this.sheet.rows.length;
    while (at > from + 1 && /^[ \t]*$|^ {0,3}(?:-[ \t]*){3,}$/.test(this.sheet.rows[at - 1]?.text ?? "")) at -= 1;
    const before = this.sheet.rows[at - 1];
    if (at <= from + 1 && /^[ \t]*$/.test(this.sheet.rows[at]?.text ?? "x")) {
      // What follows the heading's one blank line is apart from what comes in between, too.
      if (this.sheet.rows[at + 1] !== undefined && !/^[ \t]*$/.test(this.sheet.rows[at + 1]?.text ?? "")) this.sheet.put(at + 1, [this.sheet.made("")]);
      return at + 1;
    }
    if (before === undefined || /^[ \t]*$/.test(before.text)) return at;
    this.sheet.put(at, [this.sheet.made("")]);
    return at + 1;
  }
}
