"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { Field, Input, Select, Textarea } from "../ui/field";
import { AskDialog, typed, typedNumber } from "./ask-dialog";
import type { Detail } from "./detail";
import type { Hand } from "./hand";
import type { Surroundings } from "./surroundings";

/** What a manager rules about one item: whether it stops the launch, what proof it needs, whether it may be waived. A form that is open stays. */
export function ScopeControl({ row, detail, hand, around, done, heading: Heading }: {
  row: RowView; detail: Detail; hand: Hand; around: Surroundings; done: () => void; heading: "h2" | "h3";
}) {
  const { scope: words, validFor, forEver, reason } = around.words.item;
  // What was ruled about is what stood there when it was asked: a dialog must not turn into its opposite under a hand.
  const [asked, ask] = useState<{ about: "required" | "proof" | "waivable"; required: boolean; item: Detail["item"] } | null>(null);
  const manages = around.role === "manager";
  if (!manages && asked === null) return null;
  const { item, inherits } = detail;
  const { launch } = around;
  const inherited = item.hadProof ? "required" : inherits.proof;
  const of = (version: number) => ({ launch, item: row.id, version });
  const shared = { open: true, close: () => ask(null), done, hand, around, about: row.text, made: { item: row.id } } as const;
  const lasts = (days: number | null): string => (days === null ? forEver : count(validFor, days));
  const lines = [
    { about: "required", text: row.required ? words.required : words.advisory, change: row.required ? words.toAdvisory : words.toRequired },
    {
      about: "proof", change: words.changeProof,
      text: `${item.proof === null ? fill(item.hadProof ? words.hadProof : words.inherited, { policy: words.policy[inherited] }) : words.policy[item.proof]} · ${lasts(item.validDays ?? inherits.validDays)}${item.proofReason ? ` · ${item.proofReason}` : ""}`,
    },
    { about: "waivable", text: item.neverWaive ? words.neverWaive : words.waivable, change: item.neverWaive ? words.allowWaiving : words.forbidWaiving },
  ] as const;
  // The row may be newer than the detail of it, which is then on its way.
  const on = { id: row.id, version: row.version, says: item.version === row.version ? (lines.find(({ about }) => about === asked?.about)?.text ?? "") : null };
  return (
    <section aria-labelledby={`scope-of-${row.id}`} data-screen-only>
      <Heading id={`scope-of-${row.id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.title}</Heading>
      <ul>
        {lines.map(({ about, text, change }) => (
          <li key={about} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line py-1.5 text-note">
            <span className="block first-letter:uppercase">{text}</span>{manages ? <Button small look="quiet" className="-mx-2.5" onClick={() => ask({ about, required: row.required, item })}>{change}</Button> : null}
          </li>
        ))}
      </ul>
      {asked?.about === "required" ? (
        <AskDialog {...shared} on={on} title={asked.required ? words.toAdvisory : words.toRequired} save={words.save} ask={(form, version) => hand.actions.setRequired({ ...of(version), required: !asked.required, reason: typed(form, "reason") || null })}>
          <p className="text-note text-ink-2">{asked.required ? words.advisoryHint : words.requiredHint}</p>
          <Field id="scope-reason" label={reason}><Textarea id="scope-reason" name="reason" required={asked.required} maxLength={2_000} rows={3} /></Field>
        </AskDialog>
      ) : null}
      {asked?.about === "proof" ? (
        <AskDialog
          {...shared} on={on} title={words.changeProof} save={words.save}
          ask={(form, version) => {
            const proof = typed(form, "proof");
            return hand.actions.setProof({ ...of(version), proof: proof === "required" || proof === "optional" ? proof : null, validDays: typedNumber(form, "days"), reason: typed(form, "reason") || null });
          }}
        >
          <Field id="scope-proof" label={words.proof}>
            <Select id="scope-proof" name="proof" defaultValue={asked.item.proof ?? ""}>
              <option value="">{fill(item.hadProof ? words.hadProof : words.inherited, { policy: words.policy[inherited] })}</option>
              <option value="required">{words.policy.required}</option>
              <option value="optional">{words.policy.optional}</option>
            </Select>
          </Field>
          <Field id="scope-days" label={words.days} hint={fill(words.daysHint, { inherited: lasts(inherits.validDays) })}>
            <Input id="scope-days" name="days" type="number" min={0} max={36_500} step={1} inputMode="numeric" defaultValue={asked.item.validDays ?? ""} aria-describedby="scope-days-hint" />
          </Field>
          <Field id="scope-proof-reason" label={reason} hint={words.proofReasonHint}><Textarea id="scope-proof-reason" name="reason" maxLength={2_000} rows={2} defaultValue={asked.item.proofReason ?? ""} aria-describedby="scope-proof-reason-hint" /></Field>
        </AskDialog>
      ) : null}
      {asked?.about === "waivable" ? (
        <AskDialog {...shared} on={on} title={asked.item.neverWaive ? words.allowWaiving : words.forbidWaiving} save={words.save} ask={(_form, version) => hand.actions.setNeverWaive({ ...of(version), neverWaive: !asked.item.neverWaive })}>
          <p className="text-note text-ink-2">{asked.item.neverWaive ? words.allowHint : words.forbidHint}</p>
        </AskDialog>
      ) : null}
    </section>
  );
}
