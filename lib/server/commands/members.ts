import type { z } from "zod";
import { judgeRemoveMember, judgeSetMember } from "@/lib/domain/judge-member";
import type { Refusal } from "@/lib/domain/refusal";
import type { Role } from "@/lib/domain/state";
import { change, type Done } from "../change";
import { judgeFresh } from "../fresh";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";
import { forgetBookmark } from "./bookmark";

/** Makes somebody with an account a member, or gives a member another role; asks for the password again (trust 4). */
export function setMember(actor: Actor, { launch, member, role, version }: { launch: string; member: string; role: Role; version: number | null }): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person, now }) => {
    const judged = judgeSetMember(state, person, { memberId: member, role, version });
    return judged.allowed && judged.changes.length > 0 ? (judgeFresh(actor, now) ?? judged) : judged;
  });
}

/** Takes a member out of a launch; asks for the password again (trust 4). */
export function removeMember(actor: Actor, { launch, member, version }: z.infer<typeof input.removeMember>): Promise<Done | Refusal> {
  return change(actor, launch, async ({ tx, state, person, now }) => {
    const judged = judgeRemoveMember(state, person, { memberId: member, version });
    const refusal = judged.allowed ? judgeFresh(actor, now) : null;
    if (judged.allowed && !refusal) await forgetBookmark(tx, state.launch.id, member);
    return refusal ?? judged;
  });
}
