import type { MergePlan } from "@/lib/document/merge-plan";
import type { Choice } from "@/lib/document/reading";
import type { Refused } from "../use-submit";
import { post, type Sending } from "./post";
import { queryOf, type Kept, type Said, type Source, type TableAnswer } from "./send-document";

export type Plan = Pick<MergePlan, "steps" | "questions" | "notices" | "empty">;
export type PlanAnswer = { allowed: true; plan: Plan; revision: number; choices: Choice[]; taken: string[]; kept: Kept } | TableAnswer;
export type ApplyAnswer = { allowed: true; update: { revision: number } };

export async function askPlan(launch: string, source: Source, said: Said, sending: Sending): Promise<PlanAnswer | Refused> {
  // The route answers with exactly this, allowed or not.
  return (await send(launch, queryOf(source, said, { preview: "true" }), source.body, sending)) as PlanAnswer | Refused;
}

/** The answers stand before the document's bytes, which travel untouched. */
export async function askApply(launch: string, source: Source, said: Said, answers: Readonly<Record<string, string>>, revision: number, sending: Sending): Promise<ApplyAnswer | Refused> {
  const given = new Blob([JSON.stringify(answers)]);
  const query = queryOf(source, said, { revision: String(revision), answers: String(given.size) });
  // The route answers with exactly this, allowed or not.
  return (await send(launch, query, new Blob([given, ...(source.body ? [source.body] : [])]), sending)) as ApplyAnswer | Refused;
}

function send(launch: string, query: URLSearchParams, body: Blob | null, sending: Sending): Promise<unknown> {
  return post(`/api/launches/${encodeURIComponent(launch)}/import?${query.toString()}`, body, sending);
}
