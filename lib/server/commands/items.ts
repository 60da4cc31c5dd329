import type { z } from "zod";
import { judgeApplicability } from "@/lib/domain/judge-applicability";
import { judgeAssign, judgeSetDue } from "@/lib/domain/judge-assign";
import { judgeSetRequired } from "@/lib/domain/judge-required";
import { judgeSetWork } from "@/lib/domain/judge-work";
import type { Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

type Outcome = Promise<Done | Refusal>;

/** Sets an item's work; blocked needs a reason (rules §2, §4). */
export function setWork(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setWork>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeSetWork(state, person, { itemId: item, ...wanted }, now));
}

/** Decides whether an item applies; not applicable needs a reason (rules §2). */
export function setApplicability(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setApplicability>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeApplicability(state, person, { itemId: item, ...wanted }, now));
}

/** Makes an item required or advisory, with a reason (rules §2). */
export function setRequired(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setRequired>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeSetRequired(state, person, { itemId: item, ...wanted }, now));
}

/** Gives an item to a member, or to nobody. */
export function assign(actor: Actor, { launch, item, owner, version }: z.infer<typeof input.assign>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeAssign(state, person, { itemId: item, ownerId: owner, version }));
}

/** Sets the day by which an item is due. */
export function setDue(actor: Actor, { launch, item, due, version }: z.infer<typeof input.setDue>): Outcome {
  return change(actor, launch, ({ state, person, now }) => judgeSetDue(state, person, { itemId: item, due, version }, now));
}
