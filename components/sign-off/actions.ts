import type { Outcome, Phase, PollRule, Position, Verdict } from "@/lib/domain/state";
import type { Refused } from "../use-submit";

export interface NewCondition { text: string; ownerId: string | null; deadline: string; rollbackTrigger: string | null }

type Asked = Promise<{ allowed: true } | Refused>;
/** `checkpoint`: `SEQ:HASH` of the history, to be kept outside. */
type Recorded = Promise<{ allowed: true; checkpoint?: string } | Refused>;

/** What the sign-off page can ask of the server. */
export interface SignOffActions {
  sign: (input: { launch: string; seat: string; position: Position; reason: string | null; digest: string; seen: number; standingSeen: string | null; password: string; conditions: NewCondition[] }) => Recorded;
  withdrawSignOff: (input: { launch: string; signOff: string; reason: string; version: number }) => Promise<{ allowed: true } | Refused>;
  assignSeat: (input: { launch: string; seat: string; holder: string | null; version: number }) => Asked;
  setDelegate: (input: { launch: string; seat: string; delegate: string | null; from: string | null; to: string | null; version: number }) => Asked;
  setMustAnswer: (input: { launch: string; seat: string; mustAnswer: boolean; version: number }) => Asked;
  meetCondition: (input: { launch: string; condition: string; met: boolean; version: number }) => Asked;
  openPoll: (input: { launch: string }) => Asked;
  closePoll: (input: { launch: string; poll: string; version: number }) => Asked;
  setPollRule: (input: { launch: string; rule: PollRule; quorum: number | null; version: number }) => Asked;
  decide: (input: { launch: string; outcome: Outcome; reason: string | null; verdictSeen: Verdict; pollSeen: string | null; decisionSeen: string | null }) => Recorded;
  setPhase: (input: { launch: string; to: Phase; at: string | null; version: number }) => Asked;
}
