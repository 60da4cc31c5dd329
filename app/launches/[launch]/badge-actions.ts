"use server";

import type { z } from "zod";
import { requestSource } from "@/lib/server/auth";
import { refusedBy, type Refused } from "@/lib/server/answer";
import * as badge from "@/lib/server/commands/badge";
import * as input from "@/lib/server/input/badge";
import { admit } from "./admit";

/** The badge's address is shown once: only a hash of its key is kept. */
export async function makeBadgeKey(wanted: z.input<typeof input.makeBadgeKey>): Promise<{ allowed: true; address: string; expiresAt: string } | Refused> {
  const admitted = await admit(input.makeBadgeKey, wanted);
  if (!admitted.allowed) return admitted;
  const made = await badge.makeBadgeKey(admitted.actor, admitted.wanted);
  return made.allowed ? { allowed: true, address: `${(await requestSource()).origin}/badge/${made.key}.svg`, expiresAt: made.expiresAt } : refusedBy(made);
}

export async function revokeBadgeKey(wanted: z.input<typeof input.revokeBadgeKey>): Promise<{ allowed: true } | Refused> {
  const admitted = await admit(input.revokeBadgeKey, wanted);
  if (!admitted.allowed) return admitted;
  const revoked = await badge.revokeBadgeKey(admitted.actor, admitted.wanted);
  return revoked.allowed ? revoked : refusedBy(revoked);
}
