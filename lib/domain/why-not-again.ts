import type { Change, Instant, Item, LaunchState } from "./state";
import { applyChanges } from "./changes";
import { saysItsFact } from "./judge-applicability";
import { sharesFailure } from "./judge-link";
import { isNeverWaived } from "./judge-waiver";
import { type Person, may } from "./permissions";
import { openPoll } from "./poll";
import { type Refusal, refuse } from "./refusal";
import { liveSections } from "./survey";
import { readWaiver } from "./waivers";

type Fields = Readonly<Record<string, unknown>>;
const sets = (change: Change, ...fields: readonly string[]): boolean => change.before !== null && fields.some((field) => Object.hasOwn(change.after ?? {}, field));

/**
 * Why what was before an event cannot be again as things stand, although its own rows are untouched (decision rules §11, mend 61): what
 * each act's judgement would refuse today is not let in by taking one back. `back` are the changes that take it back.
 */
export function whyNotAgain(state: LaunchState, actor: Person, back: readonly Change[], now: Instant): Refusal | null {
  const next = applyChanges(state, back, state.revision + 1);
  return someoneLeft(next, back) ?? misplaced(state, next, back) ?? offItsFact(state, next, back) ?? overPoll(state, back)
    ?? waivedAgain(next, back, now) ?? offItsLink(state, actor, back);
}

/** Nobody who has left owns an item or sits on a seat again. */
function someoneLeft(next: LaunchState, back: readonly Change[]): Refusal | null {
  const names = back.flatMap(({ entity, after }) => {
    const row: Fields = after ?? {};
    return entity === "item" ? [row.ownerId] : entity === "seat" ? [row.holderId, row.delegateId] : [];
  });
  return names.some((id) => typeof id === "string" && !Object.hasOwn(next.member, id)) ? refuse("not-a-member") : null;
}

/** What stands in the checklist stands in a group, a section and under an item that do: nothing drops out of the count unsaid. */
function misplaced(state: LaunchState, next: LaunchState, back: readonly Change[]): Refusal | null {
  const moves = back.filter((change) => (change.entity === "item" || change.entity === "group" || change.entity === "section")
    && (change.after === null || sets(change, "retiredAt", "groupId", "sectionId", "parentId")));
  if (moves.length === 0) return null;
  if (liveSections(next).length === 0) return refuse("last-section");
  const own = new Set(moves.map(({ id }) => id));
  if (moves.some(({ id }) => isUnderItself(next, id))) return refuse("under-itself");
  const astray = [...Object.values(next.item), ...Object.values(next.group)].filter((row) => !isPlaced(next, row) && isPlaced(state, state.item[row.id] ?? state.group[row.id]));
  return astray.length === 0 ? null : refuse(astray.some(({ id }) => own.has(id)) ? "place-retired" : "built-upon");
}

const isLive = (row: { retiredAt: Instant | null } | undefined): boolean => row !== undefined && row.retiredAt === null;

/** What is retired, or not there at all, is in nobody's way. */
function isPlaced({ section, group, item }: LaunchState, row: Pick<Item, "sectionId" | "retiredAt"> & Partial<Pick<Item, "groupId" | "parentId">> | undefined): boolean {
  if (row === undefined || row.retiredAt !== null) return true;
  return isLive(section[row.sectionId]) && (row.groupId === undefined || isLive(group[row.groupId])) && (!row.parentId || isLive(item[row.parentId]));
}

function isUnderItself({ item }: LaunchState, id: string): boolean {
  const seen = new Set<string>();
  for (let at = item[id]?.parentId ?? null; at !== null && !seen.has(at); at = item[at]?.parentId ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** What a fact decides, it decides as it is answered now. */
function offItsFact(state: LaunchState, next: LaunchState, back: readonly Change[]): Refusal | null {
  if (!back.some(({ entity }) => entity === "item" || entity === "fact")) return null;
  const off = Object.values(next.item).some((item) => !saysItsFact(item, next.fact) && (state.item[item.id] === undefined || saysItsFact(state.item[item.id] ?? item, state.fact)));
  return off ? refuse("built-upon") : null;
}

/** A poll's rule, and who must answer, are declared before it opens (decision rules §9). */
function overPoll(state: LaunchState, back: readonly Change[]): Refusal | null {
  const declares = back.some((change) => (change.entity === "launch" && sets(change, "pollRule", "quorum")) || (change.entity === "seat" && sets(change, "mustAnswer")));
  return declares && openPoll(state) !== null ? refuse("poll-open") : null;
}

/** A waiver that was ended, or a request that was taken back, stands again only where it could be made (decision rules §4). */
function waivedAgain(next: LaunchState, back: readonly Change[], now: Instant): Refusal | null {
  const all = Object.values(next.waiver);
  for (const change of back) {
    const one = change.entity === "waiver" && sets(change, "state") ? next.waiver[change.id] : undefined;
    if (one === undefined || (one.state !== "active" && one.state !== "requested")) continue;
    if (all.some((other) => other.id !== one.id && other.itemId === one.itemId && other.state === one.state && readWaiver(other, now) !== "expired")) return refuse("built-upon");
    if (readWaiver(one, now) !== "active") continue;
    if (isNeverWaived(next, one.itemId)) return refuse("never-waive");
    const { waiverLimit: limit } = next.launch;
    if (limit !== null && all.filter((other) => readWaiver(other, now) === "active").length > limit) return refuse("waiver-limit", { limit });
  }
  return null;
}

/** Parting from a result that fails clears a contradiction, whichever way it is done (mend 50). */
function offItsLink(state: LaunchState, actor: Person, back: readonly Change[]): Refusal | null {
  if (may(actor, "withdraw-failing-evidence")) return null;
  const left = new Set(back.flatMap((change) => (change.entity === "item" && (change.after === null || sets(change, "link")) ? [state.item[change.id]?.link ?? null] : [])));
  return [...left].some((link) => link !== null && sharesFailure(state, link)) ? refuse("needs-manager") : null;
}
