import type { Judgement } from "@/lib/domain/judgement";
import type { Instant, LaunchState, Role } from "@/lib/domain/state";
import type { People } from "@/lib/report/names";

/** What a page of a launch hands to its parts: the state, what follows from it, and who looks. */
export interface LaunchSeen {
  state: LaunchState;
  judgement: Judgement;
  people: People;
  role: Role;
  now: Instant;
  /** The reader's user id. */
  me: string;
}
