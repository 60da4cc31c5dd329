import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import { dayIn } from "../item/day-words";
import type { Surroundings } from "../item/surroundings";
import type { Intent } from "./optimistic";

/** What was wanted, in words: "Blocked: no access". */
export function intentWords(intent: Intent, around: Surroundings): string {
  const { list, common, item } = around.words;
  switch (intent.kind) {
    case "work": return stateWords(common.work[intent.work], intent.reason, around);
    case "applicability": return stateWords(common.applicability[intent.applicability], intent.reason, around);
    case "assign": return fill(list.intent.assign, { name: nameOf(intent.owner, around) ?? item.nobody });
    case "due": return intent.due ? fill(list.intent.due, { day: dayIn(intent.due, around.today) }) : list.intent.noDue;
    case "undo": return list.intent.undo;
  }
}

function stateWords(state: string, reason: string | null, { words: { list } }: Surroundings): string {
  return reason ? fill(list.intent.workBecause, { state, reason }) : state;
}

/** The same aspect of a row as it stands. */
export function standingWords(intent: Intent, row: RowView, around: Surroundings): string {
  const { list } = around.words;
  const kind = intent.kind === "undo" ? intent.back?.kind : intent.kind;
  if (kind === "assign") return intentWords({ kind, owner: row.ownerId }, around);
  if (kind === "due") return intentWords({ kind, due: row.due }, around);
  return stateWords(list.face[row.face], row.note, around);
}

export function nameOf(id: string | null, { members, words }: Surroundings): string | null {
  return id === null ? null : (members.find((member) => member.id === id)?.name ?? words.item.someone);
}

/** What is read aloud when an edit was made. */
export function sayIntent(row: RowView, intent: Intent, around: Surroundings): string {
  const { say } = around.words.list;
  const { text } = row;
  switch (intent.kind) {
    case "assign": return intent.owner ? fill(say.assigned, { text, name: nameOf(intent.owner, around) ?? "" }) : fill(say.unassigned, { text });
    case "due": return intent.due ? fill(say.due, { text, day: dayIn(intent.due, around.today) }) : fill(say.noDue, { text });
    case "undo": return fill(say.undone, { text });
    default: return fill(say.work, { text, state: intentWords(intent, around) });
  }
}
