import type { Reason, ReasonKind } from "@/lib/domain/judgement";

export interface WonderGroup { key: string; kind: ReasonKind; sectionId: string | null; reasons: Reason[] }

/** Kinds of which a launch can have hundreds: a group a section. */
const bySection: ReadonlySet<ReasonKind> = new Set<ReasonKind>(["open", "proof-missing", "undecided", "proof-stale"]);

/** Reasons in groups that can be ticked at once, in the order they come in; every reason is in exactly one. */
export function wonderGroups(reasons: readonly Reason[]): WonderGroup[] {
  const groups = new Map<string, WonderGroup>();
  for (const reason of reasons) {
    const sectionId = bySection.has(reason.kind) ? reason.sectionId : null;
    const key = `${reason.kind} ${sectionId ?? ""}`;
    const known = groups.get(key);
    if (known) known.reasons.push(reason);
    else groups.set(key, { key, kind: reason.kind, sectionId, reasons: [reason] });
  }
  return [...groups.values()];
}
