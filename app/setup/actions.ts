"use server";

import { refusedBy, type Refused } from "@/lib/server/answer";
import { isOwnRequest } from "@/lib/server/auth";
import { setUpAndTakeOver } from "@/lib/server/commands/set-up";
import { newPerson } from "@/lib/server/input/person";

/** Makes the first admin with the one-time secret that the server printed. */
export async function setUp(came: { secret: string; email: string; name: string; password: string }): Promise<{ allowed: true } | Refused> {
  if (!(await isOwnRequest())) return refusedBy({ allowed: false, why: "foreign-origin" });
  const parsed = newPerson.safeParse(came);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const outcome = await setUpAndTakeOver(String(came.secret), parsed.data);
  return outcome.allowed ? { allowed: true } : refusedBy(outcome);
}
