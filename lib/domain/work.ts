import type { Item, Work } from "./state";
import type { Survey } from "./survey";

/** Decision rules §1: what the works of task children say of their parent. Children that are not applicable say nothing. */
export function workOfChildren(works: readonly Work[]): Work {
  if (works.length === 0) return "todo";
  if (works.every((work) => work === "done")) return "done";
  if (works.includes("blocked")) return "blocked";
  return works.every((work) => work === "todo") ? "todo" : "in-progress";
}

/** Every item's work: its own, or its children's. Loops in the parents (which no command makes) read as their own. */
export function judgeWork(s: Survey): ReadonlyMap<string, Work> {
  const works = new Map<string, Work>();
  const open = new Set<string>();
  const workOf = (item: Item): Work => {
    const known = works.get(item.id);
    if (known !== undefined) return known;
    const children = s.children.get(item.id);
    if (children === undefined || open.has(item.id)) return item.work;
    open.add(item.id);
    const applying = children.filter((child) => (s.applied.applicability.get(child.id) ?? child.applicability) !== "not-applicable");
    const work = workOfChildren(applying.map(workOf));
    open.delete(item.id);
    works.set(item.id, work);
    return work;
  };
  for (const item of s.items) works.set(item.id, workOf(item));
  return works;
}
