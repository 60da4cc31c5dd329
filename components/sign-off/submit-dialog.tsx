"use client";

import type { FormEvent, ReactNode } from "react";
import { Button, type ButtonLook } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Overtaken, type OvertakenWords } from "../overtaken";
import type { Seen, Standing } from "../use-seen";
import type { Submit } from "../use-submit";

/** A form in a dialog for one act. What was refused stands below it; what was typed stays. `rests`: on what it rests, where that can move. */
export function SubmitDialog({ open, close, title, words, save, look = "primary", submit, at: { busy, refused, clear }, rests, overtaken, children }: {
  open: boolean; close: () => void; title: ReactNode; words: { busy: string; cancel: string; close: string }; save: string; look?: ButtonLook;
  submit: (form: FormData) => void; at: Submit; rests?: Seen<Standing>; overtaken?: OvertakenWords; children?: ReactNode;
}) {
  const leave = (): void => {
    clear();
    close();
  };
  const moved = rests?.moved ?? false;
  return (
    <Dialog open={open} onClose={leave} title={title} close={words.close}>
      <form className="grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!moved) submit(new FormData(event.currentTarget));
      }}>
        {children}
        {rests && overtaken ? <Overtaken rests={rests} words={overtaken} /> : null}
        {refused && !moved ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={leave}>{words.cancel}</Button>
          <Button look={look} type="submit" disabled={busy || moved}>{busy ? words.busy : save}</Button>
        </div>
      </form>
    </Dialog>
  );
}
