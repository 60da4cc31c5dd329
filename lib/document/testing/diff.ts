/** The lines that a difference shows: taken out and put in. */
export function diff(before: string, after: string): string[] {
  const [one, other] = [before.split("\n"), after.split("\n")];
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const line = table[row];
      if (line) line[column] = one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found: string[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    if (row < one.length && column < other.length && one[row] === other[column]) { row += 1; column += 1; }
    else if (column < other.length && (row >= one.length || at(row, column + 1) >= at(row + 1, column))) { found.push(`+${other[column] ?? ""}`); column += 1; }
    else { found.push(`-${one[row] ?? ""}`); row += 1; }
  }
  return found;
}
