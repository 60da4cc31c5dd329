"use server";

import type { z } from "zod";
import { actorForChange, requestSource } from "@/lib/server/auth";
import { refusedBy, type Refused } from "@/lib/server/answer";
import * as badge from "@/lib/server/commands/badge";
import * as input from "@/lib/server/input/badge";

/** The badge's address is shown once: only a hash of its key is kept. */
export async function makeBadgeKey(wanted: z.input<typeof input.makeBadgeKey>): Promise<{ allowed: true; address: string; expiresAt: string } | Refused> {
  const who = await actorForChange();
  if (!who.allowed) return refusedBy(who);
  const parsed = input.makeBadgeKey.safeParse(wanted);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input", field: String(parsed.error.issues[0]?.path[0] ?? "") });
  const made = await badge.makeBadgeKey(who.actor, parsed.data);
  return made.allowed ? { allowed: true, address: `${(await requestSource()).origin}/badge/${made.key}.svg`, expiresAt: made.expiresAt } : refusedBy(made);
}

export async function revokeBadgeKey(wanted: z.input<typeof input.revokeBadgeKey>): Promise<{ allowed: true } | Refused> {
  const who = await actorForChange();
  if (!who.allowed) return refusedBy(who);
  const parsed = input.revokeBadgeKey.safeParse(wanted);
  if (!parsed.success) return refusedBy({ allowed: false, why: "bad-input" });
  const revoked = await badge.revokeBadgeKey(who.actor, parsed.data);
  return revoked.allowed ? revoked : refusedBy(revoked);
}
