"use client";

import { useId } from "react";
import type { Evidence } from "@/lib/domain/state";
import { fill } from "../fill";
import { Field, Textarea } from "../ui/field";
import { AskDialog, typed } from "./ask-dialog";
import type { Hand } from "./hand";
import type { Surroundings } from "./surroundings";

/** Withdraws a proof, with a reason; it stays in the history. */
export function Withdraw({ proof, present, close, done, hand, around }: {
  /** The proof as it was chosen, and as it stands now. */
  proof: Evidence; present: Evidence; close: () => void; done: () => void; hand: Hand; around: Surroundings;
}) {
  const words = around.words.item;
  const id = useId();
  return (
    <AskDialog
      open close={close} done={done} hand={hand} around={around} title={words.withdrawTitle} about={proof.title} save={words.withdraw} made={{ item: proof.itemId }}
      on={{ id: proof.id, version: present.version, says: present.withdrawnAt === null ? present.title : fill(words.stands.withdrawn, { reason: present.withdrawnReason ?? "" }) }}
      ask={(form, version) => hand.actions.withdrawEvidence({ launch: around.launch, evidence: proof.id, reason: typed(form, "reason"), version })}
    >
      <Field id={id} label={words.reason} hint={words.withdrawHint}>
        <Textarea id={id} name="reason" required maxLength={2_000} rows={3} aria-describedby={`${id}-hint`} />
      </Field>
    </AskDialog>
  );
}
