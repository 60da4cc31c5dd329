import type { Instant, LaunchState, Seat } from "./state";
import { changeOf, created } from "./changes";
import { byPosition } from "./document-order";
import { findPart, type OfPart, refusedStructure } from "./find-part";
import { checklistLimits } from "./limits";
import { readLine } from "./one-line";
import { onceEach } from "./once-each";
import type { Person } from "./permissions";
import { indexBefore, placeAmong } from "./place-among";
import { allow, refuse, type Outcome, type Refusal } from "./refusal";
import { isRefusal } from "./text-input";

interface Named { team: string; role: string }

/** What a sign-off line can hold before its colon; a team is its heading, and may be none. */
function readNames(input: Named): Named | Refusal {
  const role = readLine(input.role, "role", checklistLimits.role);
  if (isRefusal(role)) return role;
  if (role.text.length < 2 || /[:_*|]/.test(role.text)) return refuse("bad-role", { field: "role" });
  if (input.team.trim() === "") return { team: "", role: role.text };
  const team = readLine(input.team, "team", checklistLimits.title);
  return isRefusal(team) ? team : { team: team.text, role: role.text };
}

/** Adds a seat behind all others, empty, for all sections. `key` as the document would call it; it gets that or the next free one. */
export function judgeAddSeat(state: LaunchState, actor: Person, input: Named & { key: string }, now: Instant, newId: () => string): Outcome {
  const refused = refusedStructure(state, actor);
  if (refused) return refused;
  const names = readNames(input);
  if (isRefusal(names)) return names;
  const all = Object.values(state.seat).sort(byPosition);
  const seat: Seat = {
    id: newId(), key: onceEach(all.map((one) => one.key))(input.key), ...names, position: placeAmong(all, all.length, 1).given[0] ?? 0, line: null, holderId: null, holderAt: null,
    delegateId: null, delegateFrom: null, delegateTo: null, sections: null, mustAnswer: false, documentName: null, documentDate: null, createdAt: now, retiredAt: null, version: 1,
  };
  return allow("seat.added", created("seat", seat));
}

/** Renames a seat's role and team. Its key, holder and signatures stay: a name is not what is signed for (decision rules §8). */
export function judgeRewordSeat(state: LaunchState, actor: Person, input: OfPart & Named): Outcome {
  const found = findPart(state, actor, "seat", input);
  if (isRefusal(found)) return found;
  const names = readNames(input);
  return isRefusal(names) ? names : allow("seat.reworded", changeOf("seat", found.row, names));
}

/** Moves a seat before another one, or behind all (`before` null). */
export function judgeMoveSeat(state: LaunchState, actor: Person, input: OfPart & { before: string | null }): Outcome {
  const found = findPart(state, actor, "seat", input);
  if (isRefusal(found)) return found;
  if (input.before === input.id) return refuse("under-itself");
  const rows = Object.values(state.seat).filter((seat) => seat.id !== input.id).sort(byPosition);
  const at = indexBefore(rows, input.before);
  if (at === null) return refuse("unknown-seat", { field: "before" });
  const { given: [position = 0], shifted } = placeAmong(rows, at, 1);
  return allow("seat.moved", changeOf("seat", found.row, { position }), ...rows.map((row) => changeOf("seat", row, { position: shifted.get(row.id) ?? row.position })));
}

/** Takes a seat out: nobody has to sign for it any more. Its holder and its signatures stay with it, out of sight. */
export function judgeRetireSeat(state: LaunchState, actor: Person, input: OfPart, now: Instant): Outcome {
  const found = findPart(state, actor, "seat", input);
  return isRefusal(found) ? found : allow("seat.retired", changeOf("seat", found.row, { retiredAt: now }));
}

/** Brings a seat back as it was. */
export function judgeReturnSeat(state: LaunchState, actor: Person, input: OfPart): Outcome {
  const found = findPart(state, actor, "seat", input, "retired");
  return isRefusal(found) ? found : allow("seat.returned", changeOf("seat", found.row, { retiredAt: null }));
}
