"use client";

import type { Part } from "@/lib/domain/find-part";
import { count } from "../fill";
import { ForetoldWords } from "../settings/foretold";
import { useForetold } from "../settings/use-foretold";
import { Button } from "../ui/button";
import { Overtaken } from "../overtaken";
import { Dialog } from "../ui/dialog";
import { useSeen, type Standing } from "../use-seen";
import type { StructureActions } from "./actions";
import type { Edits } from "./use-edits";
import type { EditorWords } from "./words";

/** What is about to be retired, and what goes out of sight with it. */
export interface Retiring { part: Part; id: string; words: string; items: number; done: number; proofs: number; waivers: number }

/** Asks once more, saying what would happen to state, proof and signatures before it does. */
export function RetireDialog({ retiring, present, close, ...props }: Omit<Props, "retiring" | "present"> & { retiring: Retiring | null; present: Standing | null }) {
  const { ask } = props.words.structure;
  return (
    <Dialog open={retiring !== null && present !== null} onClose={close} title={ask[retiring?.part ?? "item"]} close={ask.close}>
      {retiring && present ? <Asked {...{ retiring, present, close }} {...props} /> : null}
    </Dialog>
  );
}

interface Props {
  launch: string; retiring: Retiring;
  /** It as it stands now. */
  present: Standing; close: () => void; retire: (version: number) => void; edits: Edits; words: EditorWords;
  foretellRetire: StructureActions["foretellRetire"];
}

function Asked({ launch, retiring, present, close, retire, edits: { busy, refused: refusedOf, clear }, words, foretellRetire }: Props) {
  const { ask } = words.structure;
  const refused = refusedOf("retire");
  const rests = useSeen(present, { busy, refused, clear }, true);
  const { version } = rests.seen;
  const told = useForetold({ launch, part: retiring.part, id: retiring.id, version }, foretellRetire);
  const holds = (["done", "proofs", "waivers"] as const).filter((what) => retiring[what] > 0).map((what) => count(ask[what], retiring[what]));
  return (
    <>
      <p className="font-medium wrap-anywhere">{retiring.words}</p>
      <div className="grid gap-1.5 text-note text-ink-2">
        <p>{retiring.part === "seat" ? ask.staysSeat : ask.stays}</p>
        {retiring.items > 0 ? <p>{count(ask.takes, retiring.items)}</p> : null}
        {holds.length > 0 ? <p>{ask.holds} {holds.join(", ")}.</p> : null}
      </div>
      <ForetoldWords told={told} words={words.foretold} verdictWords={words.common.verdict} />
      <Overtaken rests={rests} words={words.common.overtaken} />
      {refused && !rests.moved ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={close}>{ask.no}</Button>
        <Button look="danger" aria-disabled={busy || rests.moved} onClick={() => { if (!busy && !rests.moved) retire(version); }}>{ask.yes}</Button>
      </div>
    </>
  );
}
