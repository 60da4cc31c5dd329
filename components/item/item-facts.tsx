import type { ReactNode } from "react";
import type { RowView } from "@/lib/domain/row";
import { count, fill } from "../fill";
import { calendarDayWords, dayWords } from "@/lib/texts/time-words";
import { Input, Select } from "../ui/field";
import { because } from "./because";
import { daysBetween } from "./day-words";
import type { Detail } from "./detail";
import type { Hand } from "./hand";
import type { Question, Surroundings } from "./surroundings";

/** What is known of an item, a line each; owner and date are changed where they stand. */
export function ItemFacts({ row, detail, question, may, hand, around }: {
  row: RowView; detail: Detail | null; question: Question | null; may: boolean; hand: Hand; around: Surroundings;
}) {
  const { item: words, list } = around.words;
  const item = detail?.item;
  const judged = detail?.judged;
  const day = (at: string): string => dayWords(at, around.zone);
  const owner = around.members.find(({ id }) => id === row.ownerId)?.name ?? (row.ownerId ? words.someone : words.nobody);
  return (
    <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-2 text-note">
      {row.note ? <Line term={words.because}>{because(row.note, question, words)}</Line> : null}
      <Line term={may ? <label htmlFor={`owner-${row.id}`}>{words.owner}</label> : words.owner}>
        {may ? (
          <Select id={`owner-${row.id}`} className="!py-1 !text-note" value={row.ownerId ?? ""} onChange={(event) => hand.edit(row.id, { kind: "assign", owner: event.target.value || null })}>
            <option value="">{words.nobody}</option>
            {around.members.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            {row.ownerId && !around.members.some(({ id }) => id === row.ownerId) ? <option value={row.ownerId}>{words.someone}</option> : null}
          </Select>
        ) : owner}
      </Line>
      <Line term={may ? <label htmlFor={`due-${row.id}`}>{words.due}</label> : words.due}>
        {may ? <DueInput key={`${row.id} ${row.due ?? ""}`} row={row} today={around.today} hand={hand} /> : row.due ? calendarDayWords(row.due) : words.noDue}
        {row.due ? <p className={row.overdue ? "text-stop" : "text-ink-3"}>{row.overdue ? words.overdue : null}{row.overdue && around.goLive ? " · " : null}{around.goLive ? beforeGoLive(row.due, around.goLive, words) : null}</p> : null}
      </Line>
      <Line term={words.counts}>{countsWords(row, around)}</Line>
      {item?.condition ? <Line term={words.condition}>{fill(words.conditionText, { condition: item.condition })}</Line> : null}
      {question && !may ? <Line term={words.question}>{question.question} {question.answer === null ? words.unanswered : question.answer ? words.yes : words.no}</Line> : null}
      {around.windows[row.window] || judged?.timing ? (
        <Line term={list.windowLabel}>
          {around.windows[row.window]}{judged?.timing ? <p className={judged.timing === "too-early" ? "text-stop" : "text-ink-3"}>{words.timing[judged.timing]}</p> : null}
        </Line>
      ) : null}
      {item?.threshold ? (
        <Line term={words.threshold}>
          {item.threshold.limit === null ? `${item.threshold.metric}: ${words.noLimit}` : `${item.threshold.metric} ${item.threshold.comparator} ${item.threshold.limit} ${item.threshold.unit}`}
          <p className="text-ink-3">
            {judged?.measured ? fill(words.measured, { value: judged.measured.value, unit: judged.measured.unit, when: day(judged.measured.at), outcome: words.outcome[judged.measured.outcome] }) : words.neverMeasured}
          </p>
        </Line>
      ) : null}
      {judged?.waiver ? <Line term={words.waiver}>{fill(words.waiverState[judged.waiver.state], { day: day(judged.waiver.endsAt) })}</Line> : null}
      {item?.cadence ? <Line term={words.cadence}>{item.cadence}</Line> : null}
      {item?.line ? <Line term={words.line}>{fill(words.lineText, { line: item.line })}</Line> : null}
    </dl>
  );
}

function Line({ term, children }: { term: ReactNode; children: ReactNode }) {
  return <><dt className="text-ink-3">{term}</dt><dd className="min-w-0 text-ink">{children}</dd></>;
}

/** A date is taken when it is whole: while its parts are typed, browsers report dates of the year 2. */
function DueInput({ row, today, hand }: { row: RowView; today: string; hand: Hand }) {
  const take = (value: string): void => {
    if (value !== (row.due ?? "") && (value === "" || value >= "1000")) hand.edit(row.id, { kind: "due", due: value || null });
  };
  return (
    <Input
      id={`due-${row.id}`} type="date" className="!py-1 !text-note" defaultValue={row.due ?? ""} min={today} max="9999-12-31"
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
      }}
    />
  );
}

function beforeGoLive(due: string, goLive: string, words: Surroundings["words"]["item"]): string {
  const days = daysBetween(due, goLive);
  return days === 0 ? words.onGoLive : days > 0 ? count(words.beforeGoLive, days) : count(words.afterGoLive, -days);
}

function countsWords(row: RowView, { words: { item: words, common } }: Surroundings): string {
  if (row.counts) {
    return fill(words.countsYes, { required: words.required, window: common.window[row.window].toLowerCase(), applicability: common.applicability[row.applicability].toLowerCase() });
  }
  const why = row.applicability === "not-applicable" ? words.notCounting["not-applicable"]
    : row.isParent ? words.notCounting.parent
    : row.required ? fill(words.notCounting.window, { window: common.window[row.window].toLowerCase() }) : words.notCounting.advisory;
  return fill(words.countsNo, { why });
}
