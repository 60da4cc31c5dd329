import { share } from "@/lib/domain/percent";
import type { ReadItem, Span } from "./reading";
import type { Share } from "./words";

/** An item as far as it is counted: its place, whether it is done and whether it applies. */
export interface Box extends Pick<ReadItem, "key" | "line" | "parentKey" | "advisory" | "window"> { done: boolean; out: boolean }

/**
 * The ways in which people count the boxes of a list: all of them; without those that do not apply; without parents; both; and as the
 * decision rules count (§1). The first is the plainest.
 */
function waysToCount(boxes: readonly Box[], part: Span | null): Share[] {
  const inside = boxes.filter(({ line }) => part === null || (line >= part.from && line < part.to));
  const parents = new Set(inside.map(({ parentKey }) => parentKey));
  const [applying, leaves] = [(box: Box) => !box.out, (box: Box) => !parents.has(box.key)];
  const counting = (box: Box) => applying(box) && leaves(box) && box.advisory === null && (box.window === "before" || box.window === "final-week");
  return [() => true, applying, leaves, (box: Box) => applying(box) && leaves(box), counting].map((counts) => {
    const counted = inside.filter(counts);
    const done = counted.filter((box) => box.done).length;
    return share(done, counted.length);
  });
}

/** The same, counted once for each part, however many claims are about it. */
export function countingWays(boxes: readonly Box[]): (part: Span | null) => Share[] {
  const known = new Map<string, Share[]>();
  return (part) => {
    const key = part === null ? "" : `${part.from} ${part.to}`;
    const ways = known.get(key) ?? waysToCount(boxes, part);
    known.set(key, ways);
    return ways;
  };
}
