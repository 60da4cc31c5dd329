import { z } from "zod";

const launch = z.string().max(64);
/** For how many days a badge's address works; there is none without an end. */
export const makeBadgeKey = z.object({ launch, days: z.number().int().min(1).max(366) });
export const revokeBadgeKey = z.object({ launch, key: z.uuid() });
