import type { Judgement } from "./judgement";
import type { Part } from "./find-part";
import type { Instant, LaunchState, Window, Work } from "./state";
import { byPosition } from "./document-order";
import { depthOf } from "./family";
import { liveItems, liveSections } from "./survey";

/** A checklist as it is edited: what there is, in order, each with the version that an edit must have seen. */
export interface StructureView { sections: SectionPart[]; seats: SeatPart[]; retired: RetiredPart[] }
export interface SectionPart { id: string; key: string; title: string; version: number; groups: GroupPart[] }
export interface GroupPart { id: string; title: string; version: number; items: ItemPart[] }
export interface ItemPart {
  id: string; key: string; text: string; parentId: string | null; depth: number; version: number; work: Work; window: Window;
  /** What goes out of sight when it is retired. */
  proofs: number; waivers: number;
}
export interface SeatPart { id: string; team: string; role: string; version: number; /** Somebody holds it or has signed for it. */ held: boolean }
/** Something that was taken out, with how many items went along; `can` = its place is still there. */
export interface RetiredPart { part: Part; id: string; version: number; words: string; at: Instant; items: number; can: boolean }

export function structureView(state: LaunchState, judgement: Judgement): StructureView {
  const count = (rows: Readonly<Record<string, { itemId: string }>>, holds: (id: string) => boolean) => {
    const found = new Map<string, number>();
    for (const [id, { itemId }] of Object.entries(rows)) if (holds(id)) found.set(itemId, (found.get(itemId) ?? 0) + 1);
    return found;
  };
  const proofs = count(state.evidence, (id) => state.evidence[id]?.withdrawnAt === null);
  const waivers = count(state.waiver, (id) => state.waiver[id]?.state === "active" || state.waiver[id]?.state === "requested");
  const byGroup = new Map<string, ItemPart[]>();
  for (const item of liveItems(state)) {
    const part: ItemPart = {
      id: item.id, key: item.key, text: item.text, parentId: item.parentId, depth: depthOf(state, item), version: item.version, work: judgement.items[item.id]?.work ?? item.work,
      window: item.window, proofs: proofs.get(item.id) ?? 0, waivers: waivers.get(item.id) ?? 0,
    };
    byGroup.set(item.groupId, [...(byGroup.get(item.groupId) ?? []), part]);
  }
  const groups = Object.values(state.group).filter((group) => group.retiredAt === null).sort(byPosition);
  const signed = new Set(Object.values(state.signOff).map((one) => one.seatId));
  return {
    sections: liveSections(state).map(({ id, key, title, version }) => ({
      id, key, title, version,
      groups: groups.filter((group) => group.sectionId === id).map((group) => ({ id: group.id, title: group.title, version: group.version, items: byGroup.get(group.id) ?? [] })),
    })),
    seats: Object.values(state.seat).filter((seat) => seat.retiredAt === null).sort(byPosition)
      .map(({ id, team, role, version, holderId }) => ({ id, team, role, version, held: holderId !== null || signed.has(id) })),
    retired: retiredIn(state),
  };
}

/** The outermost of what was retired together, newest first: what came along with a group is brought back with it. */
function retiredIn(state: LaunchState): RetiredPart[] {
  const parts: RetiredPart[] = [];
  const went = (at: Instant, isIn: (item: LaunchState["item"][string]) => boolean) => Object.values(state.item).filter((item) => item.retiredAt === at && isIn(item)).length;
  const lives = (row: { retiredAt: Instant | null } | undefined) => row !== undefined && row.retiredAt === null;
  for (const section of Object.values(state.section)) {
    if (section.retiredAt !== null) parts.push({ part: "section", id: section.id, version: section.version, words: section.title, at: section.retiredAt, items: went(section.retiredAt, (item) => item.sectionId === section.id), can: true });
  }
  for (const group of Object.values(state.group)) {
    const section = state.section[group.sectionId];
    if (group.retiredAt === null || section?.retiredAt === group.retiredAt) continue;
    parts.push({ part: "group", id: group.id, version: group.version, words: group.title || (section?.title ?? ""), at: group.retiredAt, items: went(group.retiredAt, (item) => item.groupId === group.id), can: lives(section) });
  }
  for (const item of Object.values(state.item)) {
    const { retiredAt } = item;
    const parent = item.parentId === null ? undefined : state.item[item.parentId];
    if (retiredAt === null || [state.section[item.sectionId], state.group[item.groupId], parent].some((row) => row?.retiredAt === retiredAt)) continue;
    const isUnder = (one: LaunchState["item"][string]): boolean => one.parentId !== null && (one.parentId === item.id || isUnder(state.item[one.parentId] ?? { ...one, parentId: null }));
    parts.push({ part: "item", id: item.id, version: item.version, words: item.text, at: retiredAt, items: went(retiredAt, isUnder), can: lives(state.section[item.sectionId]) && lives(state.group[item.groupId]) && (item.parentId === null || lives(parent)) });
  }
  for (const seat of Object.values(state.seat)) if (seat.retiredAt !== null) parts.push({ part: "seat", id: seat.id, version: seat.version, words: seat.role, at: seat.retiredAt, items: 0, can: true });
  return parts.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}
