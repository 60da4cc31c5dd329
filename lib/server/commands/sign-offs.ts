import type { z } from "zod";
import { judgeSign, judgeWithdrawSignOff } from "@/lib/domain/judge-sign-off";
import type { Refusal } from "@/lib/domain/refusal";
import { texts } from "@/lib/texts/texts";
import { change, type Done } from "../change";
import { newId, sha256 } from "../digest";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";
import { noteSeen } from "./bookmark";
import { confirmPassword } from "./confirm-password";

/**
 * Signs for a seat: the password is asked for again, and the state signed is the one that was shown, by its digest, judged
 * under the launch's lock: an edit in between wins, and nothing is signed (rules §8).
 */
export async function sign(actor: Actor, { password, ...wanted }: input.SignInput, from: { address: string; sessionId: string | null }): Promise<Done | Refusal> {
  return (await confirmPassword(actor, password, from)) ?? signShown(actor, wanted);
}

/** The signature itself, by somebody whose password has just been given. */
export function signShown(actor: Actor, { launch, seat, seen, ...wanted }: Omit<input.SignInput, "password">): Promise<Done | Refusal> {
  const meaning = texts("common")(`meaning.${wanted.position}`);
  return change(actor, launch, async ({ tx, state, person, now }) => {
    const judged = judgeSign(state, person, { seatId: seat, ...wanted, meaning, nameThen: actor.name }, now, newId, sha256);
    if (judged.allowed && seen !== undefined) await noteSeen(tx, state.launch.id, actor.id, seen);
    return judged;
  });
}

/** Takes a signature back, with a reason; both stay in the history. */
export function withdrawSignOff(actor: Actor, { launch, signOff, reason, version }: z.infer<typeof input.withdrawSignOff>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => judgeWithdrawSignOff(state, person, { signOffId: signOff, reason, version }, now));
}
