"use client";

import type settings from "@/lib/texts/en/settings.json";
import { PasswordAgain } from "../entry/password-again";
import { Overtaken, type OvertakenWords } from "../overtaken";
import { Button } from "../ui/button";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { SettingsActions } from "./actions";

/** What is asked once more before somebody is removed from the launch, in its dialog. */
export function RemoveMember({ launch, member, says, close, words: { members: own, password, unreachable }, overtaken, removeMember, confirmPassword }: {
  launch: string; member: { id: string; name: string; version: number };
  /** What they are in the launch, in words. */
  says: string; close: () => void; words: typeof settings; overtaken: OvertakenWords;
} & Pick<SettingsActions, "removeMember" | "confirmPassword">) {
  const at = useSubmit(unreachable);
  const rests = useSeen({ id: member.id, version: member.version, says }, at, true);
  const { busy, refused, send } = at;
  return (
    <>
      <Overtaken rests={rests} words={overtaken} />
      {refused && !rests.moved ? (refused.why === "password-needed" ? <PasswordAgain at={at} confirmPassword={confirmPassword} words={{ ...password, unreachable }} /> : <p role="alert" className="text-note text-stop">{refused.sentence}</p>) : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={close}>{own.cancel}</Button>
        <Button look="danger" disabled={busy || rests.moved} autoFocus onClick={() => send(() => removeMember({ launch, member: member.id, version: rests.seen.version }), close)}>{own.yes}</Button>
      </div>
    </>
  );
}
