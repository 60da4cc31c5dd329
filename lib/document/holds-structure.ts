import type { LaunchState } from "@/lib/domain/state";
import { outlineOfLaunch } from "./outline-of-launch";
import type { ItemState, Reading } from "./reading";
import { seatsOfLaunch } from "./seats-of-launch";
import { holdsOutline, holdsSeats } from "./write";

const untouched: ItemState = { work: "todo", reason: null, applicability: "applies", applicabilityReason: null, waiver: null, owner: null, due: null, evidence: [] };

/** Whether a launch's document can hold its structure where it belongs, so that its export reads back as just that. */
export function holdsStructure(reading: Reading, state: LaunchState): boolean {
  return holdsOutline(reading, outlineOfLaunch(reading, state, () => untouched)) && holdsSeats(reading, seatsOfLaunch(reading, state));
}
