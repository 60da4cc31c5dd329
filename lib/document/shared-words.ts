/** How two texts share their words, without order, grammar and adverbs of manner. */
export interface Shared {
  /** Sørensen–Dice over the stems: 0 nothing in common, 1 the same words. */
  score: number;
  /** Every word of one is in the other: words were only added or only taken away, none was put in another's place. */
  within: boolean;
  /** They differ in figures only: "p95 < 200 ms", "p95 < 150 ms". */
  figuresOnly: boolean;
}

/** By the stems of both texts (`stemsOf`), so that comparing many with many stems each but once. */
export function sharedWords(left: readonly string[], right: readonly string[]): Shared {
  const both = common(left, right);
  const score = left.length + right.length === 0 ? 0 : (2 * both) / (left.length + right.length);
  return { score, within: both > 0 && both === Math.min(left.length, right.length), figuresOnly: score > 0 && left.length === right.length && inFigures(left, right) };
}

function inFigures(left: readonly string[], right: readonly string[]): boolean {
  const words = (stems: readonly string[]) => stems.filter((stem) => !/^\d+$/.test(stem));
  const [mine, others] = [words(left), words(right)];
  return mine.length > 1 && mine.length === others.length && common(mine, others) === mine.length;
}

/** Which share of `part`'s words stands in `whole`, from 0 to 1; both as stems. */
export function contained(part: readonly string[], whole: readonly string[]): number {
  return part.length === 0 ? 0 : common(part, whole) / part.length;
}

function common(left: readonly string[], right: readonly string[]): number {
  const rest = new Map<string, number>();
  for (const stem of right) rest.set(stem, (rest.get(stem) ?? 0) + 1);
  let both = 0;
  for (const stem of left) {
    const left = rest.get(stem) ?? 0;
    if (left === 0) continue;
    both += 1;
    rest.set(stem, left - 1);
  }
  return both;
}
