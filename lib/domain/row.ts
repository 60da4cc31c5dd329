import type { JudgedItem, Judgement, ReasonKind, Standing } from "./judgement";
import type { Applicability, Day, Evidence, Instant, Item, LaunchState, Window, Work } from "./state";
import { liveItems } from "./survey";

/** The one word a row shows first. Derived: the axes behind it stay independent (product rule 1). */
export const faces = [
  "verified", "done", "in-progress", "blocked", "todo", "waived", "undecided", "not-applicable", "too-early", "not-yet-due", "contradicted",
] as const;
export type Face = (typeof faces)[number];

/** An item as a list shows it: small, flat, comparable. */
export interface RowView {
  id: string;
  key: string;
  text: string;
  sectionId: string;
  groupId: string;
  parentId: string | null;
  work: Work;
  applicability: Applicability;
  face: Face;
  required: boolean;
  window: Window;
  ownerId: string | null;
  due: Day | null;
  overdue: boolean;
  /** What a person said about its state: why blocked, why not applicable, why advisory, the waiver's reason. */
  note: string | null;
  /** Whether it is one of m. */
  counts: boolean;
  /** Whether its work is its children's. */
  isParent: boolean;
  reason: ReasonKind | null;
  proofs: number;
  standing: Standing;
  proofRequired: boolean;
  /** Who answered last on the launch-night board, and when; only of what stands there. */
  answeredBy: string | null;
  answeredAt: Instant | null;
  version: number;
}

/** Which word stands for an item. A waived one never reads as done (product rule 8). */
export function faceOf(judged: JudgedItem): Face {
  if (judged.applicability === "not-applicable") return "not-applicable";
  if (judged.band === "waived") return "waived";
  if (judged.reason === "contradicted" || (!judged.counts && judged.standingNow === "contradicted")) return "contradicted";
  if (judged.work === "blocked") return "blocked";
  if (judged.applicability === "undecided") return "undecided";
  if (judged.timing !== null) return judged.timing;
  if (judged.work === "done") return judged.verified ? "verified" : "done";
  return judged.work;
}

function noteOf(item: Item, face: Face, judged: JudgedItem, state: LaunchState): string | null {
  switch (face) {
    case "blocked": return item.workReason;
    case "waived": return judged.waiver === null ? null : (state.waiver[judged.waiver.id]?.reason ?? null);
    case "not-applicable": return item.applicabilityReason;
    default: return item.required ? null : item.requiredReason;
  }
}

/** Rows are many and sent to every page: only the night's carry who answered. */
function answerOf({ window, work, workBy, workAt }: Item): Pick<RowView, "answeredBy" | "answeredAt"> {
  const shown = (window === "launch-day" || window === "first-24h") && work !== "todo";
  return { answeredBy: shown ? workBy : null, answeredAt: shown ? workAt : null };
}

/** All rows of a launch in the document's order. */
export function rowsOf(state: LaunchState, judgement: Judgement): RowView[] {
  const proofs = new Map<string, number>();
  const parents = new Set<string>();
  const place = (item: Item) => (item.link === null ? item.id : `link ${item.link}`);
  const items = liveItems(state);
  for (const item of items) if (item.parentId !== null) parents.add(item.parentId);
  for (const evidence of Object.values<Evidence>(state.evidence)) {
    const item = state.item[evidence.itemId];
    if (item !== undefined && evidence.withdrawnAt === null) proofs.set(place(item), (proofs.get(place(item)) ?? 0) + 1);
  }
  // An open choice is in the way once, where its first item stands.
  const choices = new Map(judgement.reasons.flatMap(({ subjectType, subjectId, kind }) => (subjectType === "alternatives" ? [[subjectId, kind] as const] : [])));
  const rows: RowView[] = [];
  for (const item of items) {
    const judged = judgement.items[item.id];
    if (judged === undefined) continue;
    const face = faceOf(judged);
    rows.push({
      id: item.id, key: item.key, text: item.text, sectionId: item.sectionId, groupId: item.groupId, parentId: item.parentId,
      work: judged.work, applicability: judged.applicability, face, required: item.required, window: item.window, ownerId: item.ownerId,
      due: item.due, overdue: judged.overdue, note: noteOf(item, face, judged, state), counts: judged.counts, isParent: parents.has(item.id),
      reason: judged.reason ?? choices.get(item.id) ?? null, proofs: proofs.get(place(item)) ?? 0, standing: judged.standingAtGoLive, proofRequired: judged.proofRequired,
      ...answerOf(item), version: item.version,
    });
  }
  return rows;
}

/** The rows that look different now or are new. Rows that went are not among them: that is a change of structure. */
export function changedRows(before: readonly RowView[], after: readonly RowView[]): RowView[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return after.filter((row) => {
    const was = known.get(row.id);
    // Every field is a plain value.
    return was === undefined || (Object.keys(row) as (keyof RowView)[]).some((field) => row[field] !== was[field]);
  });
}
