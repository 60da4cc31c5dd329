"use client";

import { useState } from "react";
import type settings from "@/lib/texts/en/settings.json";
import { PasswordAgain } from "../entry/password-again";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { momentWords } from "@/lib/texts/time-words";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

export interface ShownInvitation { id: string; role: string; email: string | null; expiresAt: string; usedAt: string | null; usedBy: string | null; revokedAt: string | null }

/** The invitations made so far and what became of each. */
export function Invitations({ launch, listed, now, zone, words: { invitations: words, password, unreachable }, revokeInvitation, confirmPassword }: {
  launch: string; listed: readonly ShownInvitation[]; now: string; zone: string; words: typeof settings;
} & Pick<SettingsActions, "revokeInvitation" | "confirmPassword">) {
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  const [about, setAbout] = useState<string | null>(null);
  if (listed.length === 0) return <p className="text-note text-ink-3">{words.none}</p>;
  const fate = (one: ShownInvitation): string => {
    if (one.usedAt) return one.usedBy ? fill(words.used, { name: one.usedBy }) : words.usedUnknown;
    if (one.revokedAt) return words.revoked;
    return fill(one.expiresAt <= now ? words.expired : words.open, { when: momentWords(one.expiresAt, zone) });
  };
  return (
    <ul className="max-w-2xl">
      {listed.map((one) => {
        const who = one.email ?? words.anyone;
        const open = !one.usedAt && !one.revokedAt && one.expiresAt > now;
        return (
          <li key={one.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-2 text-note">
            <p className="min-w-0 [overflow-wrap:anywhere]">{who} <span className="text-ink-3">· {one.role}</span><span className="block text-small text-ink-3">{fate(one)}</span></p>
            {open ? (
              <Button
                small look="quiet" disabled={busy} aria-label={fill(words.revokeOf, { who })}
                onClick={() => {
                  setAbout(one.id);
                  send(() => revokeInvitation({ launch, invitation: one.id }));
                }}
              >{words.revoke}</Button>
            ) : null}
            {refused && about === one.id ? (
              <div className="col-span-2">{refused.why === "password-needed" ? <PasswordAgain at={at} confirmPassword={confirmPassword} words={{ ...password, unreachable }} /> : <p role="alert" className="text-small text-stop">{refused.sentence}</p>}</div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
