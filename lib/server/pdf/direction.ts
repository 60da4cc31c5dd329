import bidiFactory from "bidi-js";

const bidi = bidiFactory();

/** For each letter of a paragraph how deep its direction is nested; odd runs to the left (UAX 9). */
export type Levels = ReturnType<typeof bidi.getEmbeddingLevels>;

export const levelsOf = (text: string): Levels => bidi.getEmbeddingLevels(text);

/** The stretches of one level each between two places; without levels everything runs to the right. */
export function levelsIn(levels: Levels | null, from: number, to: number): { from: number; to: number; level: number }[] {
  if (!levels) return [{ from, to, level: 0 }];
  const found: { from: number; to: number; level: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const level = levels.levels[at] ?? 0;
    const last = found.at(-1);
    if (last?.level === level) last.to = at + 1;
    else found.push({ from: at, to: at + 1, level });
  }
  return found;
}

/** Brackets that open to the other side. */
export const mirrored = (text: string): string => Array.from(text, (letter) => bidi.getMirroredCharacter(letter) ?? letter).join("");

/** Turns every stretch of runs of at least this level around, in place (UAX 9, L2). */
export function flip(runs: { level: number }[], level: number): void {
  for (let at = 0; at < runs.length; at += 1) {
    if ((runs[at]?.level ?? 0) < level) continue;
    let to = at;
    while ((runs[to + 1]?.level ?? -1) >= level) to += 1;
    runs.splice(at, to - at + 1, ...runs.slice(at, to + 1).reverse());
    at = to;
  }
}
