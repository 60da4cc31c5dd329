"use client";

import type { RowView } from "@/lib/domain/row";
import type { Hand } from "../item/hand";
import { ItemPanel } from "../item/item-panel";
import type { Surroundings } from "../item/surroundings";
import { useDetail } from "../item/use-detail";

/** The chosen item in full, beside the list of a wide window. */
export function Side({ row, revision, hand, around, wish }: { row: RowView | null; revision: number; hand: Hand; around: Surroundings; wish: number }) {
  const words = around.words.list.panel;
  const version = row ? `${row.version} ${row.proofs} ${row.standing} ${revision}` : "";
  const { told, again } = useDetail(around.launch, row?.id ?? null, version);
  return (
    <aside id="checklist-side" aria-label={words.label} className="border-l border-line max-xl:hidden" data-screen-only>
      <div className="sticky top-0 max-h-dvh overflow-y-auto px-7 pb-10">
        {row ? <ItemPanel key={row.id} row={row} told={told} hand={hand} around={around} readAgain={again} wish={wish} /> : (
          <div className="pt-3 text-note text-ink-3"><p>{words.empty}</p><p className="mt-1">{words.emptyKeys}</p></div>
        )}
      </div>
    </aside>
  );
}
