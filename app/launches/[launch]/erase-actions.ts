"use server";

import type { z } from "zod";
import type { Erasable, Reach } from "@/lib/domain/erase-reach";
import { requestSource } from "@/lib/server/auth";
import type { Answer, Refused } from "@/lib/server/answer";
import * as erase from "@/lib/server/commands/erase";
import { erasePerson as erasePersonNow } from "@/lib/server/commands/erase-person";
import * as input from "@/lib/server/input/decision";
import * as erasing from "@/lib/server/queries/erasing";
import { act } from "./act";
import { look } from "./look";

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
export async function listErasable(wanted: In<typeof input.listErasable>): Told<{ listed: Erasable }> {
  const told = await look(input.listErasable, wanted, (visit, { of, q }) => erasing.listErasable(visit, of, q));
  return told.allowed ? { allowed: true, listed: told.found } : told;
}
/** What erasing a text would do; nothing is erased. */
export async function lookAtErasing(wanted: In<typeof input.lookAtErasing>): Told<{ reach: Reach }> {
  const told = await look(input.lookAtErasing, wanted, (visit, { place }) => erasing.lookAtErasing(visit, place));
  return told.allowed ? { allowed: true, reach: told.found } : told;
}
