import type { Applicability, Day, Threshold, Window, Work } from "@/lib/domain/state";
import { advisoryOf } from "./advisory";
import { conditionalOf, conditionOfHeadings } from "./conditional";
import { dayOf } from "./day";
import { itemWindowOf } from "./item-window";
import { settleState, writeItemNotes } from "./item-notes";
import { escapeNote, settle } from "./note-text";
import { reasonBesideWords } from "./held";
import type { Heading } from "./outline";
import { settleWords } from "./outline-of";
import type { ClaimedWaiver, EvidenceLink, Held, Reading, ReadNote, ReadSeat } from "./reading";
import { thresholdOf } from "./threshold";
import { headingWindows, windowUnder } from "./window";
import { words } from "./words";

/** An item as other formats have it, before it is a line of Markdown. */
export interface PlainItem {
  section: string;
  group: string;
  text: string;
  /** How deep it stands under the items before it; 0 = under none. */
  depth: number;
  required: boolean;
  requiredReason: string | null;
  /** `null` = as its words and place say. */
  window: Window | null;
  threshold: Threshold | null;
  work: Work;
  reason: string | null;
  applicability: Applicability | null;
  applicabilityReason: string | null;
  waiver: ClaimedWaiver | null;
  owner: string | null;
  due: Day | null;
  evidence: EvidenceLink[];
  /** What is said of it besides, each with a name: kept in the text under the item, never read as a state. */
  remarks: { name: string; text: string }[];
}

/** What a document says besides its items. Formats that cannot say it leave it out. */
export interface PlainRest {
  seats: readonly Pick<ReadSeat, "team" | "role" | "name" | "date">[];
  notes: readonly Pick<ReadNote, "kind" | "text">[];
  goLive: Day | null;
  nextReview: Day | null;
}
/** The rest of a document that was read, for a newer one of a format that cannot say it. */
export function restOf({ seats, notes, meta }: Pick<Reading, "seats" | "notes" | "meta">): PlainRest {
  return { seats, notes, goLive: meta.targetGoLive, nextReview: meta.nextReview };
}
export const nothingElse: PlainRest = { seats: [], notes: [], goLive: null, nextReview: null };

export function plainItem(item: Pick<PlainItem, "text"> & Partial<PlainItem>): PlainItem {
  return {
    section: "", group: "", depth: 0, required: true, requiredReason: null, window: null, threshold: null, work: "todo", reason: null, applicability: null, applicabilityReason: null, waiver: null,
    owner: null, due: null, evidence: [], remarks: [], ...item,
  };
}

/**
 * Items of any other format as a Markdown document. Everything that is imported goes through it and is then read like any
 * document, so there is one reader, one preview and one merge.
 */
export function markdownOf(title: string, items: readonly PlainItem[], rest: PlainRest = nothingElse): string {
  const heading = `# ${headingWords(title) || "Checklist"}`;
  const placed = underHeadings(items);
  const windows = headingWindows([{ line: -1, depth: 1, words: headingWords(title) }, ...placed.flatMap(({ opens }) => opens)]);
  const lines = [heading];
  for (const { item, opens, above } of placed) {
    if (opens.length === 0 && lines.length === 1) lines.push("");
    for (const { depth, words: named } of opens) lines.push(...(lines.at(-1) === "" ? [] : [""]), `${"#".repeat(depth)} ${named}`, "");
    lines.push(...linesOf(item, [headingWords(item.section), headingWords(item.group)], windowUnder(above, windows)));
  }
  return `${[...lines, ...restLines(rest)].join("\n")}\n`;
}

interface UnderHeadings { item: PlainItem; /** Headings that begin right before it. */ opens: Heading[]; above: Heading[] }

/** Items with the headings they stand under; `line` only tells these apart. */
function underHeadings(items: readonly PlainItem[]): UnderHeadings[] {
  let [section, group] = ["", ""];
  let above: Heading[] = [];
  return items.map((item, line) => {
    const [own, under] = [headingWords(item.section), headingWords(item.group)];
    const opens: Heading[] = [];
    if (own !== section) {
      above = [{ line: line * 2, depth: 2, words: own || "Items" }];
      opens.push(...above);
      [section, group] = [own, ""];
    }
    if (under !== group) {
      // Items directly under the section would read as the group above them.
      const next = { line: line * 2 + 1, depth: 3, words: under || "Other" };
      above = [...above.filter(({ depth }) => depth < 3), next];
      opens.push(next);
      group = under;
    }
    return { item, opens, above };
  });
}

function headingWords(text: string): string {
  return text.replace(/[\s\u0085]+/g, " ").replace(/^#+ /, "").trim();
}

function linesOf(item: PlainItem, headings: readonly string[], windowHere: Window): string[] {
  const text = settleWords(item.text);
  const indent = "  ".repeat(item.depth);
  const remarks = item.remarks.flatMap(({ name, text: said }) => {
    const settled = settle(said);
    return settled === null ? [] : [`${indent}  - ${escapeNote(headingWords(name))}: ${escapeNote(settled)}`];
  });
  return [`${indent}- [${item.work === "done" ? "x" : " "}] ${text}${notesOf(item, text, headings, windowHere)}`, ...remarks];
}

function notesOf(item: PlainItem, text: string, headings: readonly string[], windowHere: Window): string {
  const conditional = (conditionalOf(text) ?? conditionOfHeadings(headings)) !== null;
  const applicability = item.applicability ?? (conditional && item.work !== "done" ? "undecided" : "applies");
  const own: Held = { required: advisoryOf(text, headings) === null, requiredReason: null, window: itemWindowOf(text) ?? windowHere, threshold: thresholdOf(text) };
  // Why something is required is no news where nothing says otherwise.
  const held: Held = { required: item.required, requiredReason: item.required && own.required ? null : reasonBesideWords(item.requiredReason), window: item.window ?? own.window, threshold: item.threshold ?? own.threshold };
  const state = settleState({
    work: item.work, reason: item.reason, applicability, applicabilityReason: item.applicabilityReason, waiver: item.waiver, owner: item.owner,
    due: item.due === null ? null : dayOf(item.due), evidence: item.evidence, held,
  }, { text, own });
  return writeItemNotes(state, conditional, words.en, undefined, { text, own });
}

/** Seats, notes and dates, each in the shape in which a document has them. */
function restLines({ seats, notes, goLive, nextReview }: PlainRest): string[] {
  const lines: string[] = [];
  let team: string | null = null;
  if (seats.length > 0) lines.push("", "## Sign-Off");
  for (const seat of seats) {
    if (seat.team !== team) lines.push("", ...(headingWords(seat.team) === "" ? [] : [`### ${headingWords(seat.team)}`, ""]));
    team = seat.team;
    const [name, date] = [seat.name, seat.date].map((said) => settle(said)?.replace(/\s+/g, " "));
    lines.push(`- [ ] ${settleWords(seat.role)}: ${name ? escapeNote(name) : "__________________"} Date: ${date ? escapeNote(date) : "__________"}`);
  }
  if (notes.length > 0) lines.push("", `## ${words.en.notes}`, "", "```", ...notes.flatMap(noteLines), "```");
  if (goLive !== null || nextReview !== null) lines.push("", "---", "");
  if (goLive !== null) lines.push(`**Target Go-Live**: ${goLive}`, ...(nextReview === null ? [] : [""]));
  if (nextReview !== null) lines.push(`**Next Review**: ${nextReview}`);
  return lines;
}

function noteLines({ kind, text }: Pick<ReadNote, "kind" | "text">): string[] {
  const said = settle(text.replace(/`{3,}|~{3,}/g, (run) => [...run].join("\u200b")));
  return said === null ? [] : `${words.en.note[kind ?? "consideration"]}: ${said}`.split("\n").map((line, at) => (at === 0 ? line : `  ${line}`));
}
