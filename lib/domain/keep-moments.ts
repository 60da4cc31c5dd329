import type { Change, Entities, Entity, Instant, Item, Launch, LaunchState, Section } from "./state";
import { applyChanges } from "./changes";
import { withGoLive } from "./go-lives";
import { judgeItems } from "./items";
import { countsSince, sinceOf } from "./since";
import { judgeProof, proofRequired } from "./standing";
import { survey } from "./survey";
import { judgeTiming } from "./timing";

/**
 * Rows carry when something became what it is; these moments say when it became so *for the verdict* (decision rules §6, "since when"):
 * to do and in progress are one kind of open, a waiver that was ended gives its item back then. They are kept here for every change
 * alike, so that no command has to think of them.
 */
type Kind = "open" | "blocked" | "done";

function kindOf(item: Item, state: LaunchState, now: Instant): Kind {
  if (item.work === "blocked") return "blocked";
  if (item.work !== "done") return "open";
  if (item.window !== "final-week") return "done";
  const s = survey(state, now);
  return judgeTiming(item, true, judgeProof(item, true, s).newestTrueAt, s) === "too-early" ? "open" : "done";
}

/** Since when it has been open, blocked or done, once it is `next`. */
function workSince(item: Item, next: Item, state: LaunchState, now: Instant): Instant {
  if (kindOf(item, state, now) !== kindOf(next, state, now)) return now;
  if (item.work !== "done") return item.workSince ?? item.workAt ?? item.createdAt;
  // Done too early and open again: the reason has stood since it said so itself.
  const s = survey(state, now);
  const found = judgeItems(s).get(item.id);
  return found === undefined ? now : sinceOf(found, s);
}

const isOut = ({ applicability, retiredAt, window }: Item): boolean =>
  applicability === "not-applicable" || retiredAt !== null || (window !== "before" && window !== "final-week");

/** When it last came back into what counts, once it is `next`; `undefined` = as before. */
function inScopeAt(item: Item, next: Item, state: LaunchState, now: Instant): Instant | undefined {
  if (item.applicability === next.applicability || next.applicability === "not-applicable") return isOut(item) && !isOut(next) ? now : undefined;
  // Of a later window or not: what is nested in it comes back with it.
  if (item.applicability === "not-applicable" || (isOut(item) && !isOut(next))) return now;
  // From here on the moment of the last decision says less than when it came to count.
  if (item.inScopeAt === null) return countsSince({ ...item, requiredAt: null, parentId: null }, state);
  return undefined;
}

function ofItem(item: Item, next: Item, before: LaunchState, after: LaunchState, now: Instant): Partial<Item> {
  const scope = inScopeAt(item, next, before, now);
  return {
    ...(item.work === next.work && item.workAt === next.workAt ? {} : { workSince: workSince(item, next, before, now) }),
    ...(scope === undefined ? {} : { inScopeAt: scope }),
    // Its first proof makes it need proof too (`hadProof`), but lies there with it.
    ...(item.hadProof === next.hadProof && !proofRequired(item, before) && proofRequired(next, after) ? { proofAt: now } : {}),
  };
}

function ofSection(section: Section, next: Section, { launch }: LaunchState, now: Instant): Partial<Section> {
  return (section.proof ?? launch.proof) !== "required" && (next.proof ?? launch.proof) === "required" ? { proofAt: now } : {};
}

function ofLaunch(launch: Launch, next: Launch, now: Instant): Partial<Launch> {
  return {
    ...(launch.goLive === next.goLive && launch.zone === next.zone ? {} : { goLives: withGoLive(launch, next, now) }),
    ...(launch.proof !== "required" && next.proof === "required" ? { proofAt: now } : {}),
  };
}

function momentsOf(change: Change, before: LaunchState, after: LaunchState, now: Instant): Record<string, unknown> {
  const { entity, id } = change;
  if (entity === "launch") return { ...ofLaunch(before.launch, after.launch, now) };
  const pair = <E extends Exclude<Entity, "launch">>(rows: E): [Entities[E], Entities[E]] | null => {
    const [was, is] = [before[rows][id], after[rows][id]];
    // A row of `rows`, by the type of the state.
    return was === undefined || is === undefined ? null : [was as Entities[E], is as Entities[E]];
  };
  if (entity === "item") {
    const rows = pair("item");
    return rows === null ? {} : { ...ofItem(...rows, before, after, now) };
  }
  if (entity === "section") {
    const rows = pair("section");
    return rows === null ? {} : { ...ofSection(...rows, before, now) };
  }
  const waiver = entity === "waiver" ? pair("waiver") : null;
  return waiver !== null && waiver[0].state === "active" && waiver[1].state === "ended" ? { endedAt: now } : {};
}

/**
 * The changes of an event with the moments that `since` is told from. Not for what takes an event back: that brings its moments back
 * as well, as if it had not happened.
 */
export function keepMoments(before: LaunchState, changes: readonly Change[], now: Instant): Change[] {
  if (!changes.some((change) => change.before !== null && change.after !== null)) return [...changes];
  const after = applyChanges(before, changes, before.revision + 1);
  return changes.map((change): Change => {
    if (change.before === null || change.after === null) return change;
    const moments = Object.entries(momentsOf(change, before, after, now)).filter(([field]) => !Object.hasOwn(change.after ?? {}, field));
    if (moments.length === 0) return change;
    // Every row is a plain record; its own type only names the fields.
    const row = (change.entity === "launch" ? before.launch : before[change.entity][change.id]) as unknown as Readonly<Record<string, unknown>>;
    const was = Object.fromEntries(moments.map(([field]) => [field, row[field] ?? null]));
    return { ...change, before: { ...change.before, ...was }, after: { ...change.after, ...Object.fromEntries(moments) } };
  });
}
