import type { RowView } from "@/lib/domain/row";
import type { Applicability, Comparator, Day, ProofPolicy, Work } from "@/lib/domain/state";
import type { Update } from "@/lib/domain/update";
import type { ConfirmPassword } from "../entry/answers";
import type { EraseActions } from "../erase/actions";

/** What an action says: the change, or why not, with the row that stands when somebody else was first. */
export type Answer = { allowed: true; update: Update } | { allowed: false; why: string; sentence: string; field?: string; current?: RowView };

interface OnItem { launch: string; item: string; version: number }
interface OfProof { launch: string; item: string; trueOn: Day; validDays: number | null }

export interface NewMeasurement { value: number; unit: string | null; source: string | null; trueAt: string | null }

/** What an item's page and the list can ask of the server; the pages hand them in. */
export interface ItemActions extends EraseActions {
  setWork: (input: OnItem & { work: Work; reason: string | null }) => Promise<Answer>;
  setApplicability: (input: OnItem & { applicability: Applicability; reason: string | null }) => Promise<Answer>;
  assign: (input: OnItem & { owner: string | null }) => Promise<Answer>;
  setDue: (input: OnItem & { due: Day | null }) => Promise<Answer>;
  addLink: (input: OfProof & { title: string; url: string }) => Promise<Answer>;
  addEvidenceNote: (input: OfProof & { text: string }) => Promise<Answer>;
  addCheck: (input: { launch: string; item: string; title: string; outcome: "pass" | "fail"; source: string | null; url: string | null; trueAt: Day | null; validDays: number | null }) => Promise<Answer>;
  withdrawEvidence: (input: { launch: string; evidence: string; reason: string; version: number }) => Promise<Answer>;
  answerFact: (input: { launch: string; fact: string; answer: boolean | null; version: number }) => Promise<Answer>;
  setRequired: (input: OnItem & { required: boolean; reason: string | null }) => Promise<Answer>;
  setRequiredMany: (input: { launch: string; items: { item: string; version: number }[]; required: boolean; reason: string | null }) => Promise<Answer>;
  setProof: (input: OnItem & { proof: ProofPolicy | null; validDays: number | null; reason: string | null }) => Promise<Answer>;
  setNeverWaive: (input: OnItem & { neverWaive: boolean }) => Promise<Answer>;
  setTarget: (input: OnItem & { metric: string | null; comparator: Comparator; limit: number | null; unit: string }) => Promise<Answer>;
  addMeasurements: (input: { launch: string; item: string; title: null; validDays: number | null; values: NewMeasurement[] }) => Promise<Answer>;
  linkItems: (input: { launch: string; items: { item: string; version: number }[] }) => Promise<Answer>;
  unlinkItem: (input: OnItem) => Promise<Answer>;
  requestWaiver: (input: OnItem & { reason: string; control: string; endsAt: Day }) => Promise<Answer>;
  decideWaiver: (input: { launch: string; waiver: string; approve: boolean; reason: string | null; version: number }) => Promise<Answer>;
  endWaiver: (input: { launch: string; waiver: string; version: number }) => Promise<Answer>;
  confirmPassword: ConfirmPassword;
  undo: (input: { launch: string; revision: number }) => Promise<Answer>;
}
