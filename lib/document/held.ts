import { sameJson } from "@/lib/domain/same-json";
import { windows, type Comparator, type Threshold, type Window } from "@/lib/domain/state";
import { settle } from "./note-text";
import type { Held, ReadItem } from "./reading";
import { words, type NoteWords } from "./words";

/** What notes on a line hold of an item against its own words; `null` where none speaks of it. */
export interface HeldNotes {
  required: boolean | null;
  requiredReason: string | null;
  window: Window | null;
  /** `metric` null = the item's own words. */
  target: (Omit<Threshold, "metric"> & { metric: string | null }) | null;
}
export const nothingHeld: HeldNotes = { required: null, requiredReason: null, window: null, target: null };

/** A reason without those that only name the words on the line themselves. */
export function reasonBesideWords(reason: string | null): string | null {
  return reason !== null && /^(?:The document says|Its words say) "[^]*"\.$/.test(reason) ? null : reason;
}

/** What holds of an item by its words and its place alone. */
export function ownOf(item: Pick<ReadItem, "own" | "advisory" | "window" | "threshold">): Held {
  return item.own ?? { required: item.advisory === null, requiredReason: null, window: item.window, threshold: item.threshold };
}

/** Whether it stops the launch: as a note says, else as its words do. */
export function isRequired(item: Pick<ReadItem, "held" | "advisory">): boolean {
  return item.held?.required ?? item.advisory === null;
}

/** What holds of an item: what the notes say, and else its words. */
export function heldBy(notes: HeldNotes, own: Held, text: string): Held {
  const { required, requiredReason, window, target } = notes;
  return {
    required: required ?? own.required, requiredReason: required === null ? null : requiredReason, window: window ?? own.window,
    threshold: target === null ? own.threshold : { ...target, metric: target.metric ?? text },
  };
}

const windowNames: ReadonlyMap<string, Window> = new Map(Object.values(words).flatMap((word) => windows.map((window) => [word.window[window].toLowerCase(), window] as const)));

/** The window that a note names, in any language that is written; `null` for any other words. */
export function windowNamed(value: string | null): Window | null {
  return windowNames.get((value ?? "").trim().toLowerCase()) ?? null;
}

const signs: Record<string, Comparator> = { "<": "<", ">": ">", "=": "=", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=" };
const target = /^(?:(.*) )?(<=|>=|≤|≥|<|>|=) (\?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: (.+))?$/su;

/** "API response p95 < 200 ms" as a target, "?" being a limit that is not set; `null` for any other words. */
export function targetIn(value: string | null): HeldNotes["target"] {
  const found = target.exec(value ?? "");
  const comparator = signs[found?.[2] ?? ""];
  if (!found || comparator === undefined) return null;
  const limit = found[3] === "?" ? null : Number(found[3]);
  return limit !== null && !Number.isFinite(limit) ? null : { metric: settle(found[1] ?? null), comparator, limit, unit: settle(found[4] ?? null) ?? "" };
}

/** A target in words; its metric is left out where it is what the item's own words say. */
function wordsOfTarget({ metric, comparator, limit, unit }: Threshold, text: string): string {
  const sign = comparator === "<=" ? "≤" : comparator === ">=" ? "≥" : comparator;
  return `${metric === text ? "" : `${metric} `}${sign} ${limit === null ? "?" : String(limit)} ${unit}`.trim();
}

/**
 * What is held as a line can say it: reasons settled, and a target that would not come back as it is left to the item's
 * words, as is one that was taken away altogether. `null` where the words say it all.
 */
export function settleHeld(held: Held | undefined, own: Held, text: string): Held | null {
  if (held === undefined) return null;
  const threshold = held.threshold === null || sameJson(held.threshold, own.threshold) ? own.threshold : settleTarget(held.threshold, own.threshold, text);
  const settled = { required: held.required, requiredReason: settle(held.requiredReason), window: held.window, threshold };
  return sameJson(settled, own) ? null : settled;
}

function settleTarget(wanted: Threshold, own: Threshold | null, text: string): Threshold | null {
  const [metric, unit] = [settle(wanted.metric) ?? text, settle(wanted.unit) ?? ""];
  const settled = { ...wanted, metric, unit };
  const read = targetIn(wordsOfTarget(settled, text));
  const comesBack = read !== null && sameJson({ ...read, metric: read.metric ?? text }, settled);
  return comesBack && !sameJson(settled, own) ? settled : own;
}

/** The notes that say what is held against the item's own words, for what `settleHeld` gave: names with their values. */
export function heldNotes(held: Held | null, own: Held, text: string, word: NoteWords): (readonly [name: string, value: string | null])[] {
  if (held === null) return [];
  return [
    ...(held.required === own.required && held.requiredReason === null ? [] : [[held.required ? word.required : word.advisory, held.requiredReason] as const]),
    ...(held.window === own.window ? [] : [[word.when, word.window[held.window]] as const]),
    ...(held.threshold === null || sameJson(held.threshold, own.threshold) ? [] : [[word.target, wordsOfTarget(held.threshold, text)] as const]),
  ];
}
