import type { z } from "zod";
import { judgeRemoveMember, judgeSetMember } from "@/lib/domain/judge-member";
import type { Refusal } from "@/lib/domain/refusal";
import type { Role } from "@/lib/domain/state";
import { change, type Done } from "../change";
import type * as input from "../input/launch";
import type { Actor } from "../sessions";

/** Makes somebody with an account a member, or gives a member another role. */
export function setMember(actor: Actor, { launch, member, role, version }: { launch: string; member: string; role: Role; version: number | null }): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeSetMember(state, person, { memberId: member, role, version }));
}

/** Takes a member out of a launch. */
export function removeMember(actor: Actor, { launch, member, version }: z.infer<typeof input.removeMember>): Promise<Done | Refusal> {
  return change(actor, launch, ({ state, person }) => judgeRemoveMember(state, person, { memberId: member, version }));
}
