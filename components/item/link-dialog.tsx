"use client";

import { useId, useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { count } from "../fill";
import { Field, Input } from "../ui/field";
import type { Answer } from "./actions";
import { AskDialog } from "./ask-dialog";
import type { OtherItem } from "./detail";
import type { Hand } from "./hand";
import type { Surroundings } from "./surroundings";
import { useOthers } from "./use-others";

/** Finds another item by words of it, its key or its address, and links with the one that is chosen. */
export function LinkDialog({ row, close, done, hand, around, link }: {
  row: RowView; close: () => void; done: () => void; hand: Hand; around: Surroundings; link: (other: Pick<OtherItem, "id" | "version">) => Promise<Answer>;
}) {
  const { links: words, unreachable } = around.words.item;
  const id = useId();
  const [typed, type] = useState("");
  const [picked, pick] = useState<string | null>(null);
  const said = typed.trim();
  const { others, failed } = useOthers(around.launch, row.id, said);
  const found = others?.found ?? [];
  // What is the only one needs no choosing.
  const chosen = found.find((one) => one.id === picked) ?? (found.length === 1 ? found[0] : undefined);
  const reading = said !== "" && !failed && others?.said !== said;
  const told = failed ? unreachable : said === "" || reading ? "" : found.length === 0 ? words.none : others && others.more > 0 ? count(words.more, others.more) : count(words.found, found.length);
  const ask = async (): Promise<Answer> =>
    reading || !chosen ? { allowed: false, why: "unknown-item", sentence: found.length > 1 ? words.choose : words.unknown } : link(chosen);
  return (
    <AskDialog open close={close} done={done} hand={hand} around={around} title={words.other} about={row.text} made={{ item: row.id }} save={words.link} on={{ id: row.id, version: row.version, says: "" }} ask={ask}>
      <Field id={`${id}-said`} label={words.which} hint={words.whichHint}>
        <Input
          id={`${id}-said`} required maxLength={500} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => type(event.target.value)} aria-describedby={`${id}-said-hint`}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            event.currentTarget.form?.querySelector<HTMLElement>("input[type=radio]")?.focus();
          }}
        />
      </Field>
      {found.length > 0 ? (
        <fieldset className="min-w-0" aria-busy={reading}>
          <legend className="sr-only">{words.results}</legend>
          {found.map((one) => (
            <label key={one.id} className="flex items-baseline gap-2 border-t border-line py-1.5 text-note hover:bg-wash has-checked:bg-wash pointer-coarse:min-h-11">
              <input type="radio" name="other" value={one.id} checked={chosen?.id === one.id} onChange={() => pick(one.id)} className="accent-ink" />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{one.text}<span className="block text-small text-ink-3">{one.place}</span></span>
              <span className="shrink-0 text-small text-ink-3">{around.words.common.work[one.work]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p role="status" className="text-small text-ink-3 empty:hidden">{told}</p>
    </AskDialog>
  );
}
