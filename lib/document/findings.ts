import { claimFindings } from "./claim-findings";
import { looksLikeTask } from "./limits";
import type { Line } from "./lines";
import { gathered, likeness, roles, sameness } from "./likeness";
import type { Located } from "./locate";
import type { EncodingInfo, Finding, ReadClaim, ReadItem, ReadMeta, ReadSeat } from "./reading";
import { plain } from "./plain";
import { seatClaim } from "./seats";

/** `lines`: those that are read as items, by choice or anyway. */
interface Read { items: ReadItem[]; seats: ReadSeat[]; meta: ReadMeta; claims: readonly ReadClaim[]; encoding: EncodingInfo; doubts: Finding[]; lines: ReadonlySet<number> }

/** Everything a person has to know before importing, in the order of its lines. Nothing here decides anything. */
export function findingsOf(read: Read, text: string, lines: Line[], located: Located): Finding[] {
  return [
    ...encodingFindings(read.encoding), ...claimFindings(read.items, read.meta, read.claims), ...repeatFindings(read.items), ...documentSays(read),
    ...unreadTasks(text, lines, read.lines), ...unclearBoxes(text, lines, located, read.lines), ...read.doubts,
  ].sort((one, other) => one.line - other.line);
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function encodingFindings({ repaired, lost }: EncodingInfo): Finding[] {
  const findings: Finding[] = lost.map(({ line, text }) => ({
    kind: "symbol-lost", line, items: [], message: `A symbol is lost: only "${text}" is left of it, which no longer says what it was.`,
  }));
  const [first] = repaired;
  if (!first) return findings;
  const message = `The text was UTF-8 read with another encoding: ${plural(repaired.length, "symbol was", "symbols were")} repaired for reading ("${first.from}" is "${first.to}"). The file itself stays as it is.`;
  return [{ kind: "encoding-repaired", line: first.line, items: [], message }, ...findings];
}

function repeatFindings(items: ReadItem[]): Finding[] {
  const exact = gathered(items.filter((item) => item.text !== ""), (item) => sameness(item.text));
  const near = gathered([...exact].flatMap(([, [first]]) => first ?? []), (item) => likeness(item.text));
  const findings: Finding[] = [];
  for (const [, same] of exact) {
    const [, second] = same;
    if (second) findings.push(finding("repeat", second.line, same, `"${plain(second.text)}" stands here ${same.length} times (lines ${listed(same)}): link them if one proof is meant for all.`));
  }
  for (const [key, group] of near) {
    const alike = [...gathered(group, (item) => roles(item.text)).values()].flatMap(([first]) => first ?? []);
    const [, second] = alike;
    if (key !== null && second) findings.push(finding("near-repeat", second.line, alike, `${alike.slice(0, 8).map((item) => `"${plain(item.text)}"`).join(", ")} (lines ${listed(alike)}) look like the same thing in other words: link them if they are.`));
  }
  return findings;
}

function finding(kind: Finding["kind"], line: number, items: ReadItem[], message: string): Finding {
  return { kind, line, message, items: items.map((item) => item.key) };
}

function listed(items: ReadItem[]): string {
  const lines = items.slice(0, 8).map((item) => item.line).join(", ");
  return items.length > 8 ? `${lines} and ${items.length - 8} more` : lines;
}

function documentSays({ items, seats }: Read): Finding[] {
  const claims = seats.flatMap((seat): Finding[] => {
    const message = seatClaim(seat);
    return message === null ? [] : [{ kind: "document-says", line: seat.line, message, items: [] }];
  });
  const waivers = items.flatMap((item) => {
    const claims = item.checked ? /\b(?:waived|approved|signed off) by [^.,;()]{2,60}|\b(?:exento|aprobado|firmado) por [^.,;()]{2,60}/iu : /\bwaived by [^.,;()]{2,60}|\bexento por [^.,;()]{2,60}/iu;
    const words = claims.exec(plain(item.text))?.[0];
    if (words === undefined && item.waiver?.state !== "active") return [];
    return [finding("document-says", item.line, [item], `The document says "${words ?? "waived"}"; that is shown, and a waiver arrives as requested at most.`)];
  });
  return [...claims, ...waivers];
}

/** One finding for each run of lines that only look like tasks: in code, in a comment, as HTML. */
function unreadTasks(text: string, lines: Line[], read: ReadonlySet<number>): Finding[] {
  const runs: { first: number; last: number; count: number }[] = [];
  for (const [index, { from, to }] of lines.entries()) {
    const line = index + 1;
    const row = text.slice(from, to);
    if (read.has(line) || !(looksLikeTask(row) || /<input\b[^>]*\btype=["']?checkbox/i.test(row))) continue;
    const run = runs.at(-1);
    if (run && line - run.last <= 10) Object.assign(run, { last: line, count: run.count + 1 });
    else runs.push({ first: line, last: line, count: 1 });
  }
  return runs.map(({ first, count }) => ({
    kind: "task-not-read", line: first, items: [],
    message: `${plural(count, "line looks like a task but stands", "lines look like tasks but stand")} in code, a comment or HTML; not read as ${count === 1 ? "an item" : "items"}.`,
  }));
}

const unclear = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[(~|-|\?|\/|>|<|!|n\/a|)\][ \t]/i;

function unclearBoxes(text: string, lines: Line[], located: Located, read: ReadonlySet<number>): Finding[] {
  const code = located.blocks.filter((block) => block.kind === "code").map((block) => block.span);
  return lines.flatMap(({ from, to }, index): Finding[] => {
    const box = unclear.exec(text.slice(from, to))?.[1];
    if (box === undefined || read.has(index + 1) || code.some((span) => from >= span.from && from < span.to)) return [];
    return [{ kind: "unclear-box", line: index + 1, items: [], message: `"[${box}]" is no box that GitHub knows; the line is not read as an item.` }];
  });
}
