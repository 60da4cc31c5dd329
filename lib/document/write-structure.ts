import { movedAmong } from "./merge-places";
import { Sheet, type Prefix, type Row } from "./outline-rows";
import type { ReadItem, Reading } from "./reading";
import { Headings } from "./structure-headings";
import { Places } from "./structure-places";
import { newWords } from "./structure-words";
import { inPlaceOfBox } from "./unbox";
import type { OutlineSection } from "./view";
import { wantedOf, type Wanted } from "./wanted";

/**
 * The text with another structure: items and headings added, moved, reworded and taken out, each touching its own lines
 * only. What is taken out but still holds something stays as a plain list item without its box.
 */
export function writeStructure(reading: Reading, outline: readonly OutlineSection[]): string {
  const wanted = wantedOf(outline);
  const sheet = new Sheet(reading, newWords(reading, outline, wanted));
  const headings = new Headings(sheet, reading, outline);
  const still = stillOf(reading, wanted);
  const { moved, prefixes } = takeOut(sheet, reading, wanted, still);
  headings.put();
  const places = new Places(sheet, headings, outline, wanted, still, prefixes);
  for (const [at, item] of wanted.entries()) if (!still.has(item.id)) places.put(item, at, moved.get(item.id) ?? null);
  return sheet.text();
}

/** As many items as possible stay: same group, same parent, same order. What stands under a moved one moves along. */
function stillOf(reading: Reading, wanted: readonly Wanted[]): Set<string> {
  const flat = reading.sections.flatMap((section) => section.groups);
  const place = new Map(flat.flatMap((group, at) => group.items.map((item) => [item.key, { at, parent: item.parentKey }] as const)));
  const order = flat.flatMap((group) => group.items.map((item) => item.key));
  const same = wanted.filter(({ from, group, above }) => {
    const was = from === null ? undefined : place.get(from);
    return was !== undefined && was.at === group.from && was.parent === (above?.from ?? null);
  });
  const still = new Set<string>();
  const moved = movedAmong(order, same.map((item) => item.id));
  for (const item of same) {
    if (moved.has(item.id) || (item.above !== null && !still.has(item.above.id))) continue;
    still.add(item.id);
  }
  return still;
}

/** The rows of what moves, and how every item's line began. */
interface TakenOut { moved: Map<string, Row[]>; prefixes: Map<string, Prefix> }

/** Takes out what goes or moves. */
function takeOut(sheet: Sheet, reading: Reading, wanted: readonly Wanted[], still: ReadonlySet<string>): TakenOut {
  const moved = new Map<string, Row[]>();
  const prefixes = new Map<string, Prefix>();
  const kept = new Set(wanted.flatMap((item) => item.from ?? []));
  const parents = new Set([...sheet.items.values()].filter((item) => still.has(item.key)).flatMap((item) => item.parentKey ?? []));
  const own = sheet.rowsByOwner();
  const gone: Row[] = [];
  for (const item of sheet.items.values()) {
    prefixes.set(item.key, sheet.prefixOf(item.key));
    if (still.has(item.key)) continue;
    const rows = own.get(item.key) ?? [];
    const first = sheet.first.get(item.key);
    const heading = first !== undefined && sheet.forms.kindOf(item) === "headings" ? first : null;
    const prose = heading && sheet.proseUnder(heading);
    // What stands under a heading goes where that goes; where it is no item any more, what stands there keeps it.
    const stays = prose !== null && (prose.length > 0 || hasMore(sheet, first)) && !kept.has(item.key);
    const whole = prefixes.get(item.key)?.own === true && !parents.has(item.key) && first !== undefined && rows[0] === first && !stays;
    if (prose && kept.has(item.key)) rows.push(...prose);
    if (kept.has(item.key)) moved.set(item.key, whole ? rows : rows.slice(0, 1).map((row) => sheet.made(row.text, item.key)));
    if (whole) gone.push(...rows);
    else unbox(rows, item, reading);
  }
  sheet.take(gone);
  return { moved, prefixes };
}

/** Whether items stand right under a heading. */
function hasMore(sheet: Sheet, heading: Row | undefined): boolean {
  const from = heading === undefined ? -1 : sheet.rows.indexOf(heading);
  const next = sheet.rows.slice(from + 1).find((row) => row.owner !== null || row.heading !== null);
  return next !== undefined && next.heading === null;
}

/** Takes the box away, so that the line is a plain list item. */
function unbox(rows: readonly Row[], item: ReadItem, reading: Reading): void {
  const { box } = item.place;
  const mark = reading.original.slice(box.from, box.to);
  const row = rows.find((one) => one.text.includes(mark));
  if (!row) return;
  const at = row.text.indexOf(mark);
  const behind = row.text.slice(at + mark.length);
  const { text, blanks } = inPlaceOfBox(item.place, behind);
  row.text = row.text.slice(0, at) + text + behind.slice(blanks);
}
