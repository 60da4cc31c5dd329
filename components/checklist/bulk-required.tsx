"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { count, fill } from "../fill";
import { AskDialog, typed } from "../item/ask-dialog";
import type { Hand } from "../item/hand";
import type { Surroundings } from "../item/surroundings";
import { Field, Textarea } from "../ui/field";

/** Makes several items advisory or required for one reason: all of them or none (decision rules §2). Undo takes it back in one. */
export function BulkRequired({ rows, of, hand, around, close, done }: {
  /** `of`: how many items count now. */
  rows: readonly RowView[]; of: number; hand: Hand; around: Surroundings; close: () => void; done: (said: string) => void;
}) {
  const { bulk: words } = around.words.list;
  const [first] = rows;
  const [required, choose] = useState(rows.every((row) => !row.required));
  if (!first) return null;
  const changing = rows.filter((row) => row.required !== required);
  const counting = changing.filter((row) => row.counts).length;
  const said = count(words.made, rows.length, { to: (required ? words.toRequired : words.toAdvisory).toLowerCase() });
  return (
    <AskDialog
      open close={close} done={() => done(said)} hand={hand} around={around} title={count(words.title, rows.length)} save={words.save}
      made={{ item: first.id, ...(rows.length > 1 ? { about: said } : {}) }}
      ask={async (form) => {
        const answer = await hand.actions.setRequiredMany({
          launch: around.launch, required, reason: typed(form, "reason") || null, items: rows.map(({ id, version }) => ({ item: id, version: hand.builtOn(id, version) })),
        });
        // `items.3`: the fourth of them was in the way.
        const at = answer.allowed ? undefined : /^items\.(\d+)$/.exec(answer.field ?? "")?.[1];
        const row = at === undefined ? undefined : rows[Number(at)];
        return row && !answer.allowed ? { ...answer, sentence: `${answer.sentence} ${fill(words.moved, { text: row.text })}` } : answer;
      }}
    >
      <fieldset className="flex gap-5 text-note">
        <legend className="mb-1 font-medium">{words.which}</legend>
        {([false, true] as const).map((one) => (
          <label key={String(one)} className="flex items-center gap-1.5"><input type="radio" name="required" checked={required === one} onChange={() => choose(one)} className="accent-ink" />{one ? words.toRequired : words.toAdvisory}</label>
        ))}
      </fieldset>
      <p className="text-note text-ink-2">
        {required ? words.requiredHint : words.advisoryHint} {changing.length === 0 ? words.already : required ? count(words.joins, changing.length) : counting > 0 ? count(words.leaves, counting, { of }) : null}
      </p>
      <Field id="bulk-reason" label={around.words.list.ask.reason}><Textarea id="bulk-reason" name="reason" required={!required} maxLength={2_000} rows={3} /></Field>
      <details className="text-note">
        <summary className="text-ink-2">{words.list}</summary>
        <ul className="mt-1 max-h-48 overflow-y-auto" tabIndex={0}>{rows.map((row) => <li key={row.id} className="border-t border-line py-1 [overflow-wrap:anywhere]">{row.text}</li>)}</ul>
      </details>
    </AskDialog>
  );
}
