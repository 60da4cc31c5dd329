import type { Choice, ChoiceKind, Reading } from "./reading";

/** Of these a document has one at most, about all of its lines: the same one whatever its words. */
const single = new Set<ChoiceKind>(["headings", "seat-lines", "notes", "should", "status-lists"]);

/** How much of the words of the smaller of two must stand in the other to be the same list or table, edited. */
const alike = 0.6;

/**
 * Which of a new text's choices are those that were taken of the text before: of the same kind and with most of the same
 * words, wherever they stand now. Lines move with every edit above them; what was an item before must not be lost by that.
 */
export function carriedChoices(base: Pick<Reading, "original" | "choices" | "taken">, next: Pick<Reading, "original" | "choices">): string[] {
  const [before, after] = [wordsBy(base), wordsBy(next)];
  const carried = new Set<string>();
  for (const choice of base.choices.filter(({ id }) => base.taken.includes(id))) {
    const place = placeAmong(base.choices, choice);
    const found = next.choices.filter((one) => one.kind === choice.kind && !carried.has(one.id)).map((one) => ({
      id: one.id, shared: single.has(one.kind) ? 1 : shareOf(before.get(choice.id), after.get(one.id)), same: Number(one.id === choice.id), away: Math.abs(placeAmong(next.choices, one) - place),
    })).filter(({ shared, same }) => shared >= alike || (shared === 0 && same === 1 && before.get(choice.id)?.size === 0));
    const [best] = found.sort((one, other) => other.shared - one.shared || other.same - one.same || one.away - other.away);
    if (best) carried.add(best.id);
  }
  return [...carried];
}

/** Which of its kind a choice is, from 0: among equal ones the same one is meant. */
function placeAmong(choices: readonly Choice[], choice: Choice): number {
  return choices.filter(({ kind }) => kind === choice.kind).indexOf(choice);
}

/** The words of each choice's lines; boxes and signs, which change with the state, are none. */
function wordsBy({ original, choices }: Pick<Reading, "original" | "choices">): Map<string, Set<string>> {
  const lines = original.split(/\r\n|\n|\r/);
  return new Map(choices.map(({ id, lines: at }) => [id, new Set(at.flatMap((line) => (lines[line - 1] ?? "").toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []))]));
}

function shareOf(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : shared / smaller;
}
