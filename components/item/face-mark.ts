import type { Face } from "@/lib/domain/row";
import { applicabilityMark, bandMark, reasonMark, workMark } from "@/lib/looks/state-marks";
import type { MarkLook } from "../ui/mark";

/** The shape and colour of the one word a row shows first. */
export const faceMark: Record<Face, MarkLook> = {
  verified: bandMark.verified,
  done: bandMark.claimed,
  "in-progress": workMark["in-progress"],
  blocked: workMark.blocked,
  todo: workMark.todo,
  waived: bandMark.waived,
  undecided: bandMark.undecided,
  "not-applicable": applicabilityMark["not-applicable"],
  "too-early": { shape: "clock", tone: "warn" },
  "not-yet-due": { shape: "dashed", tone: "mute" },
  contradicted: reasonMark.contradicted,
};
