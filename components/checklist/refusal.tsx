"use client";

import { useId, useState } from "react";
import type { RowView } from "@/lib/domain/row";
import type { Surroundings } from "../item/surroundings";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, Input, Textarea } from "../ui/field";
import { intentWords, standingWords } from "./intent-words";
import type { RowIntent } from "./optimistic";
import type { Refused } from "./shown";

/** An edit the server did not take: why, both versions where somebody else was first, and what was typed, ready to go again. */
export function Refusal({ refused, row, around, again, drop }: {
  refused: Refused | null; row: RowView | undefined; around: Surroundings; again: (refused: Refused, intent: RowIntent | null) => void; drop: (refused: Refused) => void;
}) {
  const words = around.words.list.refused;
  const conflict = refused?.current != null;
  return (
    <Dialog open={refused !== null} onClose={() => refused && drop(refused)} title={conflict ? words.conflict : words.title} close={words.close}>
      {refused ? <RefusedEdit key={refused.id} refused={refused} row={row} around={around} again={again} drop={drop} /> : null}
    </Dialog>
  );
}

function RefusedEdit({ refused, row, around, again, drop }: {
  refused: Refused; row: RowView | undefined; around: Surroundings; again: (refused: Refused, intent: RowIntent | null) => void; drop: (refused: Refused) => void;
}) {
  const words = around.words.list.refused;
  const { intent, current, sentence } = refused;
  const id = useId();
  const typed = "reason" in intent ? intent.reason : null;
  const [reason, setReason] = useState(typed ?? "");
  const [due, setDue] = useState(intent.kind === "due" ? (intent.due ?? "") : "");
  const retry = (): void => {
    if (intent.kind === "undo") return again(refused, null);
    if (intent.kind === "due") return again(refused, { ...intent, due: due || null });
    again(refused, "reason" in intent && typed !== null ? { ...intent, reason: reason.trim() } : intent);
  };
  return (
    <div className="grid gap-4">
      <p role="alert">{sentence}</p>
      {row ? <p className="text-note text-ink-2">{row.text}</p> : null}
      <dl className="grid gap-3 border-y border-line py-3 text-note sm:grid-cols-2">
        {current ? <div><dt className="text-ink-3">{words.theirs}</dt><dd>{standingWords(intent, current, around)}</dd></div> : null}
        <div><dt className="text-ink-3">{words.mine}</dt><dd>{intentWords(intent, around)}</dd></div>
      </dl>
      {typed !== null ? (
        <Field id={id} label={around.words.list.ask.reason}>
          <Textarea id={id} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2_000} rows={3} />
        </Field>
      ) : null}
      {intent.kind === "due" ? (
        <Field id={id} label={around.words.list.ask.day}>
          <Input id={id} type="date" value={due} min={around.today} max="9999-12-31" onChange={(event) => setDue(event.target.value)} />
        </Field>
      ) : null}
      {current ? <p className="text-small text-ink-3">{words.conflictText}</p> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={() => drop(refused)}>{current ? words.keepTheirs : words.drop}</Button>
        <Button look="primary" onClick={retry} disabled={typed !== null && reason.trim() === ""}>{current ? words.saveMine : words.again}</Button>
      </div>
    </div>
  );
}
