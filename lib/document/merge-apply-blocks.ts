import type { Group } from "@/lib/domain/state";
import { headingChanges } from "./merge";
import type { Draft } from "./merge-draft";

/** Sections and groups: those that are new, those that moved or are titled otherwise. */
export function addBlocks(draft: Draft): void {
  const { section, group } = draft.plan.inner.nextGraph.rows;
  for (const row of section) {
    const here = draft.places.next.section.get(row.id);
    draft.ids.set(row.id, here ?? draft.newId());
    if (here === undefined) draft.newSections.push({ ...row, id: draft.idOf(row.id) });
  }
  for (const row of group) {
    const here = draft.places.next.group.get(row.id);
    draft.ids.set(row.id, here ?? draft.newId());
    if (here === undefined) draft.newGroups.push({ ...row, id: draft.idOf(row.id), sectionId: draft.idOf(row.sectionId) });
    else draft.groups.set(here, groupPatch(draft, here, row));
  }
  for (const { entity, id, title, key } of headingChanges(draft.plan.inner, draft.state, draft.places)) {
    if (entity === "section") draft.sections.set(id, { ...draft.sections.get(id), title, ...(key === null ? {} : { key }) });
    else draft.groups.set(id, { ...draft.groups.get(id), title });
  }
}

/** A group goes to another section where the document moved it, and nobody did here. */
function groupPatch(draft: Draft, here: string, row: Group): Partial<Group> {
  const group = draft.state.group[here];
  const patch: Partial<Group> = {};
  const wanted = draft.idOf(row.sectionId);
  const before = draft.plan.inner.baseGraph.rows.group.find((one) => draft.places.base.group.get(one.id) === here);
  const was = before && draft.places.base.section.get(before.sectionId);
  // A section that was not made the last time either, since nothing stood in it.
  if (before && was === undefined && !draft.places.next.section.has(row.sectionId)) return patch;
  if (group && wanted !== group.sectionId && was !== wanted && (was === undefined || was === group.sectionId)) patch.sectionId = wanted;
  return patch;
}

/** Headings under which nothing would stand are not made. */
export function leaveOutUnused(draft: Draft): void {
  const keep = <Row extends { id: string }>(rows: Row[], used: ReadonlySet<unknown>) => rows.splice(0, rows.length, ...rows.filter((row) => used.has(row.id)));
  keep(draft.newGroups, new Set([...draft.newItems.map((item) => item.groupId), ...[...draft.items.values()].map((patch) => patch.groupId)]));
  keep(draft.newSections, new Set([...draft.newGroups, ...draft.groups.values()].map((group) => group.sectionId)));
}

/** Items stand in the section of their group; a group or section that the document lost, and that is empty now, is retired. */
export function settleBlocks(draft: Draft): void {
  const sectionOf = new Map([...Object.values(draft.state.group), ...draft.newGroups].map((group) => [group.id, draft.groups.get(group.id)?.sectionId ?? group.sectionId]));
  const live = { section: new Set<string>(), group: new Set<string>() };
  const touched = { section: new Set<string>(), group: new Set<string>() };
  for (const item of [...Object.values(draft.state.item), ...draft.newItems]) {
    const patch = draft.items.get(item.id) ?? {};
    const groupId = patch.groupId ?? item.groupId;
    const sectionId = sectionOf.get(groupId) ?? item.sectionId;
    if (sectionId !== item.sectionId) draft.patch(item.id, { sectionId });
    if ((patch.retiredAt === undefined ? item.retiredAt : patch.retiredAt) !== null) continue;
    // What comes to stand under a retired heading brings it back; what somebody retired with its heading stays so.
    if (patch.groupId !== undefined || patch.retiredAt === null || !draft.state.item[item.id]) {
      touched.group.add(groupId);
      touched.section.add(sectionId);
    }
    live.group.add(groupId);
    live.section.add(sectionId);
  }
  for (const item of draft.newItems) item.sectionId = sectionOf.get(item.groupId) ?? item.sectionId;
  for (const entity of ["section", "group"] as const) {
    const revive = (id: string) => {
      if (!draft.state[entity][id]?.retiredAt) return;
      if (entity === "section") draft.sections.set(id, { ...draft.sections.get(id), retiredAt: null });
      else draft.groups.set(id, { ...draft.groups.get(id), retiredAt: null });
    };
    for (const id of touched[entity]) revive(id);
    const still = new Set(draft.plan.inner.nextGraph.rows[entity].map((row) => draft.idOf(row.id)));
    for (const id of draft.places.base[entity].values()) {
      const row = draft.state[entity][id];
      if (!row || row.retiredAt !== null || still.has(id) || live[entity].has(id)) continue;
      if (entity === "section") draft.sections.set(id, { ...draft.sections.get(id), retiredAt: draft.now });
      else draft.groups.set(id, { ...draft.groups.get(id), retiredAt: draft.now });
    }
  }
}
