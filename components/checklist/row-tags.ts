import type { RowView } from "@/lib/domain/row";
import type { Day } from "@/lib/domain/state";
import type { Tone } from "../ui/mark";
import { count, fill } from "../fill";
import { dayIn, daysBetween } from "../item/day-words";
import type { Surroundings } from "../item/surroundings";
import type { ItemWords } from "../item/words";

export interface Tag { key: string; text: string; tone: Tone }

/** The few words at a row's end: what its mark alone does not say. */
export function tagsOf(row: RowView, { today, finalWeek, words: { list, common } }: Pick<Surroundings, "today" | "finalWeek" | "words">): Tag[] {
  const words = list.tags;
  const tags: Tag[] = [];
  if (row.applicability === "not-applicable") return tags;
  if (row.work === "in-progress") tags.push({ key: "work", text: common.work["in-progress"].toLowerCase(), tone: "move" });
  const proof = proofTag(row, words);
  if (proof) tags.push(proof);
  if (row.due && row.work !== "done") tags.push({ key: "due", text: dueWords(row.due, today, words), tone: row.overdue ? "stop" : "mute" });
  if (!row.required) tags.push({ key: "advisory", text: words.advisory, tone: "mute" });
  if (row.window === "final-week") {
    const ahead = finalWeek !== null && finalWeek > today && row.work !== "done";
    tags.push({ key: "window", text: ahead ? fill(words.finalWeekFrom, { day: dayIn(finalWeek, today) }) : words["final-week"], tone: "mute" });
  }
  return tags;
}

type TagWords = ItemWords["list"]["tags"];

function proofTag(row: RowView, words: TagWords): Tag | null {
  if (row.standing === "contradicted") return { key: "proof", text: words.contradicted, tone: "stop" };
  if (row.standing === "stale") return { key: "proof", text: words.stale, tone: "warn" };
  if (row.proofs > 0) return { key: "proof", text: count(words.proof, row.proofs), tone: "mute" };
  if (row.work !== "done" || row.isParent) return null;
  return row.proofRequired ? { key: "proof", text: words.proofMissing, tone: "warn" } : { key: "proof", text: words.noProof, tone: "mute" };
}

export function dueWords(due: Day, today: Day, words: Pick<TagWords, "due" | "dueToday" | "dueTomorrow" | "dueYesterday">): string {
  switch (daysBetween(today, due)) {
    case 0: return words.dueToday;
    case 1: return words.dueTomorrow;
    case -1: return words.dueYesterday;
    default: return fill(words.due, { day: dayIn(due, today) });
  }
}
