"use client";

import { useEffect, useState } from "react";
import { Messages } from "../checklist/messages";
import type { Read } from "../checklist/reducer";
import { useHand } from "../checklist/use-hand";
import { useRows } from "../checklist/use-rows";
import type { ItemActions } from "./actions";
import type { Detail } from "./detail";
import { ItemPanel } from "./item-panel";
import type { Surroundings } from "./surroundings";
import { useDetail } from "./use-detail";

/** An item on its own page, changed by the same reducer as the list. */
export function ItemScreen({ read, detail, around, actions }: { read: Read; detail: Detail; around: Surroundings; actions: ItemActions }) {
  const rows = useRows(around.launch, read, actions, around.words.list.refused.unreachable);
  const at = useHand(rows, actions, around);
  const [wish, setWish] = useState(0);
  const row = rows.rows[0];
  const { told, again } = useDetail(around.launch, detail.item.id, row ? `${row.version} ${row.proofs} ${row.standing}` : "", detail);
  useEffect(() => {
    if (window.location.hash === "#proof") setWish(1);
  }, []);
  if (!row) return null;
  return (
    <>
      <ItemPanel row={row} told={told} hand={at.hand} around={around} readAgain={again} wish={wish} ownPage />
      <Messages rows={rows} at={at} around={around} />
    </>
  );
}
