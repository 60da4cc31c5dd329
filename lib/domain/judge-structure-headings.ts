import type { Group, LaunchState, Section } from "./state";
import { changeOf, created } from "./changes";
import { byPosition } from "./document-order";
import { findPart, livePart, type OfPart, refusedStructure } from "./find-part";
import { checklistLimits } from "./limits";
import { readLine } from "./one-line";
import type { Person } from "./permissions";
import { indexBefore, placeAmong } from "./place-among";
import { allow, refuse, type Outcome } from "./refusal";
import { isRefusal } from "./text-input";

/** What stands between the headings in a group's title: a group under another group. */
export const under = " › ";

const groupsIn = (state: LaunchState, sectionId: string): Group[] => Object.values(state.group).filter((group) => group.sectionId === sectionId).sort(byPosition);

/** Adds a section behind all others, with room for items right under its heading. Its key is the next whole number, given once. */
export function judgeAddSection(state: LaunchState, actor: Person, input: { title: string }, newId: () => string): Outcome {
  const refused = refusedStructure(state, actor);
  if (refused) return refused;
  const title = readLine(input.title, "title", checklistLimits.title);
  if (isRefusal(title)) return title;
  const all = Object.values(state.section).sort(byPosition);
  if (all.filter((section) => section.retiredAt === null).length >= checklistLimits.sections) return refuse("too-many-sections", { limit: checklistLimits.sections });
  const key = String(Math.max(0, ...all.map((section) => Number.parseInt(section.key, 10)).filter(Number.isFinite)) + 1);
  const [position = 0] = placeAmong(all, all.length, 1).given;
  const section: Section = { id: newId(), key, title: title.text, position, proof: null, proofReason: null, proofAt: null, validDays: null, retiredAt: null, version: 1 };
  return allow("section.added", created("section", section), created("group", { id: newId(), sectionId: section.id, title: "", position: 0, retiredAt: null, version: 1 }));
}

/** Adds a group behind all others of a section. */
export function judgeAddGroup(state: LaunchState, actor: Person, input: { sectionId: string; title: string }, newId: () => string): Outcome {
  const refused = refusedStructure(state, actor);
  if (refused) return refused;
  if (livePart(state, "section", input.sectionId) === null) return refuse("unknown-section", { field: "section" });
  const title = readLine(input.title, "title", checklistLimits.title);
  if (isRefusal(title)) return title;
  // Positions of groups run through the whole document; only those of one section are ever compared.
  const [position = 0] = placeAmong(groupsIn(state, input.sectionId), groupsIn(state, input.sectionId).length, 1).given;
  return allow("group.added", created("group", { id: newId(), sectionId: input.sectionId, title: title.text, position, retiredAt: null, version: 1 }));
}

/** Gives a section another heading. */
export function judgeRewordSection(state: LaunchState, actor: Person, input: OfPart & { text: string }): Outcome {
  const found = findPart(state, actor, "section", input);
  if (isRefusal(found)) return found;
  const title = readLine(input.text, "text", checklistLimits.title);
  return isRefusal(title) ? title : allow("section.reworded", changeOf("section", found.row, { title: title.text }));
}

/** Gives a group another heading: the innermost of its title. Groups under it, whose titles begin with its own, follow. */
export function judgeRewordGroup(state: LaunchState, actor: Person, input: OfPart & { text: string }): Outcome {
  const found = findPart(state, actor, "group", input);
  if (isRefusal(found)) return found;
  const read = readLine(input.text, "text", checklistLimits.title);
  if (isRefusal(read)) return read;
  const { row } = found;
  const title = [...row.title.split(under).slice(0, -1), read.text].join(under);
  const below = groupsIn(state, row.sectionId).filter((group) => row.title !== "" && group.title.startsWith(`${row.title}${under}`));
  return allow("group.reworded", changeOf("group", row, { title }), ...below.map((group) => changeOf("group", group, { title: title + group.title.slice(row.title.length) })));
}

/** Moves a section before another one, or behind all (`before` null). */
export function judgeMoveSection(state: LaunchState, actor: Person, input: OfPart & { before: string | null }): Outcome {
  const found = findPart(state, actor, "section", input);
  if (isRefusal(found)) return found;
  if (input.before === input.id) return refuse("under-itself");
  const rows = Object.values(state.section).filter((section) => section.id !== input.id).sort(byPosition);
  const at = indexBefore(rows, input.before);
  if (at === null) return refuse("unknown-section", { field: "before" });
  const { given: [position = 0], shifted } = placeAmong(rows, at, 1);
  return allow("section.moved", changeOf("section", found.row, { position }), ...rows.map((row) => changeOf("section", row, { position: shifted.get(row.id) ?? row.position })));
}

/** Moves a group with its items within its section or into another one; `before` null = behind all there. */
export function judgeMoveGroup(state: LaunchState, actor: Person, input: OfPart & { sectionId: string; before: string | null }): Outcome {
  const found = findPart(state, actor, "group", input);
  if (isRefusal(found)) return found;
  if (livePart(state, "section", input.sectionId) === null) return refuse("unknown-section", { field: "section" });
  if (input.before === input.id) return refuse("under-itself");
  const rows = groupsIn(state, input.sectionId).filter((group) => group.id !== input.id);
  const at = indexBefore(rows, input.before);
  if (at === null) return refuse("unknown-group", { field: "before" });
  const { given: [position = 0], shifted } = placeAmong(rows, at, 1);
  const items = Object.values(state.item).filter((item) => item.groupId === input.id);
  return allow(
    "group.moved", changeOf("group", found.row, { sectionId: input.sectionId, position }), ...rows.map((row) => changeOf("group", row, { position: shifted.get(row.id) ?? row.position })),
    ...items.map((item) => changeOf("item", item, { sectionId: input.sectionId })),
  );
}
