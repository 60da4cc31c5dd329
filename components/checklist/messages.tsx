"use client";

import type { Surroundings } from "../item/surroundings";
import { Ask } from "./ask";
import { Refusal } from "./refusal";
import type { useHand } from "./use-hand";
import type { Rows } from "./use-rows";

/** What stands over a list or an item: questions, refusals, trouble, and what is read aloud. */
export function Messages({ rows, at, around }: { rows: Rows; at: ReturnType<typeof useHand>; around: Surroundings }) {
  const refused = rows.shown.refused[0] ?? null;
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">{at.said}</p>
      {at.trouble ? (
        <div role="alert" className="fixed inset-x-4 bottom-14 z-20 mx-auto flex max-w-lg items-start justify-between gap-4 rounded-md border border-stop bg-paper p-3 text-note">
          <span>{at.trouble}</span>
          <button type="button" onClick={at.calm} className="link shrink-0">{around.words.list.refused.close}</button>
        </div>
      ) : null}
      <Ask asked={at.asked} around={around} onAnswer={at.hand.edit} onClose={at.close} />
      <Refusal
        refused={refused} row={refused ? rows.shown.rows.get(refused.item) : undefined} around={around}
        drop={rows.dismiss}
        again={(one, intent) => {
          rows.dismiss(one);
          if (intent) rows.edit(one.item, intent);
        }}
      />
    </>
  );
}
