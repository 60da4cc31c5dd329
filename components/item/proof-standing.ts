import type { Evidence, Instant, Item } from "@/lib/domain/state";
import { daysOfCadence } from "@/lib/domain/cadence";
import { expiryOf } from "@/lib/domain/standing";
import type { SectionPart, Surroundings } from "./surroundings";

export type ProofStanding = "withdrawn" | "stale" | "stale-then" | "valid" | "valid-now";

/** What a proof's standing depends on beside itself and its item. */
export interface Around extends Pick<Surroundings, "zone" | "now" | "goLiveAt"> { sections: readonly Pick<SectionPart, "id" | "validDays">[] }

/** How one proof stands (decision rules §3): `stale-then` is valid today and no longer on launch day. */
export function proofStanding(proof: Evidence, item: Item, { zone, now, goLiveAt, sections }: Around): {
  standing: ProofStanding; days: number | null; until: Instant | null;
} {
  const days = proof.validDays ?? item.validDays ?? daysOfCadence(item.cadence) ?? sections.find(({ id }) => id === item.sectionId)?.validDays ?? null;
  const until = expiryOf(proof, days, zone);
  if (proof.withdrawnAt !== null) return { standing: "withdrawn", days, until };
  if (until !== null && until <= now) return { standing: "stale", days, until };
  if (until !== null && goLiveAt !== null && until <= goLiveAt) return { standing: "stale-then", days, until };
  return { standing: goLiveAt === null ? "valid-now" : "valid", days, until };
}
