import type { Applicability, Day, Work } from "@/lib/domain/state";
import { advisoryOf } from "./advisory";
import { conditionalOf, conditionOfHeadings } from "./conditional";
import { dayOf } from "./day";
import { settleState, writeItemNotes } from "./item-notes";
import { escapeNote, settle } from "./note-text";
import { settleWords } from "./outline-of";
import type { ClaimedWaiver, EvidenceLink, Reading, ReadNote, ReadSeat } from "./reading";
import { words } from "./words";

/** An item as other formats have it, before it is a line of Markdown. */
export interface PlainItem {
  section: string;
  group: string;
  text: string;
  /** How deep it stands under the items before it; 0 = under none. */
  depth: number;
  required: boolean;
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
    section: "", group: "", depth: 0, required: true, work: "todo", reason: null, applicability: null, applicabilityReason: null, waiver: null,
    owner: null, due: null, evidence: [], remarks: [], ...item,
  };
}

/**
 * Items of any other format as a Markdown document. Everything that is imported goes through it and is then read like any
 * document, so there is one reader, one preview and one merge.
 */
export function markdownOf(title: string, items: readonly PlainItem[], rest: PlainRest = nothingElse): string {
  const lines = [`# ${headingWords(title) || "Checklist"}`];
  let [section, group] = ["", ""];
  for (const item of items) {
    const [own, under] = [headingWords(item.section), headingWords(item.group)];
    if (own !== section) {
      lines.push("", `## ${own || "Items"}`, "");
      [section, group] = [own, ""];
    } else if (lines.length === 1) lines.push("");
    if (under !== group) {
      // Items directly under the section would read as the group above them.
      lines.push(...(lines.at(-1) === "" ? [] : [""]), `### ${under || "Other"}`, "");
      group = under;
    }
    lines.push(...linesOf(item, [own, under]));
  }
  return `${[...lines, ...restLines(rest)].join("\n")}\n`;
}

function headingWords(text: string): string {
  return text.replace(/[\s\u0085]+/g, " ").replace(/^#+ /, "").trim();
}

/** What makes an item advisory where its own words do not say so. */
export const advisoryMark = "(nice to have)";

function linesOf(item: PlainItem, headings: readonly string[]): string[] {
  const words = settleWords(item.text);
  const text = item.required || advisoryOf(words, headings) !== null ? words : `${words} ${advisoryMark}`;
  const indent = "  ".repeat(item.depth);
  const remarks = item.remarks.flatMap(({ name, text: said }) => {
    const settled = settle(said);
    return settled === null ? [] : [`${indent}  - ${escapeNote(headingWords(name))}: ${escapeNote(settled)}`];
  });
  return [`${indent}- [${item.work === "done" ? "x" : " "}] ${text}${notesOf(item, text, headings)}`, ...remarks];
}

function notesOf(item: PlainItem, text: string, headings: readonly string[]): string {
  const conditional = (conditionalOf(text) ?? conditionOfHeadings(headings)) !== null;
  const applicability = item.applicability ?? (conditional && item.work !== "done" ? "undecided" : "applies");
  const state = settleState({
    work: item.work, reason: item.reason, applicability, applicabilityReason: item.applicabilityReason, waiver: item.waiver, owner: item.owner,
    due: item.due === null ? null : dayOf(item.due), evidence: item.evidence,
  });
  return writeItemNotes(state, conditional, words.en);
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
