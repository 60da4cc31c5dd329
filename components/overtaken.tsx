"use client";

import type { ReactNode } from "react";
import type common from "@/lib/texts/en/common.json";
import { fill } from "./fill";
import { Button } from "./ui/button";
import type { Seen, Standing } from "./use-seen";

export type OvertakenWords = (typeof common)["overtaken"];

/** Says that what a form rests on has changed, and what stands there now; having looked, one saves over it knowingly. */
export function Overtaken({ rests: { moved, present, look }, words, children }: { rests: Seen<Standing>; words: OvertakenWords; children?: ReactNode }) {
  if (!moved) return null;
  return (
    <div role="alert" className="grid gap-2 border-l-2 border-warn pl-3 text-note">
      <p>{words.moved}</p>
      {present.says ? <p className="text-ink-2 [overflow-wrap:anywhere]">{fill(words.now, { says: present.says })}</p> : null}
      <div className="flex flex-wrap gap-2"><Button small onClick={look}>{words.seen}</Button>{children}</div>
    </div>
  );
}
