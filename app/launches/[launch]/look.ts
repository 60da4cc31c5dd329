import type { z } from "zod";
import type { Refusal } from "@/lib/domain/refusal";
import { visit } from "@/lib/server/auth";
import { refusedBy, type Refused } from "@/lib/server/answer";
import type { Visit } from "@/lib/server/sessions";
import { admit } from "./admit";

type Query<W, A> = (found: Visit, wanted: W) => Promise<A | Refusal>;

/** The way of every action that only looks: admitted, the launch as this person may see it, and what was found. Nothing is written. */
export async function look<S extends z.ZodType<{ launch: string }>, A extends object>(shape: S, came: unknown, query: Query<z.infer<S>, A>): Promise<{ allowed: true; found: A } | Refused> {
  const admitted = await admit(shape, came);
  if (!admitted.allowed) return admitted;
  const visited = await visit(admitted.wanted.launch);
  if (!visited) return refusedBy({ allowed: false, why: "not-signed-in" });
  const found = await query(visited, admitted.wanted);
  return isRefusal(found) ? refusedBy(found) : { allowed: true, found };
}

function isRefusal(found: object): found is Refusal {
  return "allowed" in found && found.allowed === false;
}
