import { under } from "@/lib/domain/judge-structure-headings";
import type { Said } from "@/lib/domain/said";
import type { LaunchState } from "@/lib/domain/state";
import { questionOf } from "./questions";
import { readDocument } from "./read";
import { itemsOf } from "./reading";

/** The headings above a group's items, outermost first. */
export function headingsAbove(state: Pick<LaunchState, "section" | "group">, groupId: string): string[] {
  const group = state.group[groupId];
  return group === undefined ? [] : [state.section[group.sectionId]?.title ?? "", ...group.title.split(under)];
}

export interface ReadWords { key: string; said: Said }

/**
 * What an item with these words would be in a document, under these headings (outermost first): read by the very rules of documents.
 * `null` where the words would not come back as one item with just these words: a note, a sign-off line, a comment.
 */
export function readWords(headings: readonly string[], text: string): ReadWords | null {
  const above = headings.filter((heading) => heading !== "").map((heading, at) => `${"#".repeat(Math.min(6, at + 2))} ${heading}\n`);
  const outcome = readDocument(new TextEncoder().encode(["# Checklist\n", ...above, `- [ ] ${text}\n`].join("\n")));
  if (!outcome.ok) return null;
  const [item, ...others] = itemsOf(outcome.reading);
  if (!item || others.length > 0 || item.text !== text || item.work !== "todo" || item.owner !== null || item.due !== null) return null;
  const { conditional, threshold, cadence, window, advisory } = item;
  return { key: item.key, said: { condition: conditional, question: conditional === null ? null : questionOf(conditional, text), threshold, cadence, window, advisory } };
}
