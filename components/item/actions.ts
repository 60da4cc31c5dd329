import type { RowView } from "@/lib/domain/row";
import type { Applicability, Day, Work } from "@/lib/domain/state";
import type { Update } from "@/lib/domain/update";

/** What an action says: the change, or why not, with the row that stands when somebody else was first. */
export type Answer = { allowed: true; update: Update } | { allowed: false; why: string; sentence: string; current?: RowView };

interface OnItem { launch: string; item: string; version: number }
interface OfProof { launch: string; item: string; trueOn: Day; validDays: number | null }

/** What an item's page and the list can ask of the server; the pages hand them in. */
export interface ItemActions {
  setWork: (input: OnItem & { work: Work; reason: string | null }) => Promise<Answer>;
  setApplicability: (input: OnItem & { applicability: Applicability; reason: string | null }) => Promise<Answer>;
  assign: (input: OnItem & { owner: string | null }) => Promise<Answer>;
  setDue: (input: OnItem & { due: Day | null }) => Promise<Answer>;
  addLink: (input: OfProof & { title: string; url: string }) => Promise<Answer>;
  addEvidenceNote: (input: OfProof & { text: string }) => Promise<Answer>;
  withdrawEvidence: (input: { launch: string; evidence: string; reason: string; version: number }) => Promise<Answer>;
  answerFact: (input: { launch: string; fact: string; answer: boolean | null; version: number }) => Promise<Answer>;
  undo: (input: { launch: string; revision: number }) => Promise<Answer>;
}
