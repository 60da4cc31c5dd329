import type { z } from "zod";
import { judgeDecideWaiver, judgeEndWaiver, judgeRequestWaiver } from "@/lib/domain/judge-waiver";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import { newId } from "../digest";
import { judgeFresh } from "../fresh";
import type * as input from "../input/decision";
import { momentOf } from "../moment-of";
import type { Actor } from "../sessions";

type Outcome = Promise<Done | Refusal>;

/** Asks to go without an item, with reason, compensating control and end (rules §4). A day lasts to its end in the launch's zone. */
export function requestWaiver(actor: Actor, { launch, item, endsAt, ...wanted }: z.infer<typeof input.requestWaiver>): Outcome {
  return change(actor, launch, ({ state, person, now }) => {
    const end = momentOf(endsAt, state.launch.zone, "end");
    if (end === null) return refuse("bad-instant", { field: "endsAt" });
    return judgeRequestWaiver(state, person, { itemId: item, ...wanted, endsAt: end }, now, newId);
  });
}

/** Approves or refuses a waiver (rules §4). Approving asks for the password again after ten minutes (trust 4). */
export function decideWaiver(actor: Actor, { launch, waiver, ...wanted }: z.infer<typeof input.decideWaiver>): Outcome {
  return change(actor, launch, ({ state, person, now }) => {
    const judged = judgeDecideWaiver(state, person, { waiverId: waiver, ...wanted }, now);
    return judged.allowed && wanted.approve ? (judgeFresh(actor, now) ?? judged) : judged;
  });
}

/** Ends a waiver before its time, or takes a request back. */
export function endWaiver(actor: Actor, { launch, waiver, version }: z.infer<typeof input.endWaiver>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeEndWaiver(state, person, { waiverId: waiver, version }, now));
}
