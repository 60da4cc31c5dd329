import type { Applicability, Item, LaunchState } from "./state";

/** What applies once parents and alternatives are taken into account. */
export interface Applied {
  /** By item; items without an entry have their own. */
  applicability: ReadonlyMap<string, Applicability>;
  /** The item that satisfies an alternative in its place. */
  satisfiedBy: ReadonlyMap<string, Item>;
  /** The members of each group of alternatives in which nothing is chosen yet and more than one is possible. */
  unchosen: ReadonlyMap<string, Item[]>;
}

/** Chosen: done, or a person decided that just this one applies (§2). */
export function isChosen(item: Item): boolean {
  return item.applicability !== "not-applicable"
    && (item.work === "done" || (item.applicability === "applies" && item.applicabilityBy === "person"));
}

/** The live members of each group of alternatives, by its word. Only groups of two or more. */
export function groupsOf(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (item.alternatives === null) continue;
    const group = groups.get(item.alternatives);
    if (group === undefined) groups.set(item.alternatives, [item]);
    else group.push(item);
  }
  for (const [word, members] of groups) if (members.length < 2) groups.delete(word);
  return groups;
}

/** Whether the fact that decides between these has been answered; then the fact's decision stands. */
export function isAnswered(members: readonly Item[], state: LaunchState): boolean {
  return members.some((member) => member.factId !== null && (state.fact[member.factId]?.answer ?? null) !== null);
}

/**
 * Decision rules §1 and §2: not-applicable on a parent covers its children; among alternatives that no fact has decided, a chosen
 * one makes the others not applicable; when none is chosen the group is one open question.
 */
export function applyAlternatives(state: LaunchState, items: readonly Item[]): Applied {
  const applicability = new Map<string, Applicability>();
  const satisfiedBy = new Map<string, Item>();
  const unchosen = new Map<string, Item[]>();
  for (const [word, members] of groupsOf(items)) {
    if (isAnswered(members, state)) continue;
    const possible = members.filter((member) => member.applicability !== "not-applicable");
    const chosen = possible.find(isChosen);
    if (chosen === undefined) {
      if (possible.length > 1) unchosen.set(word, possible);
      continue;
    }
    for (const other of possible) {
      if (isChosen(other)) continue;
      applicability.set(other.id, "not-applicable");
      satisfiedBy.set(other.id, chosen);
    }
  }
  coverChildren(state, items, applicability);
  return { applicability, satisfiedBy, unchosen };
}

function coverChildren(state: LaunchState, items: readonly Item[], into: Map<string, Applicability>): void {
  for (const item of items) {
    const seen = new Set([item.id]);
    for (let id = item.parentId; id !== null && !seen.has(id); id = state.item[id]?.parentId ?? null) {
      seen.add(id);
      const parent = state.item[id];
      if (parent?.retiredAt !== null || (into.get(id) ?? parent.applicability) !== "not-applicable") continue;
      into.set(item.id, "not-applicable");
      break;
    }
  }
}
