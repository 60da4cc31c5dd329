import type { Position } from "@/lib/domain/state";
import type { Refused } from "../use-submit";

export interface NewCondition { text: string; ownerId: string | null; deadline: string; rollbackTrigger: string | null }

/** What the sign-off page can ask of the server. */
export interface SignOffActions {
  sign: (input: { launch: string; seat: string; position: Position; reason: string | null; digest: string; password: string; conditions: NewCondition[] }) => Promise<{ allowed: true } | Refused>;
  withdrawSignOff: (input: { launch: string; signOff: string; reason: string; version: number }) => Promise<{ allowed: true } | Refused>;
  assignSeat: (input: { launch: string; seat: string; holder: string | null; version: number }) => Promise<{ allowed: true } | Refused>;
}
