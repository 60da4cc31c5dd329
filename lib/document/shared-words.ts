import { stemsOf } from "./likeness";

/** How two texts share their words, without order, grammar and adverbs of manner. */
export interface Shared {
  /** Sørensen–Dice over the stems: 0 nothing in common, 1 the same words. */
  score: number;
  /** Every word of one is in the other: words were only added or only taken away, none was put in another's place. */
  within: boolean;
  /** They differ in figures only: "p95 < 200 ms", "p95 < 150 ms". */
  figuresOnly: boolean;
}

export function sharedWords(one: string, other: string): Shared {
  const [left, right] = [stemsOf(one), stemsOf(other)];
  const both = common(left, right);
  const score = left.length + right.length === 0 ? 0 : (2 * both) / (left.length + right.length);
  const figure = /^\d+$/;
  const [words, others] = [left.filter((stem) => !figure.test(stem)), right.filter((stem) => !figure.test(stem))];
  const figuresOnly = words.length > 1 && words.length === others.length && common(words, others) === words.length && left.length === right.length;
  return { score, within: both > 0 && both === Math.min(left.length, right.length), figuresOnly };
}

/** Which share of `part`'s words stands in `whole`, from 0 to 1. */
export function contained(part: string, whole: string): number {
  const stems = stemsOf(part);
  return stems.length === 0 ? 0 : common(stems, stemsOf(whole)) / stems.length;
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
