import type { Entity, LaunchState } from "./state";
import { entities } from "./state";
import { diffRows } from "./changes";

/** One row that differs between two moments, with the words by which a person knows it. */
export interface RowDifference {
  entity: Entity;
  id: string;
  subject: string;
  kind: "added" | "changed" | "removed";
  /** What differs, field by field; empty for what was added or removed. */
  fields: { field: string; before: unknown; after: unknown }[];
}

/** A field that says nothing by itself: who and when of another one, which is as it was if this alone differs. */
const silent = new Set([
  "version", "goLiveAt", "goLives", "workSince", "inScopeAt", "proofAt", "endedAt", "phaseAt", "requiredAt", "applicabilityAt", "applicabilityBy", "workAt", "workBy", "answeredAt", "answeredBy", "holderAt",
]);

type Named = { [E in Entity]: (state: LaunchState, id: string) => string | undefined };
const item = (state: LaunchState, id: string | undefined) => (id === undefined ? undefined : state.item[id]?.text);
const role = (state: LaunchState, id: string | undefined) => (id === undefined ? undefined : state.seat[id]?.role);

/** How each kind of row is called: what hangs on an item or a seat by that item or seat. A member by the id: names are not the domain's. */
const names: Named = {
  launch: ({ launch }) => launch.name, member: (_, id) => id, section: ({ section }, id) => section[id]?.title, group: ({ group }, id) => group[id]?.title,
  item, fact: ({ fact }, id) => fact[id]?.question, evidence: (state, id) => item(state, state.evidence[id]?.itemId),
  waiver: (state, id) => item(state, state.waiver[id]?.itemId), seat: role, signOff: (state, id) => role(state, state.signOff[id]?.seatId),
  condition: ({ condition }, id) => condition[id]?.text, poll: ({ poll }, id) => poll[id]?.rule, decision: ({ decision }, id) => decision[id]?.outcome,
  note: ({ note }, id) => note[id]?.text,
};

/** Everything that differs between two states of one launch, in the order of the kinds of rows; in either direction of time. */
export function differenceOf(before: LaunchState, after: LaunchState): RowDifference[] {
  const found = diffRows(before, after).flatMap(({ entity, id, before: was, after: is }): RowDifference[] => {
    const subject = names[entity](after, id) ?? names[entity](before, id) ?? id;
    if (was === null) return [{ entity, id, subject, kind: "added", fields: [] }];
    if (is === null) return [{ entity, id, subject, kind: "removed", fields: [] }];
    const fields = Object.keys(is).filter((field) => !silent.has(field)).map((field) => ({ field, before: was[field], after: is[field] }));
    return fields.length > 0 ? [{ entity, id, subject, kind: "changed", fields }] : [];
  });
  return found.sort((a, b) => entities.indexOf(a.entity) - entities.indexOf(b.entity));
}
