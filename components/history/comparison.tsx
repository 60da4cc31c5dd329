import type { RowDifference } from "@/lib/domain/difference";
import type { Numbers } from "@/lib/domain/judgement";
import { reasonKinds } from "@/lib/domain/judgement";
import { pollRules, type Verdict } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import { verdictMark } from "@/lib/looks/state-marks";
import { nameOf } from "@/lib/report/names";
import { InlineText } from "../ui/inline-text";
import { MarkedWord } from "../ui/mark";
import { ScrollBox } from "../ui/scroll-box";
import { shareWords } from "@/lib/report/share-words";
import { groupRows } from "./group-rows";
import type { Told } from "./subject";
import { valueWords } from "./value";

interface Side { verdict: Verdict; numbers: Numbers; reasons: number }
interface Subject { kind: string; subject: string }
export interface Compared { before: Side; after: Side; rows: RowDifference[]; cleared: Subject[]; arisen: Subject[] }

/** So many of a group stand open. */
const atFirst = 12;

/** What differs between two moments: the verdict and numbers side by side, reasons that went and came, and every row. */
export function Comparison({ compared: { before, after, rows, cleared, arisen }, told, when }: { compared: Compared; told: Told; when: string }) {
  const words = wordsOf("past");
  const { verdict } = wordsOf("common");
  const of = wordsOf("overview").numbers.of;
  const lines = [
    { head: words.compare.verified, then: shareWords(before.numbers.verified, of), now: shareWords(after.numbers.verified, of) },
    { head: words.compare.claimed, then: shareWords(before.numbers.claimed, of), now: shareWords(after.numbers.claimed, of) },
    { head: words.compare.inTheWay, then: String(before.reasons), now: String(after.reasons) },
  ];
  const title = fill(words.compare.title, { when });
  return (
    <section aria-labelledby="compared-title" className="mb-10">
      <h2 id="compared-title" className="mb-3 text-lead tracking-tight">{title}</h2>
      <ScrollBox label={title}>
        <table className="table max-w-2xl">
          <thead><tr><td /><th scope="col">{words.compare.was}</th><th scope="col" className="first-letter:uppercase">{fill(words.compare.is, { when })}</th></tr></thead>
          <tbody>
            <tr><th scope="row">{words.compare.verdict}</th>{[before, after].map((side, at) => <td key={at}><MarkedWord {...verdictMark[side.verdict]}>{verdict[side.verdict]}</MarkedWord></td>)}</tr>
            {lines.map(({ head, then, now }) => <tr key={head}><th scope="row">{head}</th><td>{then}</td><td>{now}</td></tr>)}
          </tbody>
        </table>
      </ScrollBox>
      <div className="mt-5 grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <Reasons title={words.compare.cleared} reasons={cleared} />
        <Reasons title={words.compare.arisen} reasons={arisen} />
      </div>
      <h3 className="mt-6 mb-2 text-note">{words.compare.rows}</h3>
      {rows.length === 0 ? <p className="border-t border-line py-2 text-note">{words.compare.nothing}</p> : groupRows(rows).map(({ entity, kind, rows: own }) => (
        <details key={`${entity} ${kind}`} open={kind === "changed" && own.length <= atFirst} className="border-t border-line py-2">
          <summary>{fill(words.compare.group, { entity: words.entity[entity], n: own.length, kind: words.compare[kind] })}</summary>
          <ul className="mt-1">{own.map((row) => <Row key={row.id} row={row} told={told} />)}</ul>
        </details>
      ))}
    </section>
  );
}

function Row({ row: { entity, id, subject, fields }, told }: { row: RowDifference; told: Told }) {
  const t = texts("history");
  const { compare: words } = wordsOf("past");
  const name = entity === "member" ? nameOf(id, told.people, t("someone")) : entity === "poll" ? pollWords(subject) : subject;
  const known = fields.flatMap(({ field, before, after }) => {
    // Any field name may be asked for; one without a word is bookkeeping and left out before `t` is called with it.
    const word = `field.${field}` as "field.work";
    return t.has(word) ? [fill(words.line, { field: t(word), before: valueWords(field, before, told), after: valueWords(field, after, told) })] : [];
  });
  return (
    <li className="py-1.5 pl-4 text-note [overflow-wrap:anywhere]">
      <InlineText text={name} />
      {known.map((line) => <span key={line} className="block text-ink-3">{line}</span>)}
    </li>
  );
}

function pollWords(rule: string): string {
  const known = pollRules.find((one) => one === rule);
  return known ? wordsOf("decision").poll.rules[known] : rule;
}

function Reasons({ title, reasons }: { title: string; reasons: readonly Subject[] }) {
  const words = wordsOf("past");
  const common = wordsOf("common");
  const kindWords = (kind: string): string => {
    const known = reasonKinds.find((one) => one === kind);
    return known ? common.reason[known] : kind;
  };
  const line = (reason: Subject, at: number) => <li key={at} className="border-t border-line py-1.5 text-note [overflow-wrap:anywhere]"><InlineText text={reason.subject} /> <span className="text-ink-3">{kindWords(reason.kind)}</span></li>;
  return (
    <div>
      <h3 className="mb-2 text-note">{title}{reasons.length > 0 ? ` (${reasons.length})` : ""}</h3>
      {reasons.length === 0 ? <p className="border-t border-line py-1.5 text-note text-ink-2">{words.noReasons}</p> : <ul>{reasons.slice(0, atFirst).map(line)}</ul>}
      {reasons.length > atFirst ? <details className="border-t border-line py-1.5 text-note"><summary className="text-ink-2">{fill(words.compare.more, { n: reasons.length - atFirst })}</summary><ul>{reasons.slice(atFirst).map(line)}</ul></details> : null}
    </div>
  );
}
