import type { Count, JudgedSection } from "@/lib/domain/judgement";
import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import type { Question, Surroundings } from "../item/surroundings";
import { BandsBar } from "../marks/bands-bar";
import type { Block } from "./arrange";
import { Row } from "./row";

/** `picked`: what is selected for several at once; null while nobody selects. */
export interface RowLook { selected: string | null; picked: ReadonlySet<string> | null; tabbable: (id: string) => boolean; saving: ReadonlySet<string>; may: boolean; owners: ReadonlyMap<string, string>; questions: ReadonlyMap<string, Question> }

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
        <div className="flex items-baseline gap-2.5">
          <h2 id={heading} className="flex gap-2.5 text-[1rem] leading-snug tracking-tight">
            {block.section ? <span className="text-ink-3">{block.section.key}</span> : null}{title}
          </h2>
          <PickAll of={block.id} title={title} rows={block.groups.flatMap(({ rows }) => rows)} look={look} around={around} />
        </div>
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
      {block.board ? <p className="pt-2 text-small text-ink-3">{list.boardHint[block.board]}{around.windows[block.board] ? <span className="block">{around.windows[block.board]}</span> : null}</p> : null}
      {block.groups.map((group) => (
        <div key={group.id}>
          {group.title ? (
            <div className="flex items-baseline gap-2.5 pt-3 pb-1">
              <h3 className="text-small font-normal text-ink-3">{group.title}</h3>
              {block.groups.length > 1 ? <PickAll of={group.id} title={group.title} rows={group.rows} look={look} around={around} /> : null}
            </div>
          ) : <div className="pt-2" />}
          <ul>
            {group.rows.map((row) => <RowOf key={row.id} row={row} look={look} around={around} />)}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Selects a whole section or group; the list's one listener finds which by `data-of`. */
function PickAll({ of, title, rows, look: { picked }, around: { words: { list: { bulk } } } }: { of: string; title: string; rows: readonly RowView[]; look: RowLook; around: Surroundings }) {
  if (picked === null) return null;
  const all = rows.every(({ id }) => picked.has(id));
  return <button type="button" data-do="pick-all" data-of={of} aria-label={fill(all ? bulk.none : bulk.all, { title })} className="link shrink-0 px-1 text-small text-ink-2 pointer-coarse:py-2" data-screen-only>{all ? bulk.noneWord : bulk.allWord}</button>;
}

function RowOf({ row, look, around }: { row: RowView; look: RowLook; around: Surroundings }) {
  return (
    <Row
      row={row} around={around} may={look.may} selected={look.selected === row.id} picked={look.picked && look.picked.has(row.id)} tabbable={look.tabbable(row.id)} saving={look.saving.has(row.id)}
      owner={row.ownerId ? (look.owners.get(row.ownerId) ?? around.words.item.someone) : null} question={look.questions.get(row.id) ?? null}
    />
  );
}
