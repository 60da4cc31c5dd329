"use client";

import { useState, type FormEvent } from "react";
import type { Launch } from "@/lib/domain/state";
import type settings from "@/lib/texts/en/settings.json";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { describedBy, Field, Input } from "../ui/field";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

type Set = Pick<Launch, "name" | "zone" | "goLive" | "nextReview" | "version">;

/** Name, zone and dates of a launch. If somebody else saves first, both versions are shown and nothing typed is lost. */
export function LaunchForm({ launch, set, zones, words: { launch: words, unreachable }, saveSettings }: {
  launch: string; set: Set; zones: readonly string[]; words: typeof settings; saveSettings: SettingsActions["saveSettings"];
}) {
  const [dirty, setDirty] = useState(false);
  const at = useSubmit(unreachable);
  const { busy, refused, taken, send } = at;
  const theirs = fill(words.theirs, { name: set.name, zone: set.zone, goLive: set.goLive?.replace("T", " ") ?? words.none, nextReview: set.nextReview ?? words.none });
  const rests = useSeen({ ...set, id: launch, says: theirs }, at, dirty);
  const { opened: base, moved } = rests;
  const errorOf = (field: string): string | undefined => (refused?.field === field ? refused.sentence : undefined);
  const about = (field: string, hint: boolean): { "aria-describedby"?: string; "aria-invalid"?: true } => {
    const described = describedBy(field, { hint, error: errorOf(field) });
    return { ...(described ? { "aria-describedby": described } : {}), ...(errorOf(field) ? { "aria-invalid": true } : {}) };
  };
  const save = (typed: HTMLFormElement, version: number): void => {
    const form = new FormData(typed);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    send(() => saveSettings({
      launch, name: text("name"), zone: text("zone"), goLive: text("goLive").slice(0, 16) || null, nextReview: text("nextReview") || null, version,
    }), () => setDirty(false));
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // Once both versions were shown, saving again is a choice.
    save(event.currentTarget, moved ? set.version : rests.seen.version);
  };
  const takeTheirs = (): void => {
    rests.restart();
    setDirty(false);
  };
  const stale = refused?.why === "stale-version";
  return (
    <form key={base.version} onSubmit={submit} onChange={() => setDirty(true)} className="grid max-w-xl gap-4">
      <Field id="name" label={words.name} error={errorOf("name")}><Input id="name" name="name" required maxLength={200} defaultValue={base.name} {...about("name", false)} /></Field>
      <Field id="zone" label={words.zone} hint={words.zoneHint} error={errorOf("zone")}>
        <Input id="zone" name="zone" required maxLength={64} list="zones" defaultValue={base.zone} autoComplete="off" spellCheck={false} {...about("zone", true)} />
      </Field>
      <datalist id="zones">{zones.map((zone) => <option key={zone} value={zone} />)}</datalist>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="goLive" label={words.goLive} hint={words.goLiveHint} error={errorOf("goLive")}>
          <Input id="goLive" name="goLive" type="datetime-local" max="9999-12-31T23:59" defaultValue={base.goLive ?? ""} {...about("goLive", true)} />
        </Field>
        <Field id="nextReview" label={words.nextReview} error={errorOf("nextReview")}>
          <Input id="nextReview" name="nextReview" type="date" max="9999-12-31" defaultValue={base.nextReview ?? ""} {...about("nextReview", false)} />
        </Field>
      </div>
      {moved || stale ? (
        <div role="alert" className="grid gap-2 border-l-2 border-warn pl-3 text-note">
          <p>{words.moved}</p>
          <p className="text-ink-2">{theirs}</p>
          <div className="flex gap-2"><Button small onClick={takeTheirs}>{words.takeTheirs}</Button></div>
        </div>
      ) : null}
      {refused && !stale && !["name", "zone", "goLive", "nextReview"].includes(refused.field ?? "") ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" disabled={busy}>{busy ? words.saving : moved ? words.saveMine : words.save}</Button>
        <span role="status" className="text-note text-go">{taken && !dirty ? words.saved : ""}</span>
      </div>
    </form>
  );
}
