import type { Work, Applicability } from "@/lib/domain/state";
import { conditionalOf, conditionOfHeadings } from "./conditional";
import { dayOf } from "./day";
import { settleState, writeItemNotes } from "./item-notes";
import { settleWords } from "./outline-of";
import type { EvidenceLink } from "./reading";
import { words } from "./words";

/** An item as other formats have it, before it is a line of Markdown. */
export interface PlainItem {
  section: string;
  group: string;
  text: string;
  work: Work;
  reason: string | null;
  applicability: Applicability | null;
  applicabilityReason: string | null;
  owner: string | null;
  due: string | null;
  evidence: EvidenceLink[];
}

/**
 * Items of any other format as a Markdown document. Everything that is imported goes through it and is then read like any
 * document, so there is one reader, one preview and one merge.
 */
export function markdownOf(title: string, items: readonly PlainItem[]): string {
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
    lines.push(lineOf(item));
  }
  return `${lines.join("\n")}\n`;
}

function headingWords(text: string): string {
  return text.replace(/[\s\u0085]+/g, " ").replace(/^#+ /, "").trim();
}

function lineOf(item: PlainItem): string {
  const text = settleWords(item.text);
  const conditional = (conditionalOf(text) ?? conditionOfHeadings([item.section, item.group])) !== null;
  const applicability = item.applicability ?? (conditional && item.work !== "done" ? "undecided" : "applies");
  const state = settleState({
    work: item.work, reason: item.reason, applicability, applicabilityReason: item.applicabilityReason, waiver: null, owner: item.owner,
    due: item.due === null ? null : dayOf(item.due), evidence: item.evidence,
  });
  return `- [${item.work === "done" ? "x" : " "}] ${text}${writeItemNotes(state, conditional, words.en)}`;
}
