import type { Foretold } from "@/lib/domain/foretell";
import type { NoteKind, ProofPolicy, Role } from "@/lib/domain/state";
import type { ConfirmPassword } from "../entry/answers";
import type { Refused } from "../use-submit";

type Asked = Promise<{ allowed: true } | Refused>;
/** What a change would do, before it is made. */
export type Told = Promise<{ allowed: true; foretold: Foretold } | Refused>;
interface OfSection { launch: string; section: string; proof: ProofPolicy | null; validDays: number | null; reason?: string; version: number }
interface OfRules { launch: string; proof: ProofPolicy; validDays: number | null; waiverLimit: number | null; waiverDaysAfter: number; reason?: string; version: number }

/** What the settings can ask of the server. */
export interface SettingsActions {
  saveSettings: (input: { launch: string; name: string; zone: string; goLive: string | null; nextReview: string | null; version: number }) => Asked;
  setRules: (input: OfRules) => Asked;
  foretellRules: (input: OfRules) => Told;
  setSectionProof: (input: OfSection) => Asked;
  foretellSectionProof: (input: OfSection) => Told;
  setMemberRole: (input: { launch: string; member: string; role: Role; version: number }) => Asked;
  confirmPassword: ConfirmPassword;
  erasePerson: (input: { launch: string; person: string; password: string }) => Asked;
  removeMember: (input: { launch: string; member: string; version: number }) => Asked;
  invite: (input: { launch: string; role: Role; email: string | null }) => Promise<{ allowed: true; link: string; expiresAt: string } | Refused>;
  revokeInvitation: (input: { launch: string; invitation: string }) => Asked;
  assignSeat: (input: { launch: string; seat: string; holder: string | null; version: number }) => Asked;
  setSeatSections: (input: { launch: string; seat: string; sections: string[] | null; version: number }) => Asked;
  answerFact: (input: { launch: string; fact: string; answer: boolean | null; version: number }) => Asked;
  editNote: (input: { launch: string; note: string; kind: NoteKind; text: string; version: number }) => Asked;
  retireNote: (input: { launch: string; note: string; version: number }) => Asked;
  addNote: (input: { launch: string; kind: NoteKind; text: string }) => Asked;
}
