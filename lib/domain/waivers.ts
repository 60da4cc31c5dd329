import type { Instant, Waiver } from "./state";

export type WaiverReads = "requested" | "active" | "expired" | "refused";

/** Decision rules §4: how a waiver reads at a moment. Nothing has to run for one to expire. `null` = it was ended. */
export function readWaiver(waiver: Waiver, at: Instant): WaiverReads | null {
  if (waiver.state === "ended") return null;
  if (waiver.state !== "active") return waiver.state;
  return waiver.endsAt > at ? "active" : "expired";
}

const weight: Record<WaiverReads, number> = { active: 3, requested: 2, expired: 1, refused: 0 };

/** The waiver that matters most for an item: one in force (the one that lasts longest), then one asked for, then what was. */
export function foremost(waivers: readonly Waiver[] | undefined, at: Instant): { waiver: Waiver; reads: WaiverReads } | null {
  let best: { waiver: Waiver; reads: WaiverReads } | null = null;
  for (const waiver of waivers ?? []) {
    const reads = readWaiver(waiver, at);
    if (reads === null) continue;
    const more = best === null ? 1 : weight[reads] - weight[best.reads];
    if (best === null || more > 0 || (more === 0 && reads === "active" && waiver.endsAt > best.waiver.endsAt)) best = { waiver, reads };
  }
  return best;
}

/** When a waiver stopped taking its item's reason away, by `at`: at its end, or when it was ended before. `null`: it never did, or does still. */
export function gaveBackAt(waiver: Waiver, at: Instant): Instant | null {
  if (readWaiver(waiver, at) === "expired") return waiver.endsAt;
  // One that was only asked for took nothing away. When one was ended, states from before this was kept do not tell.
  if (waiver.state !== "ended" || !waiver.decidedAt || !waiver.endedAt) return null;
  return waiver.endedAt < waiver.endsAt ? waiver.endedAt : waiver.endsAt;
}

/** When a waiver last gave its item back, at or before `at`; `null` if none did. */
export function lastEnd(waivers: readonly Waiver[] | undefined, at: Instant): Instant | null {
  let end: Instant | null = null;
  for (const waiver of waivers ?? []) {
    const gave = gaveBackAt(waiver, at);
    if (gave !== null && (end === null || gave > end)) end = gave;
  }
  return end;
}
