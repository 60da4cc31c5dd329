import { type Refusal, refuse } from "./refusal";

export const longestReason = 2000;

/**
 * What a person wrote, trimmed. Refuses nothing at all, more than `longest` characters, NUL (which PostgreSQL cannot hold) and
 * halves of surrogate pairs (which no digest can).
 */
export function readText(text: string | null | undefined, field: string, longest = longestReason, missing: "reason-needed" | "text-needed" = "text-needed"): { text: string } | Refusal {
  const trimmed = (text ?? "").trim();
  if (trimmed === "") return refuse(missing, { field });
  if ([...trimmed].length > longest) return refuse(missing === "reason-needed" ? "reason-too-long" : "text-too-long", { field, limit: longest });
  if (trimmed.includes("\0") || /\p{Surrogate}/u.test(trimmed)) return refuse("bad-character", { field });
  return { text: trimmed };
}

/** A reason: 1 to 2,000 characters. */
export function readReason(reason: string | null | undefined, field = "reason"): { text: string } | Refusal {
  return readText(reason, field, longestReason, "reason-needed");
}

export function isRefusal<T extends object>(value: T | Refusal): value is Refusal {
  return "allowed" in value && value.allowed === false;
}
