"use client";

import { useId, useState } from "react";
import type { ProofPolicy } from "@/lib/domain/state";
import type common from "@/lib/texts/en/common.json";
import type settings from "@/lib/texts/en/settings.json";
import { count, fill } from "../fill";
import type { OvertakenWords } from "../overtaken";
import { SubmitDialog } from "../sign-off/submit-dialog";
import { Button } from "../ui/button";
import { Field, Input, Select, Textarea } from "../ui/field";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";
import { ForetoldWords } from "./foretold";
import { useForetold } from "./use-foretold";

export interface SectionRule { id: string; key: string; title: string; proof: ProofPolicy | null; proofReason: string | null; validDays: number | null; version: number }
/** What holds where a section says nothing. */
export interface LaunchRule { proof: ProofPolicy; validDays: number | null }

/** Each section's rule for proof, and how to change it; what a change would do is said before it is saved (decision rules §3). */
export function SectionProof({ launch, sections, rule, may, words, overtaken, verdictWords, setSectionProof, foretellSectionProof }: {
  launch: string; sections: readonly SectionRule[]; rule: LaunchRule; may: boolean; words: typeof settings; overtaken: OvertakenWords; verdictWords: (typeof common)["verdict"];
} & Pick<SettingsActions, "setSectionProof" | "foretellSectionProof">) {
  const { sectionProof: own } = words;
  const [changing, change] = useState<string | null>(null);
  const chosen = sections.find(({ id }) => id === changing);
  return (
    <>
      <ul className="max-w-2xl">
        {sections.map((section) => (
          <li key={section.id} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1.5 text-note">
            <span className="min-w-0 [overflow-wrap:anywhere] sm:flex-1">
              <span className="text-ink-3">{section.key}</span> {section.title}
              <span className={`block text-small ${section.proof === null && section.validDays === null ? "text-ink-3" : "text-ink-2"}`}>{ruleWords(section, rule, own)}</span>
            </span>
            {may ? <Button small look="quiet" className="-mx-2.5" aria-label={fill(own.changeOf, { title: section.title })} onClick={() => change(section.id)}>{own.change}</Button> : null}
          </li>
        ))}
      </ul>
      {chosen ? <Changing key={chosen.id} launch={launch} section={chosen} rule={rule} words={words} overtaken={overtaken} verdictWords={verdictWords} actions={{ setSectionProof, foretellSectionProof }} close={() => change(null)} /> : null}
    </>
  );
}

type Own = (typeof settings)["sectionProof"];
const lasts = (days: number | null, words: Own): string => (days === null ? words.forEver : count(words.lasts, days));

function ruleWords({ proof, proofReason, validDays }: SectionRule, rule: LaunchRule, words: Own): string {
  const said = (value: string, inherited: boolean): string => fill(inherited ? words.inherited : words.own, { value });
  const line = fill(words.line, { policy: said(words[proof ?? rule.proof], proof === null), days: said(lasts(validDays ?? rule.validDays, words), validDays === null) });
  return proofReason === null || (proof ?? rule.proof) !== "optional" ? line : fill(words.because, { line, reason: proofReason });
}

function Changing({ launch, section, rule, words, overtaken, verdictWords, actions, close }: {
  launch: string; section: SectionRule; rule: LaunchRule; words: typeof settings; overtaken: OvertakenWords; verdictWords: (typeof common)["verdict"];
  actions: Pick<SettingsActions, "setSectionProof" | "foretellSectionProof">; close: () => void;
}) {
  const { sectionProof: own, password: { busy }, members: { cancel }, unreachable } = words;
  const id = useId();
  const at = useSubmit(unreachable);
  const rests = useSeen({ ...section, says: ruleWords(section, rule, own) }, at, true);
  const [proof, setProof] = useState<ProofPolicy | "">(section.proof ?? "");
  const [days, setDays] = useState(section.validDays === null ? "" : String(section.validDays));
  const wanted = { launch, section: section.id, version: rests.seen.version, proof: proof === "" ? null : proof, validDays: days === "" ? null : Number(days) };
  const [reason, setReason] = useState("");
  // Less may be asked for than before: what exactly is told below. Less than "optional" is none.
  const looser = wanted.proof !== rests.seen.proof && rests.seen.proof !== "optional" && (wanted.proof ?? rule.proof) === "optional";
  const differs = wanted.proof !== rests.seen.proof || wanted.validDays !== rests.seen.validDays;
  const told = useForetold(differs ? wanted : null, actions.foretellSectionProof);
  return (
    <SubmitDialog open close={close} title={fill(own.changeOf, { title: section.title })} words={{ busy, cancel, close: cancel }} save={own.save} at={at} rests={rests} overtaken={overtaken} submit={() => at.send(() => actions.setSectionProof({ ...wanted, ...(looser ? { reason } : {}) }), close)}>
      <Field id={`${id}-proof`} label={words.rules.proof} hint={own.proofHint}>
        <Select id={`${id}-proof`} value={proof} aria-describedby={`${id}-proof-hint`} onChange={(event) => setProof(event.target.value === "required" || event.target.value === "optional" ? event.target.value : "")}>
          <option value="">{fill(own.inheritedPolicy, { policy: own[rule.proof] })}</option>
          <option value="required">{own.required}</option>
          <option value="optional">{own.optional}</option>
        </Select>
      </Field>
      <Field id={`${id}-days`} label={own.days} hint={fill(own.daysHint, { inherited: lasts(rule.validDays, own) })}>
        <Input id={`${id}-days`} type="number" min={0} max={36_500} step={1} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} aria-describedby={`${id}-days-hint`} />
      </Field>
      {looser ? <Field id={`${id}-reason`} label={own.reason} hint={own.reasonHint}><Textarea id={`${id}-reason`} maxLength={2_000} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} aria-describedby={`${id}-reason-hint`} /></Field> : null}
      <ForetoldWords told={told} words={words.foretold} verdictWords={verdictWords} />
    </SubmitDialog>
  );
}
