"use client";

import { useState, type FormEvent } from "react";
import type badge from "@/lib/texts/en/badge.json";
import type settings from "@/lib/texts/en/settings.json";
import { dayWords, momentWords } from "@/lib/texts/time-words";
import type { ConfirmPassword } from "../entry/answers";
import { PasswordAgain } from "../entry/password-again";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { CopyField } from "../ui/copy-field";
import { Field, Select } from "../ui/field";
import { useSubmit, type Refused } from "../use-submit";

export interface ShownBadgeKey { id: string; createdAt: string; createdBy: string | null; expiresAt: string; revokedAt: string | null }

interface Props {
  launch: string;
  listed: readonly ShownBadgeKey[];
  now: string;
  zone: string;
  words: typeof badge;
  common: typeof settings;
  makeBadgeKey: (input: { launch: string; days: number }) => Promise<{ allowed: true; address: string; expiresAt: string } | Refused>;
  revokeBadgeKey: (input: { launch: string; key: string }) => Promise<{ allowed: true } | Refused>;
  confirmPassword: ConfirmPassword;
}

/** Makes an address for the launch's badge, which is shown here once; lists those made, and takes them back. */
export function Badge(props: Props) {
  const { launch, listed, zone, words, common, makeBadgeKey, confirmPassword } = props;
  const [made, setMade] = useState<{ address: string; expiresAt: string } | null>(null);
  const at = useSubmit(common.unreachable);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const days = Number(new FormData(event.currentTarget).get("days"));
    at.send(() => makeBadgeKey({ launch, days }), setMade);
  };
  return (
    <>
      {made ? (
        <div className="grid max-w-xl gap-2" role="group" aria-label={words.address}>
          <p className="text-note font-medium">{words.once}</p>
          <CopyField label={words.address} value={made.address} words={common.invite} autoFocus />
          <CopyField label={words.markdown} value={`![${words.alt}](${made.address})`} words={common.invite} />
          <p className="text-small text-ink-3" role="status">{fill(words.expires, { when: momentWords(made.expiresAt, zone) })}</p>
          <div><Button small look="quiet" onClick={() => setMade(null)}>{words.another}</Button></div>
        </div>
      ) : (
        <form onSubmit={submit} className="flex flex-wrap items-end gap-4">
          <Field id="badge-days" label={words.days}>
            <Select id="badge-days" name="days" defaultValue="90" className="!w-auto">{Object.entries(words.choices).map(([days, label]) => <option key={days} value={days}>{label}</option>)}</Select>
          </Field>
          <Button type="submit" disabled={at.busy}>{at.busy ? words.making : words.make}</Button>
        </form>
      )}
      {at.refused?.why === "password-needed" ? <div className="mt-3"><PasswordAgain at={at} confirmPassword={confirmPassword} words={{ ...common.password, unreachable: common.unreachable }} /></div> : null}
      {at.refused && at.refused.why !== "password-needed" ? <p role="alert" className="mt-3 text-note text-stop">{at.refused.sentence}</p> : null}
      {listed.length === 0 ? <p className="mt-4 text-note text-ink-3">{words.none}</p> : <BadgeKeys {...props} />}
    </>
  );
}

function BadgeKeys({ launch, listed, now, zone, words, common, revokeBadgeKey }: Props) {
  const { busy, refused, send } = useSubmit(common.unreachable);
  const fate = ({ revokedAt, expiresAt }: ShownBadgeKey): string => {
    if (revokedAt) return fill(words.revoked, { when: dayWords(revokedAt, zone) });
    return fill(expiresAt > now ? words.works : words.ended, { when: momentWords(expiresAt, zone) });
  };
  return (
    <ul className="mt-4 max-w-2xl">
      {listed.map((one) => {
        const when = momentWords(one.createdAt, zone);
        return (
          <li key={one.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-2 text-note">
            <p>{one.createdBy ? fill(words.made, { when, name: one.createdBy }) : fill(words.madeUnknown, { when })}<span className="block text-small text-ink-3">{fate(one)}</span></p>
            {!one.revokedAt && one.expiresAt > now ? (
              <Button small look="quiet" disabled={busy} aria-label={fill(words.revokeOf, { when })} onClick={() => send(() => revokeBadgeKey({ launch, key: one.id }))}>{words.revoke}</Button>
            ) : null}
          </li>
        );
      })}
      {refused ? <li role="alert" className="text-small text-stop">{refused.sentence}</li> : null}
    </ul>
  );
}
