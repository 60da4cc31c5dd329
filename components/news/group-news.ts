import type { Change, LaunchState } from "@/lib/domain/state";

interface Told { kind: string; changes: readonly Change[] }
/** Events about one section; `null` for those about the launch, its seats and its people, or about several sections at once. */
export interface NewsGroup<E> { section: { id: string; key: string; title: string } | null; events: E[] }

/** Families of events that are about what the checklist lists; all others are about the launch. */
const listed = new Set(["item", "evidence", "waiver", "fact", "group", "section", "undone"]);

/** Events by the section they are about, in the document's order, the launch's own last; within each as they came. */
export function groupNews<E extends Told>(events: readonly E[], state: LaunchState): NewsGroup<E>[] {
  const found = new Map<string | null, E[]>();
  for (const event of events) {
    const of = sectionOf(event, state);
    found.set(of, [...(found.get(of) ?? []), event]);
  }
  const sections = Object.values(state.section).sort((a, b) => a.position - b.position);
  const groups = sections.flatMap(({ id, key, title }): NewsGroup<E>[] => {
    const within = found.get(id);
    return within ? [{ section: { id, key, title }, events: within }] : [];
  });
  const rest = found.get(null);
  return rest ? [...groups, { section: null, events: rest }] : groups;
}

/** The first `n` events of the groups, and what is left of them. */
export function splitNews<E>(groups: readonly NewsGroup<E>[], n: number): [NewsGroup<E>[], NewsGroup<E>[]] {
  const [first, rest]: [NewsGroup<E>[], NewsGroup<E>[]] = [[], []];
  let room = n;
  for (const { section, events } of groups) {
    if (room > 0) first.push({ section, events: events.slice(0, room) });
    if (events.length > room) rest.push({ section, events: events.slice(room) });
    room = Math.max(0, room - events.length);
  }
  return [first, rest];
}

function sectionOf({ kind, changes }: Told, state: LaunchState): string | null {
  if (!listed.has(kind.split(".")[0] ?? "")) return null;
  const ids = new Set(changes.flatMap((change) => sectionOfChange(change, state) ?? []));
  const [only] = ids;
  return ids.size === 1 && only !== undefined && state.section[only] ? only : null;
}

function sectionOfChange({ entity, id, before, after }: Change, state: LaunchState): string | null {
  const said = (field: string): string => String(after?.[field] ?? before?.[field] ?? "");
  switch (entity) {
    case "section": return id;
    case "group": return state.group[id]?.sectionId ?? said("sectionId");
    case "item": return state.item[id]?.sectionId ?? said("sectionId");
    case "evidence": return state.item[state.evidence[id]?.itemId ?? said("itemId")]?.sectionId ?? null;
    case "waiver": return state.item[state.waiver[id]?.itemId ?? said("itemId")]?.sectionId ?? null;
    default: return null;
  }
}
