import type { MergePlan } from "@/lib/document/merge-plan";
import type { Refused } from "../use-submit";
import type { Source } from "./send-document";

export type Plan = Pick<MergePlan, "steps" | "questions" | "notices" | "empty">;
export type PlanAnswer = { allowed: true; plan: Plan; revision: number } | Refused;
export type ApplyAnswer = { allowed: true; update: { revision: number } } | Refused;

export async function askPlan(launch: string, { name, body }: Source): Promise<PlanAnswer> {
  // The route answers with exactly this, allowed or not.
  return (await post(launch, { file: name, preview: "true" }, body)) as PlanAnswer;
}

/** The answers stand before the document's bytes, which travel untouched. */
export async function askApply(launch: string, { name, body }: Source, answers: Readonly<Record<string, string>>, revision: number): Promise<ApplyAnswer> {
  const said = new Blob([JSON.stringify(answers)]);
  // The route answers with exactly this, allowed or not.
  return (await post(launch, { file: name, revision: String(revision), answers: String(said.size) }, new Blob([said, ...(body ? [body] : [])]))) as ApplyAnswer;
}

async function post(launch: string, about: Record<string, string>, body: Blob | null): Promise<unknown> {
  const answer = await fetch(`/api/launches/${encodeURIComponent(launch)}/import?${new URLSearchParams(about).toString()}`, {
    method: "POST", body, headers: { "content-type": "application/octet-stream" },
  });
  return answer.json();
}
