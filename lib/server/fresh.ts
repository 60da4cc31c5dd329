import { refuse, type Refusal } from "@/lib/domain/refusal";
import type { Instant } from "@/lib/domain/state";
import type { Actor } from "./sessions";

/** How long a password counts as just given (trust 4). */
const freshFor = 10 * 60_000;

/**
 * Approving waivers, changing roles and giving or taking back what lets somebody in ask for the password again after ten minutes (trust 4). Whoever runs the command line runs
 * the server: nothing is asked there. `now` is database time, as `authenticatedAt` is.
 */
export function judgeFresh(actor: Actor, now: Instant): Refusal | null {
  if (actor.via === "cli") return null;
  const fresh = actor.authenticatedAt !== undefined && Date.parse(now) - Date.parse(actor.authenticatedAt) < freshFor;
  return fresh ? null : refuse("password-needed", { field: "password" });
}
