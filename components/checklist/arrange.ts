import type { RowView } from "@/lib/domain/row";
import type { Window } from "@/lib/domain/state";
import type { SectionPart } from "../item/surroundings";

export type Board = Exclude<Window, "before" | "final-week">;
const boards: readonly Board[] = ["launch-day", "first-24h", "ongoing"];
const boardOf = (row: RowView): Board | null => boards.find((board) => board === row.window) ?? null;

export interface GroupBlock { id: string; title: string; rows: RowView[] }
/** A section of what counts before launch, or the board of a later window, which counts apart. */
export interface Block { id: string; section: SectionPart | null; board: Board | null; groups: GroupBlock[] }

/** Puts rows under their sections and groups, in the document's order, and later windows' rows under their boards. */
export function arrange(rows: readonly RowView[], sections: readonly SectionPart[]): Block[] {
  const titles = new Map(sections.flatMap((section) => section.groups.map((group) => [group.id, group.title] as const)));
  const blocks = new Map<string, Block>(sections.map((section) => [section.id, { id: section.id, section, board: null, groups: [] }]));
  for (const board of boards) blocks.set(board, { id: board, section: null, board, groups: [] });
  for (const row of rows) {
    const block = blocks.get(boardOf(row) ?? row.sectionId);
    if (!block) continue;
    const last = block.groups.at(-1);
    if (last?.id === row.groupId) last.rows.push(row);
    else block.groups.push({ id: row.groupId, title: titles.get(row.groupId) ?? "", rows: [row] });
  }
  return [...blocks.values()].filter(({ groups }) => groups.length > 0);
}
