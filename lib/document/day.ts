import type { Day } from "@/lib/domain/state";

/** A calendar day that exists, or `null`. */
export function dayOf(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!found) return null;
  const date = new Date(`${found[0]}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(found[0]) ? found[0] : null;
}
