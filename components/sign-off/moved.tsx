"use client";

import type signOff from "@/lib/texts/en/sign-off.json";
import { count } from "../fill";
import { Button } from "../ui/button";
import { ChangeList } from "./change-list";
import type { Pen } from "./use-moved";

/** Says that the state moved under the pen, and exactly what; to be seen before anything is signed. */
export function Moved({ pen: { moved, since, look, ask }, words, more }: { pen: Pen; words: (typeof signOff)["sign"]; more: string }) {
  if (!moved) return null;
  return (
    <div className="grid justify-items-start gap-2 border-l-2 border-warn pl-3 text-note">
      <p role="alert">{words.moved}</p>
      {since === "reading" ? <p role="status" className="text-ink-3">{words.movedReading}</p> : since === "failed" ? (
        <p role="status" className="flex flex-wrap items-center gap-2">{words.movedFailed}<Button small onClick={ask}>{words.movedAgain}</Button></p>
      ) : (
        <div className="w-full">
          <p className="text-small font-medium text-ink-3">{count(words.movedWhat, since.lines.length)}</p>
          <ChangeList lines={since.lines} more={more} />
        </div>
      )}
      {typeof since === "string" ? null : <Button small onClick={look}>{words.lookedAgain}</Button>}
    </div>
  );
}
