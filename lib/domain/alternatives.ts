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

type Children = ReadonlyMap<string, readonly Item[]>;

/** Whether an alternative is done: with task children, when all of those that apply are (§1), whatever its own box says. */
function isDone(item: Item, children: Children, seen: ReadonlySet<string> = new Set()): boolean {
  const under = children.get(item.id);
  if (under === undefined || seen.has(item.id)) return item.work === "done";
  const applying = under.filter(({ applicability }) => applicability !== "not-applicable");
  return applying.length > 0 && applying.every((child) => isDone(child, children, new Set([...seen, item.id])));
}

/** The live members of each group of alternatives, by its word. Only groups of two or more; what is nested in a member is part of it. */
export function groupsOf(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  const byId = new Map(items.map((item) => [item.id, item]));
  const isPart = (item: Item): boolean => {
    const seen = new Set([item.id]);
    for (let at = byId.get(item.parentId ?? ""); at !== undefined && !seen.has(at.id); at = byId.get(at.parentId ?? "")) {
      if (at.alternatives === item.alternatives) return true;
      seen.add(at.id);
    }
    return false;
  };
  for (const item of items) {
    if (item.alternatives === null || isPart(item)) continue;
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
export function applyAlternatives(state: LaunchState, items: readonly Item[], children: Children): Applied {
  const applicability = new Map<string, Applicability>();
  const satisfiedBy = new Map<string, Item>();
  const unchosen = new Map<string, Item[]>();
  for (const [word, members] of groupsOf(items)) {
    if (isAnswered(members, state)) continue;
    const possible = members.filter((member) => member.applicability !== "not-applicable");
    const all = possible.filter((member) => isChosen({ ...member, work: isDone(member, children) ? "done" : "todo" }));
    const [chosen] = all;
    if (chosen === undefined) {
      if (possible.length > 1) unchosen.set(word, possible);
      continue;
    }
    for (const other of possible) {
      if (all.includes(other)) continue;
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
