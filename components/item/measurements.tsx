"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { Field, Input, Select, Textarea } from "../ui/field";
import { dayWords } from "@/lib/texts/time-words";
import { MarkedWord } from "../ui/mark";
import type { Answer } from "./actions";
import { AskDialog, typed, typedNumber } from "./ask-dialog";
import type { Detail } from "./detail";
import type { Hand } from "./hand";
import { readPasted } from "./pasted-values";
import { readNumber } from "./read-number";
import { seriesOf, valueSays, type SeriesPoint } from "./series";
import { SeriesPlot } from "./series-plot";
import type { Surroundings } from "./surroundings";

const comparators = ["<", "<=", ">", ">=", "="] as const;
const shown = 8;

/** What was measured against the item's target, each value in a word; entering values, and setting the target. */
export function Measurements({ row, detail, may, hand, around, done, heading: Heading }: {
  row: RowView; detail: Detail; may: boolean; hand: Hand; around: Surroundings; done: () => void; heading: "h2" | "h3";
}) {
  const words = around.words.item.measure;
  const [asked, ask] = useState<"value" | "target" | null>(null);
  const { threshold } = detail.item;
  // What a form begins with is what stood there when it was opened.
  const [began, begin] = useState(threshold);
  const series = seriesOf(detail, around);
  const manages = around.role === "manager";
  if (!threshold && series.length === 0 && !manages && asked === null) return null;
  const target = threshold ? targetWords(threshold, words) : words.noTarget;
  const shared = { open: true, close: () => ask(null), done, hand, around, about: row.text, made: { item: row.id } } as const;
  return (
    <section id="measurements" aria-labelledby={`measured-of-${row.id}`} className="scroll-mt-6">
      <Heading id={`measured-of-${row.id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.title}<span className="font-normal"> · {target}</span></Heading>
      <SeriesPlot series={series} limit={threshold?.limit ?? null} unit={threshold?.unit ?? ""} />
      <Values points={series.slice(0, shown)} words={words} zone={around.zone} />
      {series.length > shown ? (
        <details>
          <summary className="border-t border-line py-1.5 text-small text-ink-3">{fill(words.older, { n: series.length - shown })}</summary>
          <Values points={series.slice(shown)} words={words} zone={around.zone} />
        </details>
      ) : null}
      {series.length === 0 && threshold ? <p className="border-t border-line py-2 text-note text-ink-2">{around.words.item.neverMeasured}</p> : null}
      <div className="flex flex-wrap gap-2 border-t border-line pt-2" data-screen-only>
        {may && threshold ? <Button small onClick={() => ask("value")}>{words.enter}</Button> : null}
        {manages ? <Button small look="quiet" className={threshold ? "" : "-ml-2.5"} onClick={() => {
          begin(threshold);
          ask("target");
        }}>{threshold ? words.changeTarget : words.setTarget}</Button> : null}
      </div>
      {asked === "value" && threshold ? (
        <AskDialog {...shared} title={words.enter} save={around.words.item.save} ask={(form) => send(form, { row, hand, around })}>
          <div className="grid grid-cols-2 gap-3">
            <Field id="measured-value" label={words.value}><Input id="measured-value" name="value" inputMode="decimal" autoComplete="off" maxLength={40} /></Field>
            <Field id="measured-unit" label={words.unit}><Input id="measured-unit" name="unit" maxLength={40} defaultValue={threshold.unit} autoComplete="off" /></Field>
            <Field id="measured-day" label={words.day}><Input id="measured-day" name="day" type="date" required defaultValue={around.today} max={around.today} /></Field>
            <Field id="measured-source" label={words.source} hint={words.sourceHint}><Input id="measured-source" name="source" maxLength={200} aria-describedby="measured-source-hint" /></Field>
          </div>
          <details className="text-note">
            <summary className="text-ink-2">{words.several}</summary>
            <Field id="measured-pasted" label={words.pasted} hint={words.pastedHint} className="mt-2"><Textarea id="measured-pasted" name="pasted" rows={4} maxLength={20_000} className="font-mono" aria-describedby="measured-pasted-hint" /></Field>
          </details>
        </AskDialog>
      ) : null}
      {asked === "target" ? (
        <AskDialog
          {...shared} title={began ? words.changeTarget : words.setTarget} save={around.words.item.scope.save}
          on={{ id: row.id, version: row.version, says: detail.item.version === row.version ? target : null }}
          ask={async (form, version) => misread(form, "limit", words.badLimit, words) ?? hand.actions.setTarget({
            launch: around.launch, item: row.id, version, metric: typed(form, "metric") || null, unit: typed(form, "unit"),
            comparator: comparators.find((one) => one === typed(form, "comparator")) ?? "<", limit: typedNumber(form, "limit"),
          })}
        >
          <Field id="target-metric" label={words.metric}><Input id="target-metric" name="metric" maxLength={200} defaultValue={began?.metric ?? ""} /></Field>
          <div className="grid grid-cols-3 gap-3">
            <Field id="target-comparator" label={words.comparatorLabel}>
              <Select id="target-comparator" name="comparator" defaultValue={began?.comparator ?? "<"}>{comparators.map((one) => <option key={one} value={one}>{words.comparator[one]}</option>)}</Select>
            </Field>
            <Field id="target-limit" label={words.limit}><Input id="target-limit" name="limit" inputMode="decimal" maxLength={40} autoComplete="off" defaultValue={began?.limit ?? ""} /></Field>
            <Field id="target-unit" label={words.unit}><Input id="target-unit" name="unit" maxLength={40} autoComplete="off" defaultValue={began?.unit ?? ""} /></Field>
          </div>
          <p className="text-small text-ink-3">{words.limitHint}</p>
        </AskDialog>
      ) : null}
    </section>
  );
}

type Words = Surroundings["words"]["item"]["measure"];

/** Each value, where and when it was measured, and whether it holds. */
function Values({ points, words, zone }: { points: readonly SeriesPoint[]; words: Words; zone: string }) {
  return (
    <ul>
      {points.map(({ proof, value, stands, outcome }) => {
        const { said, ...look } = valueSays({ stands, outcome }, words);
        return (
          <li key={proof.id} className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line py-1.5 text-note">
            <span><span className={stands === "withdrawn" ? "line-through" : ""}>{value} {proof.unit}</span> <span className="text-small text-ink-3">{dayWords(proof.trueAt, zone)} · {proof.source ?? words.noSource}</span></span>
            <MarkedWord {...look}>{said}</MarkedWord>
          </li>
        );
      })}
    </ul>
  );
}

function targetWords({ comparator, limit, unit }: { comparator: (typeof comparators)[number]; limit: number | null; unit: string }, words: Words): string {
  return limit === null ? words.noLimit : fill(words.target, { comparator: words.sign[comparator], limit, unit });
}

const refuse = (sentence: string): Answer => ({ allowed: false, why: "bad-number", sentence });

/** Why a field's words are no number to go by; `null` when they are one, or nothing. */
function misread(form: FormData, name: string, none: string, words: Words): Answer | null {
  const number = readNumber(typed(form, name));
  if (typeof number === "number" || typed(form, name) === "") return null;
  return refuse(number === null ? none : fill(words.twoNumbers, number));
}

/** Sends one value, or all that were pasted. What is no number is said here: the server takes numbers only. */
async function send(form: FormData, { row, hand, around }: { row: RowView; hand: Hand; around: Surroundings }): Promise<Answer> {
  const words = around.words.item.measure;
  const source = typed(form, "source") || null;
  const unit = typed(form, "unit") || null;
  const day = typed(form, "day");
  const at = (moment: string | null): string | null => (moment === null || moment === around.today ? null : moment);
  const pasted = readPasted(typed(form, "pasted"));
  if ("line" in pasted) {
    const { line, number } = pasted;
    return refuse(number === null ? fill(words.badLine, { line }) : fill(words.atLine, { line, sentence: fill(words.twoNumbers, number) }));
  }
  const wrong = misread(form, "value", words.badValue, words);
  if (wrong) return wrong;
  const value = typedNumber(form, "value");
  const values = [...(value === null ? [] : [{ value, at: null, unit: null, line: null }]), ...pasted.values];
  if (values.length === 0) return refuse(words.noValue);
  const answer = await hand.actions.addMeasurements({
    launch: around.launch, item: row.id, title: null, validDays: null, values: values.map((one) => ({ value: one.value, unit: one.unit ?? unit, source, trueAt: at(one.at ?? day) })),
  });
  const refused = answer.allowed ? undefined : values[Number(/^values\.(\d+)/.exec(answer.field ?? "")?.[1])];
  return answer.allowed || !refused?.line ? answer : { ...answer, sentence: fill(words.atLine, { line: refused.line, sentence: answer.sentence }) };
}
