import { followOffers } from "@/lib/document/follow-offers";
import type { FollowOffer } from "@/lib/domain/said";
import type { LaunchState } from "@/lib/domain/state";
import { readLaunchDocument } from "./document";

/** By item id: what words and places that were edited here say besides, for a manager to take over. */
export async function readFollowOffers(state: LaunchState): Promise<Record<string, FollowOffer[]>> {
  const document = await readLaunchDocument(state.launch.id);
  return Object.fromEntries(followOffers(document?.reading ?? null, state));
}
