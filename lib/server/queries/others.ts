import { findOthers } from "@/lib/domain/find-others";
import { named, type OtherItem } from "./item";
import type { LaunchView } from "./launch";

/** As many as can be looked through at one glance, on a phone as well. */
const most = 8;

/** Another item, with the headings it stands under. */
export interface FoundItem extends OtherItem { place: string }
export interface FoundItems { found: FoundItem[]; more: number }

/** The items that one could be linked with, found by words, key or address; `null` when the launch has no such item. */
export function readOthers({ state, judgement }: Pick<LaunchView, "state" | "judgement">, id: string, said: string): FoundItems | null {
  const item = state.item[id];
  if (!item) return null;
  const { found, more } = findOthers(state, item, said, most);
  const place = ({ sectionId, groupId }: { sectionId: string; groupId: string }): string => [state.section[sectionId]?.title, state.group[groupId]?.title].filter(Boolean).join(" › ");
  return { found: found.map((one) => ({ ...named(judgement)(one), place: place(one) })), more };
}
