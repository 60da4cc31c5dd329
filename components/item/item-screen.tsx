"use client";

import { useEffect, useState } from "react";
import { carryOutOn } from "../checklist/carry-out";
import { KeysHelp } from "../checklist/keys-help";
import { Messages } from "../checklist/messages";
import type { Read } from "../checklist/shown";
import { useHand } from "../checklist/use-hand";
import { useKeys } from "../checklist/use-moves";
import { useRows } from "../checklist/use-rows";
import { useSingleKeys } from "../checklist/use-single-keys";
import type { ItemActions } from "./actions";
import type { Detail } from "./detail";
import { ItemPanel } from "./item-panel";
import { mayChange, type Surroundings } from "./surroundings";
import { useDetail } from "./use-detail";

/** An item on its own page, changed by the same reducer as the list. */
export function ItemScreen({ read, detail, around, actions }: { read: Read; detail: Detail; around: Surroundings; actions: ItemActions }) {
  const rows = useRows(around.launch, read, actions, around.words.list.refused.unreachable);
  const at = useHand(rows, actions, around);
  const [wish, setWish] = useState(0);
  const row = rows.rows[0];
  const { told, again } = useDetail(around.launch, detail.item.id, row ? `${row.version} ${row.proofs} ${row.standing} ${read.revision}` : "", detail);
  useEffect(() => {
    if (window.location.hash === "#proof") setWish(1);
  }, []);
  const [helping, help] = useState(false);
  const [single, setSingle] = useSingleKeys();
  useKeys(single, (command) => {
    if (command === "help") return help(true), true;
    if (!row || !mayChange(around)) return false;
    if (command === "undo") return at.undo(), true;
    return carryOutOn(row, command, at.hand, () => setWish(wish + 1));
  });
  if (!row) return null;
  return (
    <>
      <ItemPanel row={row} told={told} hand={at.hand} around={around} readAgain={again} wish={wish} ownPage />
      <KeysHelp open={helping} onClose={() => help(false)} words={around.words} single={single} setSingle={setSingle} />
      <Messages rows={rows} at={at} around={around} />
    </>
  );
}
