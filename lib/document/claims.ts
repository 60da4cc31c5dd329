import { amountsIn, type Amount } from "./amounts";
import { columnForm, isLabel, otherShare, overall } from "./claim-labels";
import { drawnIn } from "./claims-drawn";
import { linesInTasks, linesWithin } from "./choices";
import { countBefore, endsOf } from "./extents";
import type { Line } from "./lines";
import type { Located, LocatedBlock } from "./locate";
import type { Heading } from "./outline";
import { numbered, plain, undecorated } from "./plain";
import type { ReadClaim, Span } from "./reading";
import { gathered, sameness } from "./likeness";
import { pieces } from "./pieces";
import { cellsOf, rowsOf } from "./tables";

interface From { text: string; lines: Line[]; located: Located; headings: readonly Heading[]; mended: (words: string) => string }

/** The lines a heading stands over, and the tasks among them. */
interface Extent { first: number; last: number; tasks: number; leaves: number; checked: number }

/**
 * Everything a document says of how much of it is done, besides its boxes: "Overall: 90 %", "Progress: 12/40", a figure in a heading,
 * in a table's row, in a badge; of all of it, or of what stands under one heading. Reported where the boxes say otherwise, and
 * written anew with the footer.
 */
export function claimsIn(from: From): ReadClaim[] {
  const { text, lines, located } = from;
  const within = linesInTasks(located, lines);
  const finder = new Finder(from);
  const claims: ReadClaim[] = finder.inHeadings();
  for (const block of located.blocks) {
    if (block.kind === "code") continue;
    const rows = linesWithin(lines, block.span).filter((line) => !within.has(line)).map((line) => ({ ...(lines[line - 1] ?? block.span), line }));
    claims.push(...rows.flatMap((row) => drawnIn(text, row)));
    if (block.kind === "table") claims.push(...finder.inTable(rows));
    if (block.kind === "paragraph" || block.kind === "quote" || block.kind === "list") claims.push(...rows.flatMap((row) => finder.inLine(row, block.kind)));
  }
  return settled(claims).sort((one, other) => one.value.from - other.value.from);
}

/** A heading's words without what they claim, so that its name stays when the figure changes. */
export function withoutClaims(headings: readonly Heading[], claims: readonly ReadClaim[], text: string, lines: Line[], mended: (words: string) => string): Heading[] {
  const byLine = gathered(claims.filter(({ inHeading }) => inHeading), ({ line }) => line);
  return headings.map((heading) => {
    const own = byLine.get(heading.line) ?? [];
    const at = lines[heading.line - 1];
    const [first, last] = [own[0]?.value.from, own.at(-1)?.value.to];
    if (!at || first === undefined || last === undefined) return heading;
    const [before, after] = [text.slice(at.from, first), text.slice(last, at.to)];
    const words = `${before.replace(/^[ \t]*#{1,6}[ \t]*/, "").replace(/[\s([{:|·•*_–—-]+$/u, "")}${after.replace(/^[^\p{L}\p{N}]*(?:complete|completed|done|ready|completad[oa]s?|hech[oa]s?|list[oa]s?|items?|tasks?|checks?)?[^\p{L}\p{N}]*$/iu, "")}`;
    return { ...heading, words: mended(words).trim() };
  });
}

class Finder {
  private readonly all: Extent;
  /** By a heading's title, the lines it stands over. */
  private readonly titled = new Map<string, Extent>();
  private readonly extents: { heading: Heading; extent: Extent }[];
  /** How many of the first tasks are leaves, and ticked. */
  private readonly sums: { leaves: number; checked: number }[] = [{ leaves: 0, checked: 0 }];

  constructor(private readonly from: From) {
    const { tasks } = from.located;
    const parents = new Set(tasks.map(({ parent }) => parent));
    for (const [at, { checked }] of tasks.entries()) {
      const { leaves, checked: ticked } = this.sums[at] ?? { leaves: 0, checked: 0 };
      this.sums.push({ leaves: leaves + Number(!parents.has(at)), checked: ticked + Number(checked) });
    }
    const ends = endsOf(from.headings, from.lines.length);
    this.all = this.extentOf(1, from.lines.length + 1);
    this.extents = from.headings.map((heading, at) => ({ heading, extent: this.extentOf(heading.line, ends[at] ?? from.lines.length + 1) }));
    const named = withoutClaims(from.headings, this.inHeadings(), from.text, from.lines, from.mended);
    for (const [at, { extent }] of this.extents.entries()) {
      const title = sameness(numbered(named[at]?.words ?? "").title);
      if (extent.tasks > 0 && title !== "" && !this.titled.has(title)) this.titled.set(title, extent);
    }
  }

  private extentOf(first: number, end: number): Extent {
    const { tasks } = this.from.located;
    const [from, to] = [countBefore(tasks, first), countBefore(tasks, end)];
    const sum = (of: "leaves" | "checked") => (this.sums[to]?.[of] ?? 0) - (this.sums[from]?.[of] ?? 0);
    return { first, last: end - 1, tasks: to - from, leaves: sum("leaves"), checked: sum("checked") };
  }

  inHeadings(): ReadClaim[] {
    const { text, lines, mended } = this.from;
    return this.extents.flatMap(({ heading, extent }): ReadClaim[] => {
      const line = lines[heading.line - 1];
      if (!line) return [];
      const row = { ...line, line: heading.line };
      const part = this.partOf(extent);
      const [piece] = pieces(text, row, /^[ \t]*#{0,6}[ \t]*/);
      if (piece && isLabel(mended(piece.label))) {
        const found = amountsIn(text.slice(piece.from, piece.to));
        if (found) return claimsOf(found.amounts, piece.from, row.line, { part: overall.test(piece.label) ? null : part, said: false, whole: null, inHeading: true });
      }
      const raw = text.slice(line.from, line.to).replace(/[ \t]+#+[ \t]*$/, "");
      const ending = /^(?<title>.*?\S)(?<gap>[ \t]*[([]|[ \t]+[–—|·-][ \t]+|:[ \t]+)(?<value>[^()[\]–—]*?)[)\]]?[^\p{L}\p{N}%)\]]*$/du.exec(raw);
      const at = ending?.indices?.groups?.value;
      if (!ending?.groups || !at) return [];
      const found = amountsIn(raw.slice(...at));
      const isTitle = part === null && heading === this.from.headings[0];
      if (!found || !(found.said || found.amounts.every((amount) => isTitle ? !otherShare.test(raw) : isTrueOf(amount, extent)))) return [];
      return claimsOf(found.amounts, line.from + at[0], row.line, { part, said: found.said, whole: null, inHeading: true });
    });
  }

  /** A row or a column of a table that is named as all there is, or as a heading. */
  inTable(rows: readonly (Span & { line: number })[]): ReadClaim[] {
    const { text, mended } = this.from;
    const { head = [], body = [] } = rowsOf(text, rows) ?? {};
    const name = (words: string | undefined) => undecorated(plain(mended(words ?? ""))).replace(/\s*[:：]$/, "").trim();
    return rows.flatMap((row) => {
      const cells = cellsOf(text, row);
      const labelled = cells.slice(0, 2).map(({ text: words }) => name(words)).find((words) => this.aboutOf(words) !== undefined);
      return cells.flatMap((cell, at): ReadClaim[] => {
        const column = name(head[at]?.text);
        // Over several rows a column's name says nothing of all there is.
        const about = this.aboutOf(labelled ?? (body.length === 1 ? column : ""));
        if (about === undefined || (labelled !== undefined && name(cell.text) === labelled)) return [];
        const found = amountsIn(cell.text);
        if (found) return claimsOf(found.amounts, cell.from, row.line, { part: about, said: false, whole: cells.length === 2 && about === null ? cell : null, inHeading: false });
        const form = labelled !== undefined && /^\d{1,4}$/.test(cell.text) ? columnForm(column) : null;
        return form === null ? [] : [{ line: row.line, value: { from: cell.from, to: cell.to }, form, percent: null, done: form === "done" ? Number(cell.text) : null, of: form === "of" ? Number(cell.text) : null, part: about, said: false, inHeading: false }];
      });
    });
  }

  /** `null`: all there is; `undefined`: a name of anything else. */
  private aboutOf(name: string): Span | null | undefined {
    if (isLabel(name)) return null;
    const extent = this.titled.get(sameness(numbered(name).title));
    return extent === undefined ? undefined : this.partOf(extent);
  }

  inLine(row: Span & { line: number }, kind: LocatedBlock["kind"]): ReadClaim[] {
    const { text, located, mended } = this.from;
    const [first, last] = [located.tasks[0]?.line ?? Infinity, located.tasks.at(-1)?.line ?? 0];
    const labelled = pieces(text, row).flatMap((piece): ReadClaim[] => {
      const label = mended(piece.label);
      // Among the items, a bullet speaks of them, unless it says "overall".
      if (!isLabel(label) || (kind !== "paragraph" && row.line >= first && row.line <= last && !overall.test(label))) return [];
      const found = amountsIn(text.slice(piece.from, piece.to));
      const [amount] = found?.amounts ?? [];
      if (!found || !amount) return [];
      const part = overall.test(label) || amount.of === this.all.tasks || amount.of === this.all.leaves ? null : this.partAt(row.line);
      return claimsOf(found.amounts, piece.from, row.line, { part, said: part !== null, whole: part === null ? piece : null, inHeading: false });
    });
    if (labelled.length > 0 || kind === "list") return labelled;
    const lead = /^[ \t>]*/.exec(text.slice(row.from, row.to))?.[0].length ?? 0;
    const found = amountsIn(text.slice(row.from + lead, row.to));
    if (!found?.said) return [];
    return claimsOf(found.amounts, row.from + lead, row.line, { part: found.amounts.some(({ of }) => of === this.all.tasks || of === this.all.leaves) ? null : this.partAt(row.line), said: true, whole: null, inHeading: false });
  }

  /** Of what a line speaks that stands under a heading: of its items, unless there are none, or all items stand before the line. */
  private partAt(line: number): Span | null {
    if (line > (this.from.located.tasks.at(-1)?.line ?? 0)) return null;
    const innermost = this.extents[countBefore(this.from.headings, line + 1) - 1];
    return innermost ? this.partOf(innermost.extent) : null;
  }

  private partOf({ first, last, tasks }: Extent): Span | null {
    return tasks === 0 || tasks === this.all.tasks ? null : { from: first, to: last + 1 };
  }
}

function isTrueOf({ percent, done, of }: Amount, extent: Extent): boolean {
  if (done !== null) return of === extent.tasks || of === extent.leaves;
  const share = (100 * extent.checked) / Math.max(1, extent.tasks);
  return percent !== null && extent.checked > 0 && percent >= Math.floor(share) && percent <= Math.ceil(share);
}

interface About { part: Span | null; said: boolean; whole: Span | null; inHeading: boolean }

/** One claim for each amount; one for the whole value where our own words take its place. */
function claimsOf(amounts: readonly Amount[], at: number, line: number, { part, said, whole, inHeading }: About): ReadClaim[] {
  const [first] = amounts;
  if (!first) return [];
  const given = (field: "percent" | "done" | "of") => amounts.map((amount) => amount[field]).find((value) => value !== null) ?? null;
  const all = { percent: given("percent"), done: given("done"), of: given("of") };
  if (whole !== null) return [{ line, value: { from: whole.from, to: whole.to }, form: "words", ...all, part, said, inHeading }];
  return amounts.map(({ from, to, form }) => ({ line, value: { from: at + from, to: at + to }, form, ...all, part, said, inHeading }));
}

/** Of claims in one place the first found counts. */
function settled(claims: readonly ReadClaim[]): ReadClaim[] {
  const byLine = gathered([...claims], ({ line }) => line);
  return [...byLine.values()].flatMap((own) => own.filter((claim, at) => !own.slice(0, at).some((other) => other.value.from < claim.value.to && claim.value.from < other.value.to)));
}
