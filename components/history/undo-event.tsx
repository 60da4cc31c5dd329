"use client";

import type { ConfirmPassword } from "../entry/answers";
import { PasswordAgain, type PasswordAgainWords } from "../entry/password-again";
import { useSubmit, type Refused } from "../use-submit";

/** Takes back one's own change, as a new event; offered where nobody has built on it (decision rules §11). */
export function UndoEvent({ launch, revision, words, undo, confirmPassword }: {
  launch: string; revision: number; words: { undo: string; undoOf: string; password: PasswordAgainWords };
  undo: (input: { launch: string; revision: number }) => Promise<{ allowed: true } | Refused>; confirmPassword: ConfirmPassword;
}) {
  const at = useSubmit(words.password.unreachable);
  const { busy, refused, send } = at;
  // Letting somebody in again is certain only with the password.
  if (refused?.why === "password-needed") return <PasswordAgain at={at} confirmPassword={confirmPassword} words={words.password} />;
  return (
    <>
      <button type="button" disabled={busy} className="link min-h-6 text-ink-3 hover:text-ink pointer-coarse:min-h-11" aria-label={words.undoOf} onClick={() => send(() => undo({ launch, revision }))} data-screen-only>{words.undo}</button>
      {refused ? <span role="alert" className="block text-stop">{refused.sentence}</span> : null}
    </>
  );
}
