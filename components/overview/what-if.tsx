"use client";

import { useMemo, useState } from "react";
import type { Reason, ReasonKind } from "@/lib/domain/judgement";
import { reasonKey, whatIf, type WhatStands } from "@/lib/domain/what-if";
import type common from "@/lib/texts/en/common.json";
import type overview from "@/lib/texts/en/overview.json";
import { count, fill } from "../fill";
import { reasonMark, verdictMark } from "@/lib/looks/state-marks";
import { Button } from "../ui/button";
import { Mark, MarkedWord } from "../ui/mark";
import { wonderGroups } from "./wonder-groups";

export interface WhatIfProps extends WhatStands {
  /** Seats' roles and sections' titles, by id. */
  roles: Readonly<Record<string, string>>;
  sections: Readonly<Record<string, string>>;
  words: (typeof overview)["whatIf"];
  verdictWords: (typeof common)["verdict"];
  reasonWords: (typeof common)["reason"];
}

/** Reasons to tick off, and what would remain: the same rule that judges the launch, run here. */
export function WhatIf({ state, judgement, roles, sections, words, verdictWords, reasonWords }: WhatIfProps) {
  const [cleared, clear] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => wonderGroups(judgement.reasons), [judgement.reasons]);
  // A reason that somebody clears meanwhile is not cleared by this reader's tick as well.
  const ticked = judgement.reasons.filter((reason) => cleared.has(reasonKey(reason))).length;
  const { verdict, remaining, confirm } = useMemo(() => whatIf(state, judgement, cleared), [state, judgement, cleared]);
  const set = (reasons: readonly Reason[], on: boolean): void => {
    const next = new Set(cleared);
    for (const reason of reasons) (on ? next.add(reasonKey(reason)) : next.delete(reasonKey(reason)));
    clear(next);
  };
  const title = (kind: ReasonKind, sectionId: string | null): string =>
    sectionId === null ? reasonWords[kind] : fill(words.in, { state: reasonWords[kind], section: sections[sectionId] ?? "" });
  return (
    <div className="grid gap-4">
      <div role="status" className="sticky top-0 z-10 border-y border-line bg-paper py-3">
        <p className="text-note text-ink-3">{ticked === 0 ? words.nothing : count(words.result, ticked)}</p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-lead font-medium">
          <MarkedWord {...verdictMark[verdict]}>{verdictWords[verdict]}</MarkedWord>
          <span className="text-note font-normal text-ink-2">{remaining.length === 0 ? words.none : count(words.remain, remaining.length)}</span>
        </p>
        {confirm.length > 0 ? <p className="text-note text-warn">{fill(words.confirm, { seats: confirm.map((id) => roles[id] ?? "").join(", ") })}</p> : null}
      </div>
      <div className="flex gap-2">
        <Button small onClick={() => set(judgement.reasons, true)}>{words.all}</Button>
        <Button small look="quiet" onClick={() => clear(new Set())}>{words.clear}</Button>
      </div>
      <ul>
        {groups.map(({ key, kind, sectionId, reasons }) => {
          const on = reasons.filter((reason) => cleared.has(reasonKey(reason))).length;
          const [only] = reasons;
          const alone = reasons.length === 1 && only;
          return (
            <li key={key} className="border-t border-line py-2">
              <label className="flex items-baseline gap-2.5 pointer-coarse:min-h-8">
                <input
                  type="checkbox" className="self-center accent-ink" checked={on === reasons.length}
                  ref={(box) => {
                    if (box) box.indeterminate = on > 0 && on < reasons.length;
                  }}
                  onChange={(event) => set(reasons, event.target.checked)}
                />
                <Mark {...reasonMark[kind]} className="self-center" />
                <span className={`min-w-0 [overflow-wrap:anywhere] ${on === reasons.length ? "text-ink-3 line-through" : ""}`}>
                  {alone ? <>{alone.subject} <span className="text-small text-ink-3">{title(kind, sectionId)}</span></> : <>{title(kind, sectionId)} <span className="text-ink-3">{on > 0 ? `${on}/` : ""}{reasons.length}</span></>}
                </span>
              </label>
              {alone ? null : (
                <details className="mt-1 ml-6 text-note">
                  <summary className="text-ink-3">{words.each}<span className="sr-only">: {title(kind, sectionId)}</span></summary>
                  <ul className="mt-1">
                    {reasons.map((reason) => (
                      <li key={reasonKey(reason)}>
                        <label className="flex items-baseline gap-2 py-1 pointer-coarse:min-h-8">
                          <input type="checkbox" className="self-center accent-ink" checked={cleared.has(reasonKey(reason))} onChange={(event) => set([reason], event.target.checked)} />
                          <span className="min-w-0 [overflow-wrap:anywhere]">{reason.subject}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
