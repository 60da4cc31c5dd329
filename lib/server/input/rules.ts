import type { z } from "zod";
import type { Settings } from "@/lib/domain/judge-settings";
import type { setRules } from "./decision";

/** The rules that came in, without those that were left out: what is left out stays. */
export function settingsOf({ proof, reason, validDays, waiverLimit, waiverDaysAfter }: Omit<z.infer<typeof setRules>, "launch" | "version">): Settings {
  return {
    ...(proof === undefined ? {} : { proof, proofReason: reason ?? null }), ...(validDays === undefined ? {} : { validDays }),
    ...(waiverLimit === undefined ? {} : { waiverLimit }), ...(waiverDaysAfter === undefined ? {} : { waiverDaysAfter }),
  };
}
