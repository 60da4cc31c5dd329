"use server";

import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusal";
import { actorForChange, requestSource, visit } from "@/lib/server/auth";
import { refusedBy, type Answer, type Refused } from "@/lib/server/answer";
import * as erase from "@/lib/server/commands/erase";
import { erasePerson as erasePersonNow } from "@/lib/server/commands/erase-person";
import * as input from "@/lib/server/input/decision";
import * as erasing from "@/lib/server/queries/erasing";
import type { Visit } from "@/lib/server/sessions";
import { act } from "./act";

type In<S extends z.ZodType> = z.input<S>;
type Told<A> = Promise<({ allowed: true } & A) | Refused>;

export async function eraseText(wanted: In<typeof input.eraseText>): Promise<Answer> {
  const from = await requestSource();
  return act(input.eraseText, wanted, (actor, parsed) => erase.eraseText(actor, parsed, from));
}
export async function erasePerson(wanted: In<typeof input.erasePerson>): Promise<Answer> {
  const from = await requestSource();
  return act(input.erasePerson, wanted, (actor, parsed) => erasePersonNow(actor, parsed, from));
}

/** The texts of an event or item; nothing is erased. */
export async function listErasable(wanted: In<typeof input.listErasable>): Told<{ listed: erasing.Erasable }> {
  const listed = await look(input.listErasable, wanted, (found, { of, q }) => erasing.listErasable(found, of, q));
  return "allowed" in listed ? listed : { allowed: true, listed };
}
/** What erasing a text would do; nothing is erased. */
export async function lookAtErasing(wanted: In<typeof input.lookAtErasing>): Told<{ reach: erasing.Reach }> {
  const reach = await look(input.lookAtErasing, wanted, (found, { place }) => erasing.lookAtErasing(found, place));
  return "allowed" in reach ? reach : { allowed: true, reach };
}

async function look<S extends z.ZodType<{ launch: string }>, A extends object>(shape: S, came: unknown, query: (found: Visit, wanted: z.infer<S>) => Promise<A | Refusal>): Promise<A | Refused> {
  const who = await actorForChange();
  if (!who.allowed) return refusedBy(who);
  const parsed = shape.safeParse(came);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input" });
  const found = await visit(parsed.data.launch);
  const answer: A | Refusal = found ? await query(found, parsed.data) : { allowed: false, why: "not-signed-in" };
  return "allowed" in answer ? refusedBy(answer as Refusal) : answer; // what has been asked for has no such field
}
