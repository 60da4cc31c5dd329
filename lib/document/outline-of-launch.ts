import { byPosition } from "@/lib/domain/document-order";
import type { Item, LaunchState } from "@/lib/domain/state";
import { liveItems, liveSections } from "@/lib/domain/survey";
import { placesOf } from "./merge-places";
import { anchorsOf, graphOf } from "./merge-plan";
import { treeOrder } from "./tree-order";
import type { ItemState, Reading } from "./reading";
import type { OutlineSection } from "./view";

/**
 * A launch's structure as its document would have to have it: what is live, in its order, each with its place in the
 * document where it has one. `stateOf` gives what an item's line shall say where the document has no line for it yet.
 */
export function outlineOfLaunch(reading: Reading, state: LaunchState, stateOf: (item: Item) => ItemState): OutlineSection[] {
  const graph = graphOf(reading, state.launch.createdAt, "row ");
  const anchors = anchorsOf(reading, state);
  const keys = new Map([...anchors].map(([key, id]) => [id, key]));
  const places = placesOf(graph, anchors, state, null);
  const indexes = (rows: { id: string }[], of: Map<string, string>) => new Map(rows.map((row, at) => [of.get(row.id) ?? "", at]));
  const [sectionAt, groupAt] = [indexes(graph.rows.section, places.section), indexes(graph.rows.group, places.group)];
  const items = liveItems(state);
  const groups = Object.values(state.group).filter((group) => group.retiredAt === null).sort(byPosition);
  return liveSections(state).flatMap((section): OutlineSection[] => {
    const within = groups.filter((group) => group.sectionId === section.id).flatMap((group) => {
      const own = treeOrder(items.filter((item) => item.groupId === group.id));
      const at = new Map(own.map((item, index) => [item.id, index]));
      if (own.length === 0) return [];
      return [{
        from: groupAt.get(group.id) ?? null, title: group.title,
        items: own.map((item, index) => {
          const parent = item.parentId === null ? undefined : at.get(item.parentId);
          const from = keys.get(item.id) ?? null;
          return { from, text: item.text, parent: parent === undefined || parent >= index ? null : parent, state: from === null ? stateOf(item) : null };
        }),
      }];
    });
    return within.length === 0 ? [] : [{ from: sectionAt.get(section.id) ?? null, title: section.title, number: section.key, groups: within }];
  });
}
