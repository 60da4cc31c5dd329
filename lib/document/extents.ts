/** The line of the next heading that is no deeper, for each; one past the last line where there is none. Linear, however many there are. */
export function endsOf(headings: readonly { line: number; depth: number }[], lines: number): number[] {
  const ends: number[] = headings.map(() => lines + 1);
  const open: number[] = [];
  for (const [at, { line, depth }] of headings.entries()) {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.depth ?? 0) >= depth; last = open.at(-1)) {
      ends[last] = line;
      open.pop();
    }
    open.push(at);
  }
  return ends;
}

/** How many of things, which are in the order of their lines, stand before a line. */
export function countBefore(things: readonly { line: number }[], line: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
