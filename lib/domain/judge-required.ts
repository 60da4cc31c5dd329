import type { Instant, LaunchState, ProofPolicy } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem, isOver } from "./find-item";
import { freedOfProof } from "./freed-of-proof";
import { isValidity } from "./judge-evidence";
import { type Person, may } from "./permissions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { proofRequired } from "./standing";
import { isRefusal, readReason } from "./text-input";

/** Makes an item advisory or required again: a manager, with a reason (decision rules §2); seats see it as taken out of scope. */
export function judgeSetRequired(state: LaunchState, actor: Person, input: OfItem & { required: boolean; reason: string | null }, now: Instant): Outcome {
  const found = findItem(state, actor, "set-required", input);
  if (isRefusal(found)) return found;
  const reason = input.required && (input.reason ?? "").trim() === "" ? { text: null } : readReason(input.reason);
  if (isRefusal(reason)) return reason;
  if (found.item.required === input.required) return allow("item.required");
  return allow("item.required", changeOf("item", found.item, { required: input.required, requiredReason: reason.text, requiredAt: now }));
}

/**
 * Sets what an item needs as proof and for how many days it lasts; `null` = as its section and launch say (§3). A manager; with a
 * reason where an item that needs proof shall need none, for that clears what stands in the way without anything having been shown.
 */
export function judgeSetProof(state: LaunchState, actor: Person, input: OfItem & { proof: ProofPolicy | null; validDays: number | null; reason: string | null }): Outcome {
  const found = findItem(state, actor, "set-proof", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  const { proof, validDays } = input;
  if (!isValidity(validDays)) return refuse("bad-number", { field: "validDays" });
  // As it will be once a reason stands beside it.
  const needsNone = !proofRequired({ ...item, proof, proofReason: "given" }, state);
  const loosened = needsNone && proofRequired(item, state);
  const reason = loosened || (needsNone && (input.reason ?? "").trim() !== "") ? readReason(input.reason) : { text: needsNone ? item.proofReason : null };
  return isRefusal(reason) ? reason : allow("item.proof", changeOf("item", item, { proof, proofReason: reason.text, validDays }));
}

/** Marks an item as never to be waived, or takes the mark off (§4). A manager. A waiver in force runs on. */
export function judgeNeverWaive(state: LaunchState, actor: Person, input: OfItem & { neverWaive: boolean }): Outcome {
  const found = findItem(state, actor, "set-waivable", input);
  return isRefusal(found) ? found : allow("item.never-waive", changeOf("item", found.item, { neverWaive: input.neverWaive }));
}

/** The same for a whole section; `null` = as the launch says (§3). A manager; with a reason where counting items shall need none any more. */
export function judgeSectionProof(state: LaunchState, actor: Person, input: { sectionId: string; proof: ProofPolicy | null; validDays: number | null; reason?: string | null | undefined; version: number }): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const section = Object.hasOwn(state.section, input.sectionId) ? state.section[input.sectionId] : undefined;
  if (section === undefined || section.retiredAt !== null) return refuse("unknown-section");
  if (!may(actor, "set-proof")) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (section.version !== input.version) return refuse("stale-version", { seen: input.version, present: section.version });
  if (!isValidity(input.validDays)) return refuse("bad-number", { field: "validDays" });
  const next = { ...section, proof: input.proof };
  const reason = whyLooser(state, { ...state, section: { ...state.section, [section.id]: next } }, input.proof === section.proof ? section.proofReason : null, input.reason);
  return isRefusal(reason) ? reason : allow("section.proof", changeOf("section", section, { proof: input.proof, proofReason: reason.text, validDays: input.validDays }));
}

/**
 * Why items need no proof any more, for a section or the launch (mend 65): never without words where a counting one is freed of it;
 * elsewhere what is said, else what stood there.
 */
export function whyLooser(before: LaunchState, after: LaunchState, stood: string | null, said: string | null | undefined): { text: string | null } | Refusal {
  return freedOfProof(before, after) > 0 || (said ?? "").trim() !== "" ? readReason(said) : { text: stood };
}
