import type { Count, JudgedSection } from "@/lib/domain/judgement";
import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import type { Question, Surroundings } from "../item/surroundings";
import { BandsBar } from "../marks/bands-bar";
import type { Block } from "./arrange";
import { Row } from "./row";

export interface RowLook { selected: string | null; tabbable: (id: string) => boolean; saving: ReadonlySet<string>; may: boolean; owners: ReadonlyMap<string, string>; questions: ReadonlyMap<string, Question> }

/** A section or a later window's board: its heading stays in sight, with its bar and its count. */
export function BlockOfRows({ block, judged, boardCount, look, around }: {
  block: Block; judged: JudgedSection | undefined; boardCount: Count | null; look: RowLook; around: Surroundings;
}) {
  const { list } = around.words;
  const heading = `block-${block.id}`;
  const title = block.section?.title ?? (block.board ? list.board[block.board] : "");
  return (
    <section aria-labelledby={heading} className="mb-7">
      <div className="sticky top-(--sticky-top,0px) z-10 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line bg-paper py-2.5 sm:grid-cols-[minmax(0,1fr)_10rem_3.5rem]">
        <h2 id={heading} className="flex gap-2.5 text-[1rem] leading-snug tracking-tight">
          {block.section ? <span className="text-ink-3">{block.section.key}</span> : null}{title}
        </h2>
        {judged && block.section ? (
          <>
            <BandsBar counts={judged.bands} label={null} thin className="max-sm:hidden" />
            <p className="text-right text-note text-ink-2">
              <span aria-hidden="true">{judged.verified.done}/{judged.verified.of}</span>
              <span className="sr-only">{fill(list.verifiedOf, { verified: judged.verified.done, of: judged.verified.of, claimed: judged.claimed.done })}</span>
            </p>
          </>
        ) : null}
        {boardCount ? <p className="text-right text-note text-ink-2 sm:col-span-2">{fill(list.boardCount, { done: boardCount.done, of: boardCount.of })}</p> : null}
      </div>
      {block.board ? <p className="pt-2 text-small text-ink-3">{list.boardHint[block.board]}</p> : null}
      {block.groups.map((group) => (
        <div key={group.id}>
          {group.title ? <h3 className="pt-3 pb-1 text-small font-normal text-ink-3">{group.title}</h3> : <div className="pt-2" />}
          <ul>
            {group.rows.map((row) => <RowOf key={row.id} row={row} look={look} around={around} />)}
          </ul>
        </div>
      ))}
    </section>
  );
}

function RowOf({ row, look, around }: { row: RowView; look: RowLook; around: Surroundings }) {
  return (
    <Row
      row={row} around={around} may={look.may} selected={look.selected === row.id} tabbable={look.tabbable(row.id)} saving={look.saving.has(row.id)}
      owner={row.ownerId ? (look.owners.get(row.ownerId) ?? around.words.item.someone) : null} question={look.questions.get(row.id) ?? null}
    />
  );
}
