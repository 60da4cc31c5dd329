interface Placed { id: string; parentId: string | null; groupId: string }

/** Items as a document can have them: what stands under an item of the same group comes right behind it, else as given. */
export function treeOrder<Row extends Placed>(rows: readonly Row[]): Row[] {
  const groups = new Map(rows.map((row) => [row.id, row.groupId]));
  const children = new Map<string, Row[]>();
  const tops: Row[] = [];
  for (const row of rows) {
    if (row.parentId === null || groups.get(row.parentId) !== row.groupId) tops.push(row);
    else children.set(row.parentId, [...(children.get(row.parentId) ?? []), row]);
  }
  const ordered: Row[] = [];
  const stack = [...tops].reverse();
  for (let row = stack.pop(); row; row = stack.pop()) {
    ordered.push(row);
    stack.push(...(children.get(row.id) ?? []).reverse());
  }
  return ordered;
}
