import { settleWords } from "./outline-of";
import type { Prefix, Row, Sheet } from "./outline-rows";
import type { Headings } from "./structure-headings";
import type { OutlineSection } from "./view";
import type { Wanted } from "./wanted";

/** Where the lines of new and moved items go, and how they begin there. */
export class Places {
  private readonly byId: Map<string, Wanted>;

  /** `prefixes`: of all items that the sheet had; those put in are added. */
  constructor(
    private readonly sheet: Sheet, private readonly headings: Headings, private readonly outline: readonly OutlineSection[],
    private readonly wanted: readonly Wanted[], private readonly still: ReadonlySet<string>, private readonly prefixes: Map<string, Prefix>,
  ) {
    this.byId = new Map(wanted.map((item) => [item.id, item]));
  }

  /** Puts one item in: behind what stands before it in its group, before what follows, or first under its heading. */
  put(item: Wanted, at: number, rows: Row[] | null): void {
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
    // Alone under a heading: a moved item keeps the sign it had.
    const marker = this.prefixes.get(item.id)?.marker ?? "- ";
    return { outer, marker, inner: outer + " ".repeat(marker.length), own: true };
  }

  private indexFor(item: Wanted, previous: Wanted | undefined, sibling: Wanted | undefined, follower: Wanted | undefined): number {
    const end = (key: string) => this.sheet.rows.findLastIndex((row) => row.owner === key || this.isWithin(row.owner, key));
    if (sibling) return Math.max(end(sibling.id), previous ? end(previous.id) : -1) + 1;
    if (item.above) return this.sheet.rows.findLastIndex((row) => row.owner === item.above?.id) + 1;
    const first = follower && this.sheet.first.get(follower.id);
    if (first) return this.sheet.rows.indexOf(first);
    return this.headings.firstUnder(this.wantedGroup(item));
  }

  private wantedGroup(item: Wanted): number {
    return this.outline.flatMap((section) => section.groups).indexOf(item.group);
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
