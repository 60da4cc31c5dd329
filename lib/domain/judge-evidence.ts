import type { Evidence, EvidenceKind, Instant, Item, LaunchState } from "./state";
import { changeOf, created } from "./changes";
import { findItem, isOver } from "./find-item";
import { type Person, may } from "./permissions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";
import { isRefusal, readReason, readText } from "./text-input";
import { outcomeOf } from "./threshold";
import { isInstant } from "./zone";

export interface NewEvidence {
  itemId: string;
  kind: EvidenceKind;
  /** For a note its text; for a link may be empty, then the address stands for it. */
  title: string | null;
  url: string | null;
  fileHash: string | null;
  value: number | null;
  unit: string | null;
  outcome: "pass" | "fail" | null;
  source: string | null;
  /** `null` = now. */
  trueAt: Instant | null;
  validDays: number | null;
}

/** An http(s) address without a password in it, at most 2,000 characters, in its normal form; `null` if it is none. */
export function readLink(text: string | null): string | null {
  const trimmed = (text ?? "").trim();
  if (trimmed.length > 2000 || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  return (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "" ? url.href : null;
}

type Content = Pick<Evidence, "title" | "url" | "fileHash" | "value" | "unit" | "outcome">;
const bare = { url: null, fileHash: null, value: null, unit: null, outcome: null };

function readContent(input: NewEvidence, item: Item): Content | Refusal {
  const url = input.kind === "link" || (input.kind === "check" && input.url !== null) ? readLink(input.url) : null;
  if (url === null && (input.kind === "link" || (input.kind === "check" && input.url !== null))) return refuse("bad-link", { field: "url" });
  const wanted = (input.title ?? "").trim();
  const title = readText(wanted === "" ? (url ?? (input.kind === "measurement" ? (item.threshold?.metric ?? item.text) : "")) : wanted, "title");
  if (isRefusal(title)) return title;
  switch (input.kind) {
    case "link": return { ...bare, title: title.text, url };
    case "note": return { ...bare, title: title.text };
    case "file":
      return /^[0-9a-f]{64}$/.test(input.fileHash ?? "") ? { ...bare, title: title.text, fileHash: input.fileHash } : refuse("bad-input", { field: "file" });
    case "check":
      return input.outcome === null ? refuse("value-needed", { field: "outcome" }) : { ...bare, title: title.text, url, outcome: input.outcome };
    case "measurement": {
      if (input.value === null) return refuse("value-needed", { field: "value" });
      if (!Number.isFinite(input.value)) return refuse("bad-number", { field: "value" });
      const unit = (input.unit ?? item.threshold?.unit ?? "").trim();
      if (item.threshold !== null && unit !== item.threshold.unit) return refuse("wrong-unit", { field: "unit", unit: item.threshold.unit });
      // Where there is a limit, the value decides.
      const outcome = (item.threshold?.limit ?? null) === null ? input.outcome : null;
      return { ...bare, title: title.text, value: input.value, unit, outcome };
    }
  }
}

/** Whole days from 0 to a hundred years, or none. */
export function isValidity(days: number | null): boolean {
  return days === null || (Number.isInteger(days) && days >= 0 && days <= 36_500);
}

/** Adds a proof to an item, with the moment at which it was true (not in the future). From the first on the item needs proof (§3). */
export function judgeAddEvidence(state: LaunchState, actor: Person, input: NewEvidence, now: Instant, newId: () => string): Outcome {
  const found = findItem(state, actor, "add-evidence", { itemId: input.itemId, version: state.item[input.itemId]?.version ?? 0 });
  if (isRefusal(found)) return found;
  const { item } = found;
  const content = readContent(input, item);
  if (isRefusal(content)) return content;
  const source = (input.source ?? "").trim() === "" ? { text: null } : readText(input.source, "source", 200);
  if (isRefusal(source)) return source;
  const trueAt = input.trueAt ?? now;
  if (!isInstant(trueAt)) return refuse("bad-instant", { field: "trueAt" });
  if (trueAt > now) return refuse("in-the-future", { field: "trueAt" });
  if (!isValidity(input.validDays)) return refuse("bad-number", { field: "validDays" });
  const evidence: Evidence = {
    id: newId(), itemId: item.id, kind: input.kind, ...content, source: source.text, trueAt, validDays: input.validDays, addedBy: actor.id,
    addedAt: now, withdrawnAt: null, withdrawnReason: null, version: 1,
  };
  const linked = item.link === null ? [item] : Object.values(state.item).filter((other) => other.link === item.link && other.retiredAt === null);
  return allow("evidence.added", created("evidence", evidence), ...linked.map((other) => changeOf("item", other, { hadProof: true })));
}

/**
 * Withdraws a proof, with a reason. One that says "fail" takes a manager: withdrawing must not be the way to clear a contradiction
 * (decision rules §3).
 */
export function judgeWithdrawEvidence(state: LaunchState, actor: Person, input: { evidenceId: string; reason: string | null; version: number }, now: Instant): Outcome {
  if (!may(actor, "view")) return refuse("unknown-launch");
  const evidence = Object.hasOwn(state.evidence, input.evidenceId) ? state.evidence[input.evidenceId] : undefined;
  const item = evidence === undefined ? undefined : state.item[evidence.itemId];
  if (evidence === undefined || item === undefined) return refuse("unknown-evidence");
  if (!may(actor, "withdraw-evidence")) return refuse("not-permitted");
  if (isOver(state)) return refuse("launch-over");
  if (evidence.withdrawnAt !== null) return refuse("already-withdrawn");
  if (evidence.version !== input.version) return refuse("stale-version", { seen: input.version, present: evidence.version });
  const sharing = item.link === null ? [item] : Object.values(state.item).filter((other) => other.link === item.link);
  const fails = sharing.some((other) => outcomeOf(other.threshold, evidence) === "fail");
  if (fails && !may(actor, "withdraw-failing-evidence")) return refuse("needs-manager");
  const reason = readReason(input.reason);
  if (isRefusal(reason)) return reason;
  return allow("evidence.withdrawn", changeOf("evidence", evidence, { withdrawnAt: now, withdrawnReason: reason.text }));
}
