import type { Instant, LaunchState, Waiver } from "./state";
import { changeOf, created } from "./changes";
import { type OfItem, findItem, isOver } from "./find-item";
import { type Person, may, seatsFor } from "./permissions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { isRefusal, readReason, readText } from "./text-input";
import { readWaiver } from "./waivers";
import { addDays, dayOf, endOfDay, instantOf, isInstant } from "./zone";

/** The last moment at which a waiver may end: some days after go-live (or today, while there is no date), to the day's end (§4). */
export function latestEnd(state: LaunchState, now: Instant): Instant {
  const { goLive, zone, waiverDaysAfter } = state.launch;
  const at = goLive === null ? now : instantOf(goLive, zone);
  return endOfDay(addDays(dayOf(at < now ? now : at, zone), waiverDaysAfter), zone);
}

function judgeEnd(state: LaunchState, endsAt: Instant, now: Instant): Refusal | null {
  if (!isInstant(endsAt)) return refuse("bad-instant", { field: "endsAt" });
  if (endsAt <= now) return refuse("in-the-past", { field: "endsAt" });
  return endsAt > latestEnd(state, now) ? refuse("waiver-too-long", { field: "endsAt", limit: state.launch.waiverDaysAfter }) : null;
}

/** §4: marked as never to be waived, or one under it is, which its waiver would cover. */
export function isNeverWaived(state: LaunchState, itemId: string): boolean {
  const items = Object.values(state.item);
  const marked = (id: string, seen: ReadonlySet<string>): boolean => !seen.has(id) && (state.item[id]?.neverWaive === true
    || items.some((child) => child.parentId === id && child.retiredAt === null && marked(child.id, new Set([...seen, id]))));
  return marked(itemId, new Set());
}

/** Asks to go without an item: reason, compensating control, end. Changes nothing until it is approved (decision rules §4). */
export function judgeRequestWaiver(state: LaunchState, actor: Person, input: OfItem & { reason: string; control: string; endsAt: Instant }, now: Instant, newId: () => string): Outcome {
  const found = findItem(state, actor, "request-waiver", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  if (isNeverWaived(state, item.id)) return refuse("never-waive");
  if (item.applicability === "not-applicable") return refuse("not-applicable-item");
  const asked = Object.values(state.waiver).find((waiver) => waiver.itemId === item.id && waiver.state === "requested");
  if (asked !== undefined) return refuse("already-decided", { field: "waiver" });
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  const control = readText(input.control, "control");
  if (isRefusal(control)) return control;
  const end = judgeEnd(state, input.endsAt, now);
  if (end !== null) return end;
  const waiver: Waiver = {
    id: newId(), itemId: item.id, reason: reason.text, control: control.text, endsAt: input.endsAt, requestedBy: actor.id, requestedAt: now,
    state: "requested", decidedBy: null, decidedAt: null, decidedReason: null, endedAt: null, version: 1,
  };
  return allow("waiver.requested", created("waiver", waiver));
}

function findWaiver(state: LaunchState, actor: Person, id: string, version: number, now: Instant): { waiver: Waiver; sectionId: string } | Refusal {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const waiver = Object.hasOwn(state.waiver, id) ? state.waiver[id] : undefined;
  const item = waiver === undefined ? undefined : state.item[waiver.itemId];
  if (waiver === undefined || item === undefined) return refuse("unknown-waiver");
  if (!may(actor, "decide-waiver", { seats: seatsFor(state, item.sectionId), now })) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (waiver.version !== version) return refuse("stale-version", { seen: version, present: waiver.version });
  return { waiver, sectionId: item.sectionId };
}

/**
 * Approves or refuses a waiver: a manager or the holder of a seat for the section, never the one who asked. A refusal needs a
 * reason. An approved one takes the place of one in force on the same item, so that lengthening is a new decision (§4).
 */
export function judgeDecideWaiver(state: LaunchState, actor: Person, input: { waiverId: string; approve: boolean; reason: string | null; version: number }, now: Instant): Outcome {
  const found = findWaiver(state, actor, input.waiverId, input.version, now);
  if (isRefusal(found)) return found;
  const { waiver } = found;
  if (waiver.requestedBy === actor.id) return refuse("own-request");
  if (waiver.state !== "requested") return refuse("already-decided");
  const wanted = !input.approve || (input.reason ?? "").trim() !== "";
  const reason = wanted ? readReason(input.reason) : { text: null };
  if (isRefusal(reason)) return reason;
  const decided = { decidedBy: actor.id, decidedAt: now, decidedReason: reason.text };
  if (!input.approve) return allow("waiver.refused", changeOf("waiver", waiver, { ...decided, state: "refused" }));
  if (isNeverWaived(state, waiver.itemId)) return refuse("never-waive");
  const end = judgeEnd(state, waiver.endsAt, now);
  if (end !== null) return end;
  const inForce = Object.values(state.waiver).filter((one) => readWaiver(one, now) === "active");
  const replaced = inForce.filter((one) => one.itemId === waiver.itemId);
  const { waiverLimit } = state.launch;
  if (waiverLimit !== null && inForce.length - replaced.length >= waiverLimit) return refuse("waiver-limit", { limit: waiverLimit });
  return allow("waiver.approved", changeOf("waiver", waiver, { ...decided, state: "active" }),
    ...replaced.map((one) => changeOf("waiver", one, { state: "ended" })));
}

/** Ends a waiver before its time, or takes a request back: the requester, or whoever may decide it. */
export function judgeEndWaiver(state: LaunchState, actor: Person, input: { waiverId: string; version: number }, now: Instant): Outcome {
  const waiver = Object.hasOwn(state.waiver, input.waiverId) ? state.waiver[input.waiverId] : undefined;
  const own = waiver !== undefined && waiver.requestedBy === actor.id && may(actor, "request-waiver");
  const found = own ? { waiver } : findWaiver(state, actor, input.waiverId, input.version, now);
  if (isRefusal(found)) return found;
  if (found.waiver.version !== input.version) return refuse("stale-version", { seen: input.version, present: found.waiver.version });
  if (found.waiver.state === "ended" || found.waiver.state === "refused") return refuse("waiver-ended");
  return allow("waiver.ended", changeOf("waiver", found.waiver, { state: "ended" }));
}
