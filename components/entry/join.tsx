"use client";

import { useEffect, useState } from "react";
import type entry from "@/lib/texts/en/entry.json";
import { fill } from "../fill";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Invited, Join, LookAtInvitation } from "./answers";
import { enter } from "./enter";
import { PersonForm } from "./person-form";
import { useFragment } from "./use-fragment";

type Looked = "looking" | "usedUp" | "unreachable" | Invited;

/** Comes into a launch by an invitation link: as somebody new, or with the account one has. */
export function JoinEntry({ words, roles, lookAtInvitation, join }: {
  words: (typeof entry)["join"]; roles: Record<Invited["role"], string>; lookAtInvitation: LookAtInvitation; join: Join;
}) {
  const secret = useFragment();
  const [looked, setLooked] = useState<Looked>("looking");
  const [own, setOwn] = useState(false);
  useEffect(() => {
    if (!secret) return;
    let gone = false;
    lookAtInvitation({ secret })
      .then((answer) => !gone && setLooked(answer.allowed ? answer : "usedUp"))
      .catch(() => !gone && setLooked("unreachable"));
    return () => {
      gone = true;
    };
  }, [secret, lookAtInvitation]);

  const toSignIn = <ButtonLink href="/sign-in">{words.toSignIn}</ButtonLink>;
  if (secret === "") return <Notice as="h1" title={words.noSecret.title} action={toSignIn}>{words.noSecret.text}</Notice>;
  if (looked === "usedUp") return <Notice as="h1" title={words.usedUp.title} action={toSignIn}>{words.usedUp.text}</Notice>;
  if (secret === null || looked === "looking" || looked === "unreachable") {
    return (
      <>
        <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.titleWaiting}</h1>
        <p role="status" className="text-ink-3">{looked === "unreachable" ? words.unreachable : words.looking}</p>
      </>
    );
  }
  const known = looked.knownPerson || own;
  return (
    <>
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{fill(words.title, { launch: looked.launch })}</h1>
      <div className="-mt-3 grid gap-1 text-ink-2">
        <p>{fill(words.lead, { role: roles[looked.role], can: words.can[looked.role] })}</p>
        {looked.email ? <p>{fill(words.forEmail, { email: looked.email })} {looked.knownPerson ? words.knownPerson : ""}</p> : null}
      </div>
      <PersonForm
        words={{ ...words, submit: known ? words.submitKnown : words.submit }} email={looked.email} known={known}
        onSubmit={async (person) => {
          // Somebody known is found by e-mail and keeps their name: the one sent along is not used.
          const answer = await join({ secret, ...person, name: known ? person.email : person.name });
          if (!answer.allowed) {
            if (answer.why === "link-unknown") setLooked("usedUp");
            return answer;
          }
          const to = `/launches/${encodeURIComponent(answer.launch)}`;
          if (await enter(person.email, person.password, to)) window.location.assign(`/sign-in?from=${encodeURIComponent(to)}`);
          return null;
        }}
      >
        {looked.knownPerson ? null : (
          <div className="text-note">
            <label className="flex items-baseline gap-2">
              <input type="checkbox" checked={own} onChange={(event) => setOwn(event.target.checked)} className="accent-ink" aria-describedby="known-hint" />{words.known}
            </label>
            <p id="known-hint" className="pl-5 text-small text-ink-3">{words.knownHint}</p>
          </div>
        )}
      </PersonForm>
    </>
  );
}
