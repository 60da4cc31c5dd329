"use client";

import { useId, useState, type FormEvent } from "react";
import type { Evidence } from "@/lib/domain/state";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, Textarea } from "../ui/field";
import type { Hand } from "./hand";
import type { Surroundings } from "./surroundings";

/** Withdraws a proof, with a reason; it stays in the history. */
export function Withdraw({ proof, close, done, hand, around }: {
  proof: Evidence | null; close: () => void; done: () => void; hand: Hand; around: Surroundings;
}) {
  const words = around.words.item;
  const id = useId();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const leave = (): void => {
    setError(null);
    close();
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!proof) return;
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setBusy(true);
    setError(null);
    try {
      const answer = await hand.actions.withdrawEvidence({ launch: around.launch, evidence: proof.id, reason, version: proof.version });
      if (answer.allowed) {
        hand.heard(answer);
        done();
        leave();
      } else {
        setError(answer.sentence);
      }
    } catch {
      setError(words.unreachable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={proof !== null} onClose={leave} title={words.withdrawTitle} close={words.close}>
      {proof ? (
        <form onSubmit={(event) => void submit(event)} className="grid gap-4">
          <p className="text-note text-ink-2 [overflow-wrap:anywhere]">{proof.title}</p>
          <Field id={id} label={words.reason} hint={words.withdrawHint} error={error}>
            <Textarea id={id} name="reason" required autoFocus maxLength={2_000} rows={3} aria-describedby={`${id}-hint`} />
          </Field>
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={leave}>{words.cancel}</Button>
            <Button look="primary" type="submit" disabled={busy}>{words.withdraw}</Button>
          </div>
        </form>
      ) : null}
    </Dialog>
  );
}
