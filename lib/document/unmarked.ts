import type { LaunchState } from "@/lib/domain/state";
import { sameness } from "./likeness";
import { advisoryMark } from "./plain-items";
import type { Reading } from "./reading";

/**
 * A reading without the words that a conversion from rows put behind advisory items: where the item here is advisory and
 * has just the other words, nobody reworded it. Whatever the words were here or in `base`, they are left.
 */
export function unmarked(next: Reading, base: Reading, state: LaunchState): Reading {
  const living = Object.values(state.item).filter((item) => item.retiredAt === null);
  const known = new Set([...living.map((item) => item.text), ...base.sections.flatMap((section) => section.groups.flatMap((group) => group.items.map((item) => item.text)))].map(sameness));
  const advisory = new Map(living.filter((item) => !item.required).map((item) => [sameness(item.text), item.text]));
  const wordsOf = (text: string): string => {
    if (!text.endsWith(` ${advisoryMark}`) || known.has(sameness(text))) return text;
    return advisory.get(sameness(text.slice(0, -advisoryMark.length))) ?? text;
  };
  return {
    ...next,
    sections: next.sections.map((section) => ({
      ...section, groups: section.groups.map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, text: wordsOf(item.text) })) })),
    })),
  };
}
