import { settleWords } from "./outline-of";
import { innerOf, type Prefix, type Row, type Sheet } from "./outline-rows";
import type { Headings } from "./structure-headings";
import type { ReadItem } from "./reading";
import type { OutlineSection } from "./view";
import type { Wanted } from "./wanted";

/** Where the lines of new and moved items go, and how they begin there. */
export class Places {
  private readonly byId: Map<string, Wanted>;
  /** The item before each in its place, and the next one that stays there. */
  private readonly siblings = new Map<string, Wanted>();
  private readonly followers = new Map<string, Wanted>();
  private readonly groupAt = new Map<Wanted["group"], number>();
  /** The last row of an item by itself, and with all that is nested in it. */
  private readonly lastOwn = new Map<string, Row>();
  private readonly lastWithin = new Map<string, Row>();
  /** Whether a list counts 1, 1, 1. */
  private readonly allOne = new Map<string, boolean>();
  /** Beside which item of the document one was put that is in the document's forms no task. */
  private readonly models = new Map<string, ReadItem>();

  /** `prefixes`: of all items that the sheet had; those put in are added. */
  constructor(
    private readonly sheet: Sheet, private readonly headings: Headings, private readonly outline: readonly OutlineSection[],
    private readonly wanted: readonly Wanted[], private readonly still: ReadonlySet<string>, private readonly prefixes: Map<string, Prefix>,
  ) {
    this.byId = new Map(wanted.map((item) => [item.id, item]));
    const last = new Map<string, Wanted>();
    for (const item of wanted) {
      const place = this.placeOf(item);
      const before = last.get(place);
      if (before) this.siblings.set(item.id, before);
      last.set(place, item);
    }
    const next = new Map<string, Wanted>();
    for (const item of [...wanted].reverse()) {
      const place = this.placeOf(item);
      const after = next.get(place);
      if (after) this.followers.set(item.id, after);
      if (still.has(item.id)) next.set(place, item);
    }
    for (const row of sheet.rows) this.ends(row);
  }

  /** In which group and under which item: what is alike in this stands beside each other. */
  private placeOf({ group, above }: Wanted): string {
    let at = this.groupAt.get(group);
    if (at === undefined) this.groupAt.set(group, (at = this.groupAt.size));
    return `${at} ${above?.id ?? ""}`;
  }

  /** Notes that an item's own rows, and all that is nested in those above it, end with this row, unless they end later. */
  private ends(row: Row, index = -1): void {
    if (row.owner === null) return;
    const later = (of: Map<string, Row>, key: string) => {
      const known = index < 0 ? undefined : of.get(key);
      if (known === undefined || this.sheet.rows.indexOf(known) < index) of.set(key, row);
    };
    later(this.lastOwn, row.owner);
    for (let key: string | undefined = row.owner; key !== undefined; key = this.parentOf(key)) later(this.lastWithin, key);
  }

  /** Puts one item in: behind what stands before it in its group, before what follows, or first under its heading. */
  put(item: Wanted, at: number, rows: Row[] | null): void {
    const before = this.wanted[at - 1];
    const previous = before?.group === item.group ? before : undefined;
    const [sibling, follower] = [this.siblings.get(item.id), this.followers.get(item.id)];
    const prefix = this.prefixFor(item, sibling, follower);
    this.prefixes.set(item.id, prefix);
    const model = this.modelOf((sibling ?? follower)?.id);
    if (model) this.models.set(item.id, model);
    const made = this.rowsFor(item, rows, prefix, model);
    const heads = model !== null && this.sheet.forms.kindOf(model) === "headings";
    const index = heads && sibling ? this.endOfHeading(sibling.id) : this.indexFor(item, previous, sibling, follower);
    const rowsIn = heads ? this.asHeading(made, model, index) : made;
    this.sheet.put(index, rowsIn);
    for (const [step, row] of rowsIn.entries()) this.ends(row, index + step);
  }

  /** In whose form an item stands: its own, or that of what it was put beside. `null` = as a task. */
  private modelOf(id: string | undefined): ReadItem | null {
    const item = id === undefined ? undefined : (this.models.get(id) ?? (this.still.has(id) ? this.sheet.items.get(id) : undefined));
    return item?.place.marks ? item : null;
  }

  /** Behind a heading that is an item and what stands under it. */
  private endOfHeading(id: string): number {
    const from = this.sheet.rows.findIndex((row) => row.owner === id);
    let at = this.sheet.rows.findIndex((row, index) => index > from && row.heading !== null);
    if (at < 0) at = this.sheet.rows.length;
    while (at > from + 1 && /^[ \t]*$|^ {0,3}(?:-[ \t]*){3,}$/.test(this.sheet.rows[at - 1]?.text ?? "")) at -= 1;
    return at;
  }

  private asHeading(rows: Row[], model: ReadItem, index: number): Row[] {
    const [first] = rows;
    if (first) first.heading = this.sheet.first.get(model.key)?.heading ?? 3;
    const blank = (row: Row | undefined) => row === undefined || /^[ \t]*$/.test(row.text);
    return [...(blank(this.sheet.rows[index - 1]) ? [] : [this.sheet.made("")]), ...rows, ...(blank(this.sheet.rows[index]) ? [] : [this.sheet.made("")])];
  }

  private prefixFor(item: Wanted, sibling: Wanted | undefined, follower: Wanted | undefined): Prefix {
    const like = this.prefixes.get((sibling ?? follower)?.id ?? "");
    if (like) {
      const marker = sibling ? like.marker.replace(/^\d+/, (number) => String(Number(number) + this.stepOf(item))) : like.marker;
      // From 9 to 10 the words stand one further in, and what is nested with them.
      return { ...like, own: true, marker, inner: marker.length > like.marker.length ? innerOf(like.outer, marker) : like.inner };
    }
    const above = item.above === null ? undefined : this.prefixes.get(item.above.id);
    const outer = above?.inner ?? "";
    // Alone under a heading: a moved item keeps the sign it had.
    const marker = this.prefixes.get(item.id)?.marker ?? "- ";
    return { outer, marker, inner: innerOf(outer, marker), own: true };
  }

  /** The rows of an item in the form of its new home; `null` where that has no place for all that they say. */
  private converted(item: Wanted, own: ReadItem, rows: readonly Row[], prefix: Prefix, model: ReadItem | null): Row[] | null {
    const { forms } = this.sheet;
    const words = settleWords(item.text) === settleWords(own.text) ? forms.wordsOf(own) : settleWords(item.text);
    const line = forms.lineLike(model, words, prefix.outer + prefix.marker, own);
    const rest = this.restOf(own, rows);
    if (!line || (rest.length > 0 && model !== null)) return null;
    const was = this.sheet.prefixOf(own.key);
    const isHeading = forms.kindOf(own) === "headings";
    return [
      this.sheet.made(line.text, item.id),
      ...line.under.map((text) => this.sheet.made(prefix.inner + text, item.id)),
      ...(isHeading && rest.length > 0 && rest[0]?.text.trim() !== "" ? [this.sheet.made("", item.id)] : []),
      ...rest.map((row) => ({ ...row, owner: row.owner ?? item.id, text: row.text.trim() === "" ? row.text : prefix.inner + (isHeading ? row.text : row.text.slice(Math.min(/^[ \t>]*/.exec(row.text)?.[0].length ?? 0, was.inner.length))) })),
    ];
  }

  /** The rows of an item behind those that its words stand on. */
  private restOf(own: ReadItem, rows: readonly Row[]): Row[] {
    const [first] = rows;
    const over = first === undefined || first !== this.sheet.first.get(own.key) ? 1 : this.sheet.linesOfWords(own);
    return rows.slice(over);
  }

  /** A list that is numbered 1, 1, 1 goes on so. */
  private stepOf(item: Wanted): number {
    const place = this.placeOf(item);
    let same = this.allOne.get(place);
    if (same === undefined) {
      const numbers = this.wanted.filter((one) => this.sheet.items.has(one.id) && this.placeOf(one) === place).flatMap(({ id }) => /^\d+/.exec(this.sheet.prefixOf(id).marker)?.[0] ?? []);
      this.allOne.set(place, (same = numbers.length > 1 && new Set(numbers).size === 1));
    }
    return same ? 0 : 1;
  }

  private indexFor(item: Wanted, previous: Wanted | undefined, sibling: Wanted | undefined, follower: Wanted | undefined): number {
    const at = (row: Row | undefined) => (row === undefined ? -1 : this.sheet.rows.indexOf(row));
    const end = (key: string) => at(this.lastWithin.get(key));
    if (sibling) return Math.max(end(sibling.id), previous ? end(previous.id) : -1) + 1;
    if (item.above) return at(this.lastOwn.get(item.above.id)) + 1;
    const first = follower && this.sheet.first.get(follower.id);
    if (first) return this.sheet.rows.indexOf(first);
    return this.headings.firstUnder(this.wantedGroup(item));
  }

  private wantedGroup(item: Wanted): number {
    return this.outline.flatMap((section) => section.groups).indexOf(item.group);
  }

  private parentOf(key: string): string | undefined {
    const item = this.byId.get(key);
    return item ? item.above?.id : (this.sheet.items.get(key)?.parentKey ?? undefined);
  }

  private rowsFor(item: Wanted, rows: Row[] | null, prefix: Prefix, model: ReadItem | null): Row[] {
    const own = this.sheet.items.get(item.id);
    if (!rows || !own) return [this.sheet.made(this.sheet.forms.lineLike(model, settleWords(item.text), prefix.outer + prefix.marker, null)?.text ?? "", item.id)];
    if (!this.sheet.forms.isSameHome(own, model)) return this.converted(item, own, rows, prefix, model) ?? rows;
    const was = this.sheet.prefixOf(item.id);
    const column = was.inner.length;
    return rows.map((row, at) => {
      if (at === 0) return { ...row, text: `${prefix.outer}${prefix.marker}${row.text.slice((was.outer + was.marker).length)}` };
      const [blanks = ""] = /^[ \t>]*/.exec(row.text) ?? [];
      return row.text.trim() === "" ? row : { ...row, text: `${prefix.inner}${row.text.slice(Math.min(blanks.length, column))}` };
    });
  }
}
