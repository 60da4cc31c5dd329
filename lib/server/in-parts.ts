/** Rows worked on at once: with more of them, everybody else waits longer than the time of a glance for their turn. */
const partSize = 250;

/** A long list in parts that are worked on one after another, with others' turns between them. */
export function* partsOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += partSize) yield from === 0 && all.length <= partSize ? all : all.slice(from, from + partSize);
}

/** Lets everybody else be answered before long work goes on: to be awaited between two of its parts. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
