"use client";

import { useId, useState } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/field";
import type { StructureWords } from "./words";

/**
 * A quiet button that becomes a line to write on: Enter adds it and begins the next one, Escape ends. What is refused stays as typed.
 * @param open from outside: somebody asked for this line already
 */
export function AddLine({ call, name, label, hint, busy, refused, add, words, open = false, onClose }: {
  /** On the button, and its full name for whoever does not see where it stands. */
  call: string; name: string; label: string; hint: string; busy: boolean; refused: string | null; add: (text: string, then: () => void) => void; words: StructureWords;
  open?: boolean; onClose?: () => void;
}) {
  const id = useId();
  const [writing, write] = useState(open);
  const [text, setText] = useState("");
  const end = (): void => {
    write(false);
    setText("");
    onClose?.();
  };
  if (!writing) return <Button small look="quiet" aria-label={name} onClick={() => write(true)}>+ {call}</Button>;
  return (
    <form
      className="grid gap-1.5 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && !busy) add(text, () => setText(""));
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") end();
      }}
    >
      <label htmlFor={id} className="text-small text-ink-3">{label}</label>
      <div className="flex flex-wrap gap-2">
        <Input
          id={id} autoFocus value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" maxLength={5_000} className="min-w-0 flex-[1_1_14rem]"
          aria-describedby={`${id}-hint`} aria-invalid={refused ? true : undefined}
        />
        <Button type="submit" aria-disabled={busy || text.trim() === ""}>{words.add}</Button>
        <Button look="quiet" onClick={end}>{words.done}</Button>
      </div>
      <p id={`${id}-hint`} className="text-small text-ink-3">{hint}</p>
      {refused ? <p role="alert" className="text-small text-stop">{refused}</p> : null}
    </form>
  );
}
