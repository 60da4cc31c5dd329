"use client";

import { useState } from "react";
import { roles, type Role } from "@/lib/domain/state";
import type eraseWords from "@/lib/texts/en/erase.json";
import type settings from "@/lib/texts/en/settings.json";
import { PasswordAgain } from "../entry/password-again";
import { fill } from "../fill";
import type { OvertakenWords } from "../overtaken";
import { Button, buttonClasses } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Select } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";
import { ErasePerson } from "./erase-person";
import { RemoveMember } from "./remove-member";

export interface ListedMember { id: string; name: string; email: string; role: Role; version: number }

/** Who belongs to the launch, and as what. */
export function Members({ launch, members, me, may, words, overtaken, roleWords, setMemberRole, removeMember, confirmPassword, erase }: {
  launch: string; members: readonly ListedMember[]; me: string; may: boolean; words: typeof settings; overtaken: OvertakenWords; roleWords: Record<Role, string>;
  /** For an instance's admin. */
  erase: { words: typeof eraseWords; erasePerson: SettingsActions["erasePerson"] } | null;
} & Pick<SettingsActions, "setMemberRole" | "removeMember" | "confirmPassword">) {
  const { members: own, unreachable } = words;
  const [removing, setRemoving] = useState<string | null>(null);
  const leaving = members.find(({ id }) => id === removing);
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  const asksPassword = refused?.why === "password-needed";
  const again = <PasswordAgain at={at} confirmPassword={confirmPassword} words={{ ...words.password, unreachable }} />;
  const [about, setAbout] = useState<string | null>(null);
  return (
    <>
      {members.length === 0 ? <p className="pb-3 text-note text-ink-2">{own.none}</p> : null}
      <ul className="max-w-2xl">
        {members.map((member) => (
          <li key={member.id} className="grid items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto] gap-y-1 border-t border-line py-2.5">
            <div className="min-w-0">
              <p>{member.name}{member.id === me ? <span className="text-ink-3"> ({own.you})</span> : null}</p>
              <p className="truncate text-small text-ink-3">{member.email}</p>
            </div>
            {may ? (
              <div className="flex flex-wrap items-center gap-2 sm:justify-end">
                <Select
                  aria-label={fill(own.role, { name: member.name })} value={member.role} disabled={busy} className="!w-auto"
                  onChange={(event) => {
                    const role = roles.find((one) => one === event.target.value);
                    setAbout(member.id);
                    if (role) send(() => setMemberRole({ launch, member: member.id, role, version: member.version }));
                  }}
                >
                  {roles.map((role) => <option key={role} value={role}>{roleWords[role]}</option>)}
                </Select>
                <Button small look="quiet" aria-label={fill(own.removeOf, { name: member.name })} onClick={() => setRemoving(member.id)}>{own.remove}</Button>
                {erase && member.id !== me ? <ErasePerson launch={launch} person={member} words={erase.words} erasePerson={erase.erasePerson} /> : null}
                {erase && member.id === me ? <span aria-hidden="true" className={`invisible hidden sm:inline-flex ${buttonClasses("quiet", true)}`}>{erase.words.person.open}</span> : null}
              </div>
            ) : <p className="text-note text-ink-2">{roleWords[member.role]}</p>}
            {refused && about === member.id ? (asksPassword ? <div className="sm:col-span-2">{again}</div> : <p role="alert" className="text-small sm:col-span-2 text-stop">{refused.sentence}</p>) : null}
          </li>
        ))}
      </ul>
      <p className="border-t border-line pt-2 text-small text-ink-3">{roles.map((role) => `${roleWords[role]}: ${own.hint[role]}`).join(" · ")}</p>
      <Dialog open={leaving !== undefined} onClose={() => setRemoving(null)} title={leaving ? fill(own.really, { name: leaving.name }) : ""} close={own.cancel}>
        {leaving ? <RemoveMember launch={launch} member={leaving} says={roleWords[leaving.role]} close={() => setRemoving(null)} {...{ words, overtaken, removeMember, confirmPassword }} /> : null}
      </Dialog>
    </>
  );
}
