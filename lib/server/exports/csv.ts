import type { Judgement } from "@/lib/domain/judgement";
import type { Instant, Item, LaunchState } from "@/lib/domain/state";
import { liveItems } from "@/lib/domain/survey";
import type { People } from "../queries/launch-state";
import { proofsByMoment } from "./by-item";
import { csvFile } from "./cells";

export type Cell = string | number | boolean | null;
export interface Column {
  name: string;
  of: (item: Item, launch: Exported) => Cell;
}
export interface Exported {
  state: LaunchState;
  judgement: Judgement;
  people: People;
  /** Set when it is told as it stood at an earlier moment. */
  asOf?: Instant;
}

const judged = (item: Item, launch: Exported) => launch.judgement.items[item.id];
const person = (id: string | null, launch: Exported) => (id ? (launch.people[id]?.name ?? null) : null);

/** One row an item. The columns `counts`, `claimed`, `verified` and `in the way` add up to the figures on the page. */
export const columns: readonly Column[] = [
  { name: "key", of: (item) => item.key },
  { name: "section", of: (item, { state }) => state.section[item.sectionId]?.title ?? null },
  { name: "group", of: (item, { state }) => state.group[item.groupId]?.title ?? null },
  { name: "item", of: (item) => item.text },
  { name: "window", of: (item) => item.window },
  { name: "required", of: (item) => item.required },
  { name: "condition", of: (item) => item.condition },
  { name: "applicability", of: (item, launch) => judged(item, launch)?.applicability ?? item.applicability },
  { name: "applicability reason", of: (item) => item.applicabilityReason },
  { name: "work", of: (item, launch) => judged(item, launch)?.work ?? item.work },
  { name: "blocked because", of: (item) => item.workReason },
  { name: "work since", of: (item) => item.workAt },
  { name: "work by", of: (item, launch) => person(item.workBy, launch) },
  { name: "owner", of: (item, launch) => person(item.ownerId, launch) },
  { name: "due", of: (item) => item.due },
  { name: "counts", of: (item, launch) => judged(item, launch)?.counts ?? false },
  { name: "claimed", of: (item, launch) => counted(item, launch, "claimed") },
  { name: "verified", of: (item, launch) => counted(item, launch, "verified") },
  { name: "in the way", of: (item, launch) => judged(item, launch)?.reason ?? null },
  { name: "proof now", of: (item, launch) => judged(item, launch)?.standingNow ?? null },
  { name: "proof at go-live", of: (item, launch) => judged(item, launch)?.standingAtGoLive ?? null },
  { name: "proof", of: (item, launch) => proofOf(item, launch.state) },
  { name: "waiver", of: (item, launch) => judged(item, launch)?.waiver?.state ?? null },
  { name: "parent", of: (item, { state }) => (item.parentId ? (state.item[item.parentId]?.key ?? null) : null) },
  { name: "threshold", of: (item) => thresholdOf(item) },
  { name: "measured value", of: (item, launch) => judged(item, launch)?.measured?.value ?? null },
  { name: "measured unit", of: (item, launch) => judged(item, launch)?.measured?.unit ?? null },
  { name: "measured outcome", of: (item, launch) => judged(item, launch)?.measured?.outcome ?? null },
  { name: "measured at", of: (item, launch) => judged(item, launch)?.measured?.at ?? null },
  { name: "waiver because", of: (item, launch) => waived(item, launch)?.reason ?? null },
  { name: "compensating control", of: (item, launch) => waived(item, launch)?.control ?? null },
  { name: "waiver ends", of: (item, launch) => waived(item, launch)?.endsAt ?? null },
];

/** The waiver whose state its column `waiver` says. */
const waived = (item: Item, launch: Exported) => launch.state.waiver[judged(item, launch)?.waiver?.id ?? ""];

function counted(item: Item, launch: Exported, which: "claimed" | "verified"): boolean {
  const found = judged(item, launch);
  return (found?.counts ?? false) && (found?.[which] ?? false);
}

function proofOf(item: Item, state: LaunchState): string | null {
  return proofsByMoment(state, item.id).map((proof) => proof.url ?? proof.title).join(" ") || null;
}

function thresholdOf({ threshold }: Item): string | null {
  return threshold ? `${threshold.metric} ${threshold.comparator} ${threshold.limit ?? "—"} ${threshold.unit}`.trim() : null;
}

/** The launch's items as CSV, in the document's order. */
export function exportCsv(launch: Exported): string {
  const items = liveItems(launch.state);
  return csvFile([columns.map(({ name }) => name), ...items.map((item) => columns.map(({ of }) => of(item, launch)))]);
}
