import type { z } from "zod";
import { slug as slugOf } from "@/lib/document/keys";
import { numbered } from "@/lib/document/plain";
import { headingsAbove, readWords, type ReadWords } from "@/lib/document/read-words";
import type { Part } from "@/lib/domain/find-part";
import { judgeFollowWords } from "@/lib/domain/judge-follow-words";
import { judgeAddGroup, judgeAddSection, judgeMoveGroup, judgeMoveSection, judgeRewordGroup, judgeRewordSection } from "@/lib/domain/judge-structure-headings";
import { judgeAddItem, judgeMoveItem, judgeRewordItem } from "@/lib/domain/judge-structure-items";
import { judgeRetireGroup, judgeRetireItem, judgeRetireSection, judgeReturnGroup, judgeReturnItem, judgeReturnSection } from "@/lib/domain/judge-structure-retire";
import { judgeAddSeat, judgeMoveSeat, judgeRetireSeat, judgeReturnSeat, judgeRewordSeat } from "@/lib/domain/judge-structure-seats";
import { asOneLine } from "@/lib/domain/one-line";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { Item, LaunchState } from "@/lib/domain/state";
import { change, type Done } from "../change";
import { newId } from "../digest";
import type * as input from "../input/structure";
import type { Actor } from "../sessions";
import { edit } from "./edit-structure";

type In<S extends z.ZodType> = z.infer<S>;
type Result = Promise<Done | Refusal>;

const wordsOf = (state: LaunchState, groupId: string, text: string): ReadWords | null => readWords(headingsAbove(state, groupId), asOneLine(text));

/** A heading as a document would read it: without number, marks and symbols. */
const titleOf = (text: string): string => (/[\r\n]/.test(text.trim()) ? text : numbered(text).title);

/** Adds an item to a group, under another item or not. Its window is that of its place; what its words say besides waits for `followWords`. */
export function addItem(actor: Actor, { launch, group, parent, before, text }: In<typeof input.addItem>): Result {
  return edit(actor, launch, ({ state, person, now }) => {
    const read = wordsOf(state, group, text);
    const outcome = judgeAddItem(state, person, { groupId: group, parentId: parent, before, text, key: read?.key ?? "item", window: read?.said.window ?? "before" }, now, newId);
    return outcome.allowed && read === null ? refuse("reads-otherwise", { field: "text" }) : outcome;
  });
}

/** Adds a group to a section. */
export function addGroup(actor: Actor, { launch, section, title }: In<typeof input.addGroup>): Result {
  return edit(actor, launch, ({ state, person }) => judgeAddGroup(state, person, { sectionId: section, title: titleOf(title) }, newId), probed);
}

/** Adds a section behind all others. */
export function addSection(actor: Actor, { launch, title }: In<typeof input.addSection>): Result {
  return edit(actor, launch, ({ state, person }) => judgeAddSection(state, person, { title: titleOf(title) }, newId), probed);
}

/** A state in which the newest group has an item, if it has none. */
function probed(state: LaunchState): LaunchState {
  const group = Object.values(state.group).at(-1);
  const [like] = Object.values(state.item);
  if (!group || !like) return state;
  const item: Item = { ...like, id: "probe", key: "probe", text: "Probe", sectionId: group.sectionId, groupId: group.id, parentId: null, line: null, retiredAt: null };
  return { ...state, item: { ...state.item, probe: item } };
}

/** Adds a seat behind all others, empty and for all sections. */
export function addSeat(actor: Actor, { launch, team, role }: In<typeof input.addSeat>): Result {
  const key = [slugOf(team), slugOf(role) || "seat"].filter((part) => part !== "").join("/");
  return edit(actor, launch, ({ state, person, now }) => judgeAddSeat(state, person, { team, role, key }, now, newId));
}

/** Gives an item, a group or a section other words. */
export function rewordPart(actor: Actor, { launch, part, ...wanted }: In<typeof input.rewordPart>): Result {
  return edit(actor, launch, ({ state, person }) => {
    if (part === "section") return judgeRewordSection(state, person, { ...wanted, text: titleOf(wanted.text) });
    if (part === "group") return judgeRewordGroup(state, person, { ...wanted, text: titleOf(wanted.text) });
    const outcome = judgeRewordItem(state, person, wanted);
    return outcome.allowed && wordsOf(state, state.item[wanted.id]?.groupId ?? "", wanted.text) === null ? refuse("reads-otherwise", { field: "text" }) : outcome;
  });
}

/** Renames a seat's role and team. */
export function renameSeat(actor: Actor, { launch, seat, ...wanted }: In<typeof input.renameSeat>): Result {
  return edit(actor, launch, ({ state, person }) => judgeRewordSeat(state, person, { id: seat, ...wanted }));
}

/** Moves an item with what is nested in it. */
export function moveItem(actor: Actor, { launch, item, group, parent, ...wanted }: In<typeof input.moveItem>): Result {
  return edit(actor, launch, ({ state, person }) => judgeMoveItem(state, person, { id: item, groupId: group, parentId: parent, ...wanted }));
}

/** Moves a group with its items, within its section or into another one. */
export function moveGroup(actor: Actor, { launch, group, section, ...wanted }: In<typeof input.moveGroup>): Result {
  return edit(actor, launch, ({ state, person }) => judgeMoveGroup(state, person, { id: group, sectionId: section, ...wanted }));
}

/** Moves a section or a seat. */
export function movePart(actor: Actor, { launch, part, ...wanted }: In<typeof input.movePart>): Result {
  return edit(actor, launch, ({ state, person }) => (part === "section" ? judgeMoveSection(state, person, wanted) : judgeMoveSeat(state, person, wanted)));
}

/** How retiring each part is judged. */
export const retiring = { item: judgeRetireItem, group: judgeRetireGroup, section: judgeRetireSection, seat: judgeRetireSeat } as const satisfies Record<Part, unknown>;
const returning = { item: judgeReturnItem, group: judgeReturnGroup, section: judgeReturnSection, seat: judgeReturnSeat } as const satisfies Record<Part, unknown>;

/** Takes a part out, with what stands in it. Never refused for the document's sake: at worst a line loses its box. */
export function retirePart(actor: Actor, { launch, part, ...wanted }: In<typeof input.retirePart>): Result {
  return change(actor, launch, ({ state, person, now }) => retiring[part](state, person, wanted, now));
}

/** Brings a retired part back to its place, with what went with it. */
export function returnPart(actor: Actor, { launch, part, ...wanted }: In<typeof input.returnPart>): Result {
  return change(actor, launch, ({ state, person, now }) => returning[part](state, person, wanted, now));
}

/** Takes over what an item's words say: its condition, target, cadence or window. */
export function followWords(actor: Actor, { launch, item, ...wanted }: In<typeof input.followWords>): Result {
  return change(actor, launch, ({ state, person, now }) => judgeFollowWords(state, person, {
    id: item, ...wanted, said: (row) => wordsOf(state, row.groupId, row.text)?.said ?? { condition: row.condition, question: null, threshold: row.threshold, cadence: row.cadence, window: row.window, advisory: null },
  }, now, newId));
}
