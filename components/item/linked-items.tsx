"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { itemAddress } from "@/lib/domain/address";
import { fill } from "../fill";
import { Button } from "../ui/button";
import type { Answer } from "./actions";
import type { Detail, OtherItem } from "./detail";
import type { Hand } from "./hand";
import { LinkDialog } from "./link-dialog";
import type { Surroundings } from "./surroundings";
import { useAsk } from "./use-ask";

/** Items that share their proof, those that say nearly the same and could, and how to link any other. */
export function LinkedItems({ row, detail, may, hand, around, done, heading: Heading }: {
  row: RowView; detail: Detail; may: boolean; hand: Hand; around: Surroundings; done: () => void; heading: "h2" | "h3";
}) {
  const { links: words, unreachable } = around.words.item;
  const [asking, ask] = useState(false);
  const { busy, refused, send } = useAsk(hand, unreachable, { item: row.id });
  const { launch, words: { common: { work: state } } } = around;
  if (detail.linked.length === 0 && !may && !asking) return null;
  const link = (other: Pick<OtherItem, "id" | "version">): Promise<Answer> =>
    hand.actions.linkItems({ launch, items: [row, other].map(({ id, version }) => ({ item: id, version: hand.builtOn(id, version) })) });
  const name = (other: OtherItem) => <a href={itemAddress(launch, other.key)} className="link min-w-0 [overflow-wrap:anywhere]">{other.text}</a>;
  const line = "flex items-baseline justify-between gap-3 border-t border-line py-1.5 text-note";
  return (
    <section aria-labelledby={`links-of-${row.id}`}>
      <Heading id={`links-of-${row.id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.title}{detail.linked.length > 0 ? <span className="font-normal"> · {words.shares}</span> : null}</Heading>
      <ul>
        {detail.linked.map((other) => (
          <li key={other.id} className={line}>
            <span className="min-w-0">{name(other)}{(other.work === "done") === (row.work === "done") ? null : <span className="block text-small text-warn">{fill(words.disagrees, { mine: state[row.work].toLowerCase(), theirs: state[other.work].toLowerCase() })}</span>}</span>
            <span className="shrink-0 text-small text-ink-3">{state[other.work]}</span>
          </li>
        ))}
      </ul>
      {may && detail.alike.length > 0 ? (
        <ul data-screen-only>
          {detail.alike.map((other) => (
            <li key={other.id} className={line}>
              <span className="min-w-0"><span className="block text-small text-ink-3">{words.alike}</span>{name(other)}</span>
              <Button small aria-label={fill(words.linkOf, { text: other.text })} disabled={busy} onClick={() => void send(() => link(other), done)}>{words.link}</Button>
            </li>
          ))}
        </ul>
      ) : null}
      {refused ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      {may ? (
        <div className="flex flex-wrap gap-2 border-t border-line pt-2" data-screen-only>
          <Button small look="quiet" className="-ml-2.5" onClick={() => ask(true)}>{words.other}</Button>
          {detail.linked.length > 0 ? <Button small look="quiet" disabled={busy} onClick={() => void send(() => hand.actions.unlinkItem({ launch, item: row.id, version: hand.builtOn(row.id, row.version) }), done)}>{words.unlink}</Button> : null}
        </div>
      ) : null}
      {asking ? (
        <LinkDialog row={row} close={() => ask(false)} done={done} hand={hand} around={around} link={link} />
      ) : null}
    </section>
  );
}
