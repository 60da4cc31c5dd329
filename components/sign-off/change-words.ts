import { itemAddress } from "@/lib/domain/address";
import type { ChangedSince } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { dayWords, momentWords } from "@/lib/texts/time-words";

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
  if (field === "evidence" || field === "waivers") return { ...line, text: listLine(field, label, entriesOf(before), entriesOf(after), state.launch.zone) };
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

interface Entry { words: string; moment: string; same: string }

/** Proofs or waivers as they were signed: what each is called, its moment, and all of it. */
function entriesOf(value: unknown): Entry[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown): Entry => {
    const text = (name: string): string => {
      const found: unknown = typeof one === "object" && one !== null ? Object.entries(one).find(([key]) => key === name)?.[1] : null;
      return typeof found === "string" ? found : "";
    };
    return { words: text("title") || text("reason"), moment: text("trueAt") || text("endsAt"), same: JSON.stringify(one) };
  });
}

/** What of several proofs or waivers went and what came: those that stayed are not what changed. */
function listLine(field: "evidence" | "waivers", label: string, before: readonly Entry[], after: readonly Entry[], zone: string): string {
  const [gone, come] = [before.filter(({ same }) => !after.some((one) => one.same === same)), after.filter(({ same }) => !before.some((one) => one.same === same))];
  // A waiver is bound to its end; of two proofs called the same, the day tells them apart.
  const dated = field === "waivers" || gone.some((one) => come.some((other) => other.words === one.words));
  const all = (entries: readonly Entry[]): string => entries.map((one) => nameOf(one, field, dated, zone)).join(", ") || words.nothing;
  if (gone.length === before.length) return fill(words.line, { field: label, before: all(gone), after: all(come) });
  const parts = [gone.length > 0 ? fill(words.gone, { names: all(gone) }) : "", come.length > 0 ? fill(words.come, { names: all(come) }) : ""];
  return fill(words.list, { field: label, changes: parts.filter(Boolean).join(", ") });
}

function nameOf(one: Entry, field: "evidence" | "waivers", dated: boolean, zone: string): string {
  const name = `“${one.words}”`;
  return dated && !Number.isNaN(Date.parse(one.moment)) ? fill(words.dated[field], { name, day: dayWords(one.moment, zone) }) : name;
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
