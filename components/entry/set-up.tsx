"use client";

import { useState } from "react";
import type entry from "@/lib/texts/en/entry.json";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import type { SetUp } from "./answers";
import { enter } from "./enter";
import { PersonForm } from "./person-form";
import { useFragment } from "./use-fragment";

/** The first admin, by the one-time link the server printed. */
export function SetUpEntry({ words, setUp }: { words: (typeof entry)["setup"]; setUp: SetUp }) {
  const secret = useFragment();
  const [ended, setEnded] = useState<"usedUp" | "done" | null>(null);
  if (secret === null) return <p role="status" className="text-ink-3">{words.looking}</p>;
  const state = ended ?? (secret === "" ? "noSecret" : null);
  if (state) {
    const action = state === "noSecret" ? undefined : <ButtonLink href="/sign-in">{words.toSignIn}</ButtonLink>;
    return <Notice as="h1" title={words[state].title} action={action}>{words[state].text}</Notice>;
  }
  return (
    <>
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.title}</h1>
      <p className="-mt-3 text-ink-2">{words.lead}</p>
      <PersonForm
        words={words}
        onSubmit={async (person) => {
          const answer = await setUp({ secret, ...person });
          if (!answer.allowed) {
            if (answer.why === "link-unknown") setEnded("usedUp");
            if (answer.why === "already-set-up") setEnded("done");
            return answer;
          }
          // The account exists now: whatever goes wrong with signing in is the sign-in page's to say.
          if (await enter(person.email, person.password, "/")) window.location.assign("/sign-in");
          return null;
        }}
      />
    </>
  );
}
