import { memo } from "react";
import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import { faceMark } from "../item/face-mark";
import { because } from "../item/because";
import type { Question, Surroundings } from "../item/surroundings";
import { itemAddress } from "@/lib/domain/address";
import { classes } from "../ui/classes";
import { Mark, toneText } from "../ui/mark";
import { initials } from "./initials";
import { tagsOf } from "./row-tags";

/**
 * What stands in every row has one class of its own in `globals.css`: utilities spelled out two hundred times were more than a quarter of the page.
 * What the list's one listener finds on a row: `data-row` says which, `data-do` what. `picked` is null while nobody selects.
 */
export const Row = memo(function Row({ row, selected, picked, tabbable, saving, may, owner, question, around }: {
  row: RowView; selected: boolean; picked: boolean | null; tabbable: boolean; saving: boolean; may: boolean; owner: string | null; question: Question | null; around: Surroundings;
}) {
  const { list } = around.words;
  const over = row.face === "verified" || row.face === "done" || row.face === "not-applicable";
  const note = noteOf(row, question, around);
  return (
    <li
      id={`item-${row.id}`} data-row={row.id} data-face={row.face}
      className={classes(
        "list-row", picked !== null && "list-row-picking", row.parentId && "pl-8", selected && "list-row-selected",
      )}
    >
      {picked === null ? null : (
        <button type="button" role="checkbox" aria-checked={picked} data-do="pick" aria-label={fill(list.bulk.pick, { text: row.text })} className="-m-1 grid size-7 place-items-center self-start">
          <span aria-hidden="true" className={classes("grid size-4 place-items-center rounded-sm border text-[0.6875rem] leading-none", picked ? "border-ink bg-ink text-paper" : "border-edge")}>{picked ? "✓" : null}</span>
        </button>
      )}
      <span className="list-row-mark">
        <Mark {...faceMark[row.face]} word={list.face[row.face]} />
        {may && !row.isParent && picked === null ? (
          <button
            type="button" data-do="toggle" tabIndex={-1}
            aria-label={`${row.work === "done" ? list.markOpen : list.markDone}: ${row.text}`}
          />
        ) : null}
      </span>
      <div className="min-w-0">
        <div className="list-row-words">
          <a
            href={itemAddress(around.launch, row.key)} data-do="open" {...(tabbable ? {} : { tabIndex: -1 })} {...(selected ? { "aria-current": "true" as const } : {})}
            {...(over ? { className: row.face === "not-applicable" ? "text-ink-3 line-through decoration-edge decoration-1" : "text-ink-3" } : {})}
          >
            {row.text}
          </a>
          <span>
            {tagsOf(row, around).map(({ key, text, tone }) => <span key={key} className={toneText[tone]}>{text}</span>)}
            {saving ? <span aria-hidden="true" title={list.tags.saving}>·</span> : null}
          </span>
        </div>
        {note ? <p className={classes("text-small", row.face === "blocked" ? "text-stop" : "text-ink-3")}>{note} {may && question && row.face === "undecided" ? <Answers question={question} around={around} /> : null}</p> : null}
      </div>
      {owner ? (
        <span className="grid size-[1.375rem] place-items-center rounded-full border border-line bg-wash text-[0.625rem] text-ink-2" title={fill(list.owner, { name: owner })}>
          <span aria-hidden="true">{initials(owner)}</span><span className="sr-only">{fill(list.owner, { name: owner })}</span>
        </span>
      ) : <span />}
    </li>
  );
});

function Answers({ question, around: { words: { list } } }: { question: Question; around: Surroundings }) {
  return (
    <span className="whitespace-nowrap" data-screen-only>
      {(["yes", "no"] as const).map((answer) => (
        <button
          key={answer} type="button" data-do={`fact-${answer}`} data-fact={question.id} tabIndex={-1}
          aria-label={fill(answer === "yes" ? list.yesTo : list.noTo, { question: question.question })} className="link px-1.5 py-0.5 text-ink pointer-coarse:px-3 pointer-coarse:py-2"
        >
          {list[answer]}
        </button>
      ))}
    </span>
  );
}

function noteOf(row: RowView, question: Question | null, { words: { list, item } }: Surroundings): string | null {
  if (row.face === "undecided") return question && question.answer === null ? fill(list.notes.undecided, { question: question.question }) : list.face.undecided.toLowerCase();
  if (row.face === "too-early") return list.notes["too-early"];
  if (!row.note) return null;
  const reason = because(row.note, question, item);
  if (row.face === "blocked" || row.face === "not-applicable" || row.face === "waived") return fill(list.notes[row.face], { reason });
  return row.required ? reason : fill(list.notes.advisory, { reason });
}
