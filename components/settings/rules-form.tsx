"use client";

import { useState, type FormEvent } from "react";
import type { Launch } from "@/lib/domain/state";
import type common from "@/lib/texts/en/common.json";
import type settings from "@/lib/texts/en/settings.json";
import { Button } from "../ui/button";
import { Field, Input, Select, Textarea } from "../ui/field";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";
import { ForetoldWords } from "./foretold";
import { useForetold } from "./use-foretold";

export type Rules = Pick<Launch, "proof" | "validDays" | "waiverLimit" | "waiverDaysAfter" | "version">;

/** The launch's own rules for proof and waivers (decision rules §3, §4). */
export function RulesForm({ launch, rules, says, words: { rules: words, sectionProof: why, foretold, launch: { saving, saved, takeTheirs }, unreachable }, overtaken, verdictWords, setRules, foretellRules }: {
  launch: string; rules: Rules;
  /** The rules in words. */
  says: string; words: typeof settings; overtaken: OvertakenWords; verdictWords: (typeof common)["verdict"];
} & Pick<SettingsActions, "setRules" | "foretellRules">) {
  const at = useSubmit(unreachable);
  const { busy, refused, taken, send } = at;
  const [dirty, setDirty] = useState(false);
  const rests = useSeen({ ...rules, id: launch, says }, at, dirty);
  const base = rests.opened;
  const [wanted, want] = useState<Parameters<SettingsActions["setRules"]>[0] | null>(null);
  const told = useForetold(dirty && wanted ? { ...wanted, version: rests.seen.version } : null, foretellRules);
  const read = (typed: HTMLFormElement): Parameters<SettingsActions["setRules"]>[0] => {
    const form = new FormData(typed);
    const number = (name: string): number | null => (String(form.get(name) ?? "") === "" ? null : Number(form.get(name)));
    return {
      launch, version: rests.seen.version, proof: form.get("proof") === "required" ? "required" : "optional",
      validDays: number("validDays"), waiverLimit: number("waiverLimit"), waiverDaysAfter: number("waiverDaysAfter") ?? 0,
    };
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (rests.moved) return;
    const asked = read(event.currentTarget);
    const reason = new FormData(event.currentTarget).get("reason");
    send(() => setRules({ ...asked, ...(typeof reason === "string" ? { reason } : {}) }), () => setDirty(false));
  };
  return (
    <form key={base.version} onSubmit={submit} onChange={(event) => {
      setDirty(true);
      want(read(event.currentTarget));
    }} className="grid max-w-xl gap-4 sm:grid-cols-2">
      <Field id="rules-proof" label={words.proof} hint={words.proofHint}>
        <Select id="rules-proof" name="proof" defaultValue={base.proof} aria-describedby="rules-proof-hint"><option value="optional">{words.optional}</option><option value="required">{words.required}</option></Select>
      </Field>
      <Field id="rules-days" label={words.days} hint={words.daysHint}><Input id="rules-days" name="validDays" type="number" min={0} max={36_500} step={1} inputMode="numeric" defaultValue={base.validDays ?? ""} aria-describedby="rules-days-hint" /></Field>
      <Field id="rules-limit" label={words.limit} hint={words.limitHint}><Input id="rules-limit" name="waiverLimit" type="number" min={0} step={1} inputMode="numeric" defaultValue={base.waiverLimit ?? ""} aria-describedby="rules-limit-hint" /></Field>
      <Field id="rules-after" label={words.after} hint={words.afterHint}><Input id="rules-after" name="waiverDaysAfter" type="number" required min={0} step={1} inputMode="numeric" defaultValue={base.waiverDaysAfter} aria-describedby="rules-after-hint" /></Field>
      {dirty && wanted?.proof === "optional" && rests.seen.proof === "required" ? (
        <div className="sm:col-span-2"><Field id="rules-reason" label={why.reason} hint={why.reasonHint}><Textarea id="rules-reason" name="reason" maxLength={2_000} rows={2} aria-describedby="rules-reason-hint" /></Field></div>
      ) : null}
      {dirty ? <div className="sm:col-span-2"><ForetoldWords told={told} words={foretold} verdictWords={verdictWords} /></div> : null}
      {rests.moved ? <div className="sm:col-span-2"><Overtaken rests={rests} words={overtaken}><Button small onClick={() => {
        rests.restart();
        setDirty(false);
      }}>{takeTheirs}</Button></Overtaken></div> : null}
      {refused && !rests.moved ? <p role="alert" className="text-note text-stop sm:col-span-2">{refused.sentence}</p> : null}
      <div className="flex items-center gap-3 sm:col-span-2"><Button type="submit" disabled={busy || rests.moved}>{busy ? saving : words.save}</Button><span role="status" className="text-note text-go">{taken && !dirty ? saved : ""}</span></div>
    </form>
  );
}
