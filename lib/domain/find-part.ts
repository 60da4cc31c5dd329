import type { Entities, LaunchState } from "./state";
import { isOver } from "./find-item";
import { may, type Person } from "./permissions";
import { refuse, type Refusal, type RefusalWhy } from "./refusal";

/** What the structure of a checklist is made of. */
export const parts = ["section", "group", "item", "seat"] as const;
export type Part = (typeof parts)[number];

/** What every change of structure says: which part, and the version that was seen. */
export interface OfPart { id: string; version: number }

const unknown: Readonly<Record<Part, RefusalWhy>> = { section: "unknown-section", group: "unknown-group", item: "unknown-item", seat: "unknown-seat" };

/** Whether somebody may change the structure now, and why not. */
export function refusedStructure(state: LaunchState, actor: Person): Refusal | null {
  if (!may(actor, "view")) return refuse("unknown-launch");
  if (!may(actor, "edit-structure")) return refuse("not-permitted");
  return isOver(state) ? refuse("launch-over") : null;
}

/** A part that is in the checklist; unknown and retired are one answer. */
export function livePart<P extends Part>(state: LaunchState, part: P, id: string): Entities[P] | null {
  // Rows of one kind by id, as LaunchState says; a generic index loses that.
  const rows = state[part] as Readonly<Record<string, Entities[P]>>;
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  return row === undefined || row.retiredAt !== null ? null : row;
}

/** The part to be changed, if the actor may and saw the version that stands. `retired`: one that was taken out instead. */
export function findPart<P extends Part>(state: LaunchState, actor: Person, part: P, { id, version }: OfPart, standing: "live" | "retired" = "live"): { row: Entities[P] } | Refusal {
  const refused = refusedStructure(state, actor);
  if (refused) return refused;
  // As above.
  const rows = state[part] as Readonly<Record<string, Entities[P]>>;
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  if (row === undefined || (row.retiredAt === null) !== (standing === "live")) return refuse(unknown[part]);
  if (row.version !== version) return refuse("stale-version", { seen: version, present: row.version });
  return { row };
}
