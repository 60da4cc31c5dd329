import type { z } from "zod";
import { judgeAddEvidence, judgeWithdrawEvidence, type NewEvidence } from "@/lib/domain/judge-evidence";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { Day, Instant, LaunchState } from "@/lib/domain/state";
import { dayOf, endOfDay, isDay, startOfDay } from "@/lib/domain/zone";
import { change, type Done } from "../change";
import { newId } from "../digest";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

const nothing = { url: null, fileHash: null, value: null, unit: null, outcome: null, source: null };

/** Attaches a link as proof, with the day at which what it shows was true. */
export function addLink(actor: Actor, { launch, item, title, url, trueOn, validDays }: z.infer<typeof input.addLink>): Promise<Done | Refusal> {
  return add(actor, launch, trueOn, { ...nothing, itemId: item, kind: "link", title, url, validDays });
}

/** Attaches a note as proof. */
export function addEvidenceNote(actor: Actor, { launch, item, text, trueOn, validDays }: z.infer<typeof input.addEvidenceNote>): Promise<Done | Refusal> {
  return add(actor, launch, trueOn, { ...nothing, itemId: item, kind: "note", title: text, validDays });
}

function add(actor: Actor, launch: string, trueOn: Day, wanted: Omit<NewEvidence, "trueAt">): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => {
    if (!isDay(trueOn)) return refuse("bad-day", { field: "trueOn" });
    return judgeAddEvidence(state, person, { ...wanted, trueAt: momentOn(trueOn, state, now) }, now, newId);
  });
}

/** A day as people give it: today means now, an earlier day its last moment, a later one is refused by its first. */
function momentOn(day: Day, state: LaunchState, now: Instant): Instant {
  const { zone } = state.launch;
  const today = dayOf(now, zone);
  if (day === today) return now;
  return day > today ? startOfDay(day, zone) : new Date(Date.parse(endOfDay(day, zone)) - 1).toISOString();
}

/** Withdraws a proof, with a reason; it stays in the history. */
export function withdrawEvidence(actor: Actor, { launch, evidence, reason, version }: z.infer<typeof input.withdrawEvidence>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeWithdrawEvidence(state, person, { evidenceId: evidence, reason, version }, now));
}
