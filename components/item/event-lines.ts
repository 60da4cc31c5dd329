import type { Change } from "@/lib/domain/state";
import { fill } from "../fill";
import { calendarDayWords } from "@/lib/texts/time-words";
import type { Detail, ItemEvent } from "./detail";
import type { ItemWords } from "./words";

/** One event as this item's part of it, in words. An erased text says so. */
export function eventLines(event: ItemEvent, detail: Detail, words: ItemWords): string[] {
  // What erasing changes is what stands written, not what is so.
  if (event.kind === "text.erased") return [words.item.change.erased];
  return event.changes.flatMap((change) => {
    if (change.entity === "evidence") return proofLine(change, detail, words);
    return change.entity === "waiver" ? waiverLine(change, words) : itemLine(change, detail, words);
  });
}

/** A text of an event; one that was erased stands there as that. */
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function proofLine({ before, after, id }: Change, detail: Detail, { item: { change: words, check } }: ItemWords): string[] {
  const proof = detail.evidence.find((one) => one.id === id);
  const known = proof?.title ?? "";
  if (after === null) return [fill(words.proofUndone, { title: text(before?.title) })];
  if (before === null && proof?.value != null) return [fill(words.measured, { value: proof.value, unit: proof.unit ?? "" })];
  if (before === null && proof?.outcome && proof.kind === "check") return [fill(words.checked, { outcome: check[proof.outcome], title: text(after?.title) || known })];
  if (before === null) return [fill(words.proofAdded, { title: text(after?.title) || known })];
  if (after && "withdrawnAt" in after && after.withdrawnAt !== null) {
    const reason = text(after.withdrawnReason);
    return [reason ? fill(words.proofWithdrawnBecause, { reason }) : fill(words.proofWithdrawn, { title: known })];
  }
  return [fill(words.proofBack, { title: known })];
}

function waiverLine({ before, after }: Change, { item: { change: words } }: ItemWords): string[] {
  if (after === null) return [words.waiverUndone];
  if (before === null) return [fill(words.waiverRequested, { reason: text(after.reason) })];
  switch (after.state) {
    case "active": return [words.waiverApproved];
    case "refused": return [fill(words.waiverRefused, { reason: text(after.decidedReason) })];
    case "ended": return [words.waiverEnded];
    case "requested": return [words.waiverRestored];
    default: return [];
  }
}

function itemLine({ before, after }: Change, detail: Detail, { item: { change: words }, common }: ItemWords): string[] {
  if (before === null) return [words.created];
  if (after === null) return [];
  const lines: string[] = [];
  const because = (state: string, reason: unknown, plain: string, withReason: string): string => {
    const why = text(reason);
    return why ? fill(withReason, { state, reason: why }) : fill(plain, { state });
  };
  const known = <K extends string>(map: Readonly<Record<K, string>>, value: unknown): string =>
    Object.entries<string>(map).find(([key]) => key === value)?.[1] ?? String(value);
  if ("work" in after) lines.push(because(known(common.work, after.work), after.workReason, words.work, words.workBecause));
  else if ("workReason" in after && after.workReason) lines.push(because(common.work.blocked, after.workReason, words.work, words.workBecause));
  if ("applicability" in after) lines.push(because(known(common.applicability, after.applicability), after.applicabilityReason, words.applicability, words.applicabilityBecause));
  if ("ownerId" in after) {
    const name = typeof after.ownerId === "string" ? (detail.people[after.ownerId]?.name ?? "") : null;
    lines.push(name === null ? words.noOwner : fill(words.owner, { name }));
  }
  if ("due" in after) lines.push(typeof after.due === "string" ? fill(words.due, { day: calendarDayWords(after.due) }) : words.noDue);
  if ("required" in after) lines.push(after.required === true ? words.required : fill(words.advisory, { reason: text(after.requiredReason) }));
  if ("proof" in after || "validDays" in after) lines.push(after.proofReason ? fill(words.proofRuleBecause, { reason: text(after.proofReason) }) : words.proofRule);
  if ("neverWaive" in after) lines.push(after.neverWaive === true ? words.neverWaive : words.waivable);
  if ("threshold" in after) lines.push(words.target);
  if ("link" in after) lines.push(after.link === null ? words.unlinked : words.linked);
  if ("window" in after) lines.push(fill(words.window, { window: known(common.window, after.window).toLowerCase() }));
  if ("groupId" in after || "sectionId" in after || "parentId" in after) lines.push(words.moved);
  if ("retiredAt" in after) lines.push(after.retiredAt === null ? words.returned : words.retired);
  if ("text" in after) lines.push(`“${text(after.text)}”`);
  return lines;
}
