import { metricRows } from "@/lib/report/metric-rows";
import type { Cell, Exported } from "./csv";

/** A sheet beside the items: names of its columns, and its rows. */
export interface PlainSheet { name: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }

/** What the report tells besides its numbers, a sheet each, in the report's order; those that would be empty are left out. */
export function reportSheets({ state, judgement, people }: Exported): PlainSheet[] {
  const name = (id: string | null): string | null => (id === null ? null : (people[id]?.name ?? null));
  const item = (id: string): string => state.item[id]?.text ?? id;
  const notes = Object.values(state.note).filter(({ retiredAt }) => retiredAt === null).sort((a, b) => (a.at < b.at ? -1 : 1));
  const sheets: PlainSheet[] = [
    {
      name: "sections", head: ["number", "section", "verified", "claimed", "of", "in the way"],
      rows: judgement.sections.map(({ key, title, verified, claimed, inTheWay }) => [key, title, verified.done, claimed.done, claimed.of, inTheWay]),
    },
    {
      name: "in the way", head: ["what", "why", "because", "who can clear it", "since", "due"],
      rows: judgement.reasons.map(({ subject, kind, detail, who, since, subjectType, subjectId }) =>
        [subject, kind, detail, who.flatMap((id) => name(id) ?? []).join(", "), since, subjectType === "item" ? (state.item[subjectId]?.due ?? null) : null]),
    },
    {
      name: "seats", head: ["seat", "team", "holder", "position", "stale", "because", "signed"],
      rows: judgement.seats.map(({ role, team, holderId, position, stale, reason, signedAt }) => [role, team, name(holderId), position, position === null ? null : stale, reason, signedAt]),
    },
    {
      name: "conditions", head: ["condition", "seat", "owner", "state", "roll back when", "deadline"],
      rows: judgement.conditions.map(({ id, text, seatId, ownerId, state: standing, deadline }) => [text, state.seat[seatId]?.role ?? null, name(ownerId), standing, state.condition[id]?.rollbackTrigger ?? null, deadline]),
    },
    {
      name: "waivers", head: ["item", "state", "because", "compensating control", "ends", "asked by", "decided by", "decided because"],
      rows: judgement.waivers.map(({ id, itemId, state: standing, reason, endsAt }) => {
        const row = state.waiver[id];
        return [item(itemId), standing, reason, row?.control ?? null, endsAt, name(row?.requestedBy ?? null), name(row?.decidedBy ?? null), row?.decidedReason ?? null];
      }),
    },
    {
      name: "metrics", head: ["metric", "item", "comparator", "limit", "unit", "value", "outcome", "measured"],
      rows: metricRows(state, judgement).map(({ item: { text, threshold }, name: metric, measured }) =>
        [metric, text, threshold?.comparator ?? null, threshold?.limit ?? null, threshold?.unit ?? null, measured?.value ?? null, measured?.outcome ?? null, measured?.at ?? null]),
    },
    { name: "notes", head: ["kind", "note", "author", "written"], rows: notes.map(({ kind, text, authorId, at }) => [kind, text, name(authorId), at]) },
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
