import { itemAddress } from "@/lib/domain/address";
import type { ChangedSince } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { momentWords } from "@/lib/texts/time-words";

const words = wordsOf("sign-off").change;
const common = wordsOf("common");

/** One difference in words: its subject, where that is seen, and before → after. */
export interface ChangeLine { subject: string; href: string | null; text: string }

/** One difference between what was signed, or shown, and what stands now. */
export function changeWords({ subject, id, field, before, after }: ChangedSince, state: LaunchState): ChangeLine {
  const item = id === null ? undefined : state.item[id];
  const line = { subject: subject === "launch" ? words.launch : subject, href: item && item.retiredAt === null ? itemAddress(state.launch.slug, item.key) : null };
  if (field === "existence") return { ...line, text: after === null ? words.removed : words.added };
  const label = named(words.field, field) ?? field;
  return { ...line, text: fill(words.line, { field: label, before: valueWords(field, before, state), after: valueWords(field, after, state) }) };
}

function named(map: object, key: unknown): string | null {
  const found = Object.entries(map).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : null;
}

/** A value of the material state as people read it. What was stored may be of any shape, so nothing is taken for granted. */
function valueWords(field: string, value: unknown, state: LaunchState): string {
  if (field === "sections") return Array.isArray(value) ? value.map((id) => sectionKey(id, state)).join(", ") : words.all;
  if (field === "validDays") return typeof value === "number" ? count(words.days, value) : words.forEver;
  if (value === null || value === undefined) return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return stringWords(field, value, state);
  if (field === "evidence" && Array.isArray(value)) return proofWords(value);
  if (field === "waivers" && Array.isArray(value)) return value.length === 0 ? words.nothing : count(words.waivers, value.length);
  if (field === "threshold" && typeof value === "object") return thresholdWords(value);
  return JSON.stringify(value);
}

function stringWords(field: string, value: string, { launch }: LaunchState): string {
  switch (field) {
    case "work": return named(common.work, value) ?? value;
    case "applicability": return named(common.applicability, value) ?? value;
    case "window": return named(common.window, value) ?? value;
    case "outcome": return named(words.outcome, value) ?? value;
    case "proof": return named(words.policy, value) ?? value;
    case "goLive": return Number.isNaN(Date.parse(value)) ? value : momentWords(value, launch.zone);
    default: return `“${value}”`;
  }
}

function proofWords(proofs: unknown[]): string {
  const titles = proofs.flatMap((proof) => (typeof proof === "object" && proof !== null && "title" in proof && typeof proof.title === "string" ? [proof.title] : []));
  if (proofs.length === 0) return words.nothing;
  return titles.length === proofs.length && titles.length <= 2 ? titles.map((title) => `“${title}”`).join(", ") : count(words.proofs, proofs.length);
}

function thresholdWords(threshold: object): string {
  const part = (name: string): string => {
    const value: unknown = Object.entries(threshold).find(([key]) => key === name)?.[1];
    return typeof value === "string" || typeof value === "number" ? String(value) : "—";
  };
  return `${part("comparator")} ${part("limit")} ${part("unit")}`;
}

function sectionKey(id: unknown, state: LaunchState): string {
  return typeof id === "string" ? (state.section[id]?.key ?? id) : String(id);
}
