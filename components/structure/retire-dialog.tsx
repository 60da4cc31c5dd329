"use client";

import type { Part } from "@/lib/domain/find-part";
import { count } from "../fill";
import { ForetoldWords } from "../settings/foretold";
import { useForetold } from "../settings/use-foretold";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { StructureActions } from "./actions";
import type { EditorWords } from "./words";

/** What is about to be retired, and what goes out of sight with it. */
export interface Retiring { part: Part; id: string; version: number; words: string; items: number; done: number; proofs: number; waivers: number }

/** Asks once more, saying what would happen to state, proof and signatures before it does. */
export function RetireDialog({ launch, retiring, close, retire, busy, refused, words, foretellRetire }: {
  launch: string; retiring: Retiring | null; close: () => void; retire: (one: Retiring) => void; busy: boolean; refused: string | null; words: EditorWords;
  foretellRetire: StructureActions["foretellRetire"];
}) {
  const { ask } = words.structure;
  const told = useForetold(retiring ? { launch, part: retiring.part, id: retiring.id, version: retiring.version } : null, foretellRetire);
  const holds = retiring ? (["done", "proofs", "waivers"] as const).filter((what) => retiring[what] > 0).map((what) => count(ask[what], retiring[what])) : [];
  return (
    <Dialog open={retiring !== null} onClose={close} title={ask[retiring?.part ?? "item"]} close={ask.close}>
      {retiring ? (
        <>
          <p className="font-medium wrap-anywhere">{retiring.words}</p>
          <div className="grid gap-1.5 text-note text-ink-2">
            <p>{retiring.part === "seat" ? ask.staysSeat : ask.stays}</p>
            {retiring.items > 0 ? <p>{count(ask.takes, retiring.items)}</p> : null}
            {holds.length > 0 ? <p>{ask.holds} {holds.join(", ")}.</p> : null}
          </div>
          <ForetoldWords told={told} words={words.foretold} verdictWords={words.common.verdict} />
          {refused ? <p role="alert" className="text-note text-stop">{refused}</p> : null}
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={close}>{ask.no}</Button>
            <Button look="danger" aria-disabled={busy} onClick={() => { if (!busy) retire(retiring); }}>{ask.yes}</Button>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
