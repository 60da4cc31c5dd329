import { isRule } from "./limits";
import { isBlank, lineRows, textOf, type LineRow } from "./line-rows";
import { lineAt, linesOf } from "./lines";
import { itemsOf, type Reading } from "./reading";
import type { OutlineSection } from "./view";

/** A heading with everything under it, from its first row to its last that says something. */
interface Block { from: number; to: number; depth: number }

/**
 * The text with whole sections and groups in the outline's order, prose and all: `null` where none of them moves. What stands between
 * blocks (blank lines, rules) stays where it is, so that only the lines that move differ. Items are not looked at here.
 */
export function moveBlocks(reading: Reading, outline: readonly OutlineSection[]): { text: string; /** New number of each old line. */ lines: ReadonlyMap<number, number> } | null {
  const rows = lineRows(reading.original);
  const blockOf = blocksIn(reading, rows);
  const groups = reading.sections.flatMap((section, at) => section.groups.map((group) => ({ group, section: at })));
  const sections = outline.flatMap(({ from, groups: own }) => {
    const block = blockOf(from === null ? null : (reading.sections[from]?.line ?? null));
    return from !== null && block ? [{ from, block, groups: own.flatMap((group) => (group.from === null ? [] : [group.from])) }] : [];
  });
  const stays = (of: number, group: number) => groups[group]?.section === of;
  const come = sections.flatMap(({ from, groups: own }) => own.filter((group) => !stays(from, group)));
  if (isAscending(sections.map(({ from }) => from)) && come.length === 0 && sections.every(({ groups: own }) => isAscending(own))) return null;
  const isSection = sections.every((one, at) => sections.every((other, index) => at === index || one.block.to < other.block.from || other.block.to < one.block.from));
  if (!isSection) return null;

  const gone = new Set(come.flatMap((group) => blockRows(blockOf(groups[group]?.group.line ?? null))));
  const inOrder = sections.map(({ from, block, groups: own }) => {
    const kept = outermost(own.filter((group) => stays(from, group)).flatMap((group) => blockOf(groups[group]?.group.line ?? null) ?? []));
    const arranged = inSlots(rows.slice(block.from, block.to + 1), kept.map(({ from: first, to }) => ({ from: first - block.from, to: to - block.from })));
    const left = withoutGone(arranged, rows, gone);
    for (const [at, group] of own.entries()) {
      const moved = blockOf(groups[group]?.group.line ?? null);
      if (stays(from, group) || !moved) continue;
      const beside = [...own.slice(0, at)].reverse().flatMap((one) => blockOf(groups[one]?.group.line ?? null) ?? [])[0];
      const depth = kept[0]?.depth ?? Math.min(6, block.depth + 1);
      putBehind(left, beside ? rows.slice(beside.from, beside.to + 1) : null, deepened(rows.slice(moved.from, moved.to + 1), depth - moved.depth, reading), reading);
    }
    return { block, rows: left };
  });
  const standing = [...inOrder].sort((a, b) => a.block.from - b.block.from);
  const out: LineRow[] = [];
  let at = 0;
  for (const [slot, { block }] of standing.entries()) {
    out.push(...rows.slice(at, block.from), ...(inOrder[slot]?.rows ?? []));
    at = block.to + 1;
  }
  out.push(...rows.slice(at));
  return { text: textOf(out, reading), lines: new Map(out.flatMap((row, index) => (row.line === null ? [] : [[row.line, index + 1] as const]))) };
}

const isAscending = (numbers: readonly number[]): boolean => numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? -1));
const blockRows = (block: Block | null): number[] => (block ? Array.from({ length: block.to - block.from + 1 }, (_, at) => block.from + at) : []);
/** Blocks that lie within no other: what is nested moves along. */
const outermost = (blocks: readonly Block[]): Block[] => blocks.filter((one) => !blocks.some((other) => other !== one && other.from < one.from && one.to <= other.to));

/** Finds a heading's block: up to the next heading that is no deeper, and never past the rule behind its last task. */
function blocksIn(reading: Reading, rows: readonly LineRow[]): (line: number | null) => Block | null {
  const lines = linesOf(reading.original);
  const tasks = [...itemsOf(reading).map(({ place }) => lineAt(lines, Math.max(place.extent.from, place.extent.to - 1)) - 1), ...reading.seats.map((seat) => seat.line - 1)];
  return (line) => {
    const at = reading.headings.findIndex((heading) => heading.line === line);
    const heading = reading.headings[at];
    if (!heading) return null;
    const next = reading.headings.slice(at + 1).find((other) => other.depth <= heading.depth);
    const from = heading.line - 1;
    let to = (next?.line ?? rows.length + 1) - 2;
    const last = Math.max(from, ...tasks.filter((row) => row >= from && row <= to));
    const rule = rows.findIndex((row, index) => index > last && index <= to && isRule(row.text));
    if (rule >= 0) to = rule - 1;
    while (to > from && isBlank(rows[to])) to -= 1;
    return { from, to, depth: heading.depth };
  };
}

/** Puts `blocks` (in the order wanted) into the places that they have among `rows`. */
function inSlots(rows: readonly LineRow[], blocks: readonly { from: number; to: number }[]): LineRow[] {
  const out: LineRow[] = [];
  let at = 0;
  for (const [slot, place] of [...blocks].sort((a, b) => a.from - b.from).entries()) {
    const wanted = blocks[slot];
    out.push(...rows.slice(at, place.from), ...(wanted ? rows.slice(wanted.from, wanted.to + 1) : []));
    at = place.to + 1;
  }
  return [...out, ...rows.slice(at)];
}

/** Without the rows that go elsewhere, and without the blank line that each stretch of them leaves twice. */
function withoutGone(section: readonly LineRow[], rows: readonly LineRow[], gone: ReadonlySet<number>): LineRow[] {
  const goes = new Set([...gone].map((index) => rows[index]));
  const out: LineRow[] = [];
  for (const [at, row] of section.entries()) {
    if (goes.has(row)) continue;
    if (isBlank(row) && goes.has(section[at - 1] ?? row) && isBlank(out.at(-1))) continue;
    out.push(row);
  }
  while (out.length > 1 && isBlank(out.at(-1))) out.pop();
  return out;
}

/** Puts a block behind `beside`, else before the first heading below the section's own, else at its end; a blank line apart. */
function putBehind(section: LineRow[], beside: readonly LineRow[] | null, block: readonly LineRow[], { newline }: Reading): void {
  const blank = (): LineRow => ({ text: "", end: newline, line: null });
  const last = beside?.at(-1);
  const behind = last === undefined ? -1 : section.findLastIndex((row) => row.line === last.line);
  if (behind >= 0) return void section.splice(behind + 1, 0, blank(), ...block);
  const heading = section.findIndex((row, at) => at > 0 && /^ {0,3}#{1,6}[ \t]/.test(row.text));
  if (heading > 0) section.splice(heading, 0, ...block, blank());
  else section.push(blank(), ...block);
}

/** A block's headings set deeper or less deep, as the section it comes to has its groups. */
function deepened(rows: readonly LineRow[], by: number, { headings }: Reading): LineRow[] {
  const depths = new Map(headings.map(({ line, depth }) => [line, depth]));
  return rows.map((row) => {
    const depth = row.line === null ? undefined : depths.get(row.line);
    if (by === 0 || depth === undefined) return row;
    return { ...row, text: row.text.replace(/^( {0,3})#{1,6}/, (_, blanks: string) => `${blanks}${"#".repeat(Math.max(1, Math.min(6, depth + by)))}`) };
  });
}
