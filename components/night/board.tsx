"use client";

import type { RowView } from "@/lib/domain/row";
import { itemAddress } from "@/lib/domain/address";
import type night from "@/lib/texts/en/night.json";
import { shortMomentWords } from "@/lib/texts/time-words";
import { Messages } from "../checklist/messages";
import type { Read } from "../checklist/shown";
import { useHand } from "../checklist/use-hand";
import { useRows } from "../checklist/use-rows";
import { fill } from "../fill";
import type { ItemActions } from "../item/actions";
import { faceMark } from "../item/face-mark";
import type { Hand } from "../item/hand";
import { mayChange, type Surroundings } from "../item/surroundings";
import { Button } from "../ui/button";
import { MarkedWord } from "../ui/mark";

const boards = ["launch-day", "first-24h"] as const;

/** The night's two lists: what, who, and one tap to answer. Everybody's taps show at once, as in the checklist. */
export function Board({ read, around, actions, words }: { read: Read; around: Surroundings; actions: ItemActions; words: typeof night }) {
  const rows = useRows(around.launch, read, actions, around.words.list.refused.unreachable);
  const at = useHand(rows, actions, around);
  const may = mayChange(around);
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      {boards.map((window) => {
        const own = rows.rows.filter((row) => row.window === window);
        const { done, of } = rows.shown.summary.numbers.windows[window];
        return (
          <section key={window} aria-labelledby={`board-${window}`} className="min-w-0">
            <div className="flex items-baseline justify-between gap-4 pb-2">
              <h2 id={`board-${window}`} className="text-lead tracking-tight">{around.words.common.window[window]}</h2>
              <p className="text-lead font-medium">{fill(words.count, { done, of })}</p>
            </div>
            {around.windows[window] ? <p className="pb-2 text-small text-ink-3">{around.windows[window]}</p> : null}
            {own.length === 0 ? <p className="border-t border-line py-3 text-ink-2">{words.none}</p> : (
              <ul>{own.map((row) => <Task key={row.id} row={row} may={may} saving={rows.saving.has(row.id)} hand={at.hand} around={around} words={words} />)}</ul>
            )}
          </section>
        );
      })}
      <Messages rows={rows} at={at} around={around} />
    </div>
  );
}

function Task({ row, may, saving, hand, around, words }: { row: RowView; may: boolean; saving: boolean; hand: Hand; around: Surroundings; words: typeof night }) {
  const { item, list } = around.words;
  const nameOf = (person: string): string => around.members.find(({ id }) => id === person)?.name ?? item.someone;
  const owner = row.ownerId ? nameOf(row.ownerId) : null;
  const answered = row.work !== "todo" && row.answeredBy && row.answeredAt ? fill(words.answered[row.work], { name: nameOf(row.answeredBy), when: shortMomentWords(row.answeredAt, around.zone) }) : null;
  const away = row.applicability === "not-applicable";
  const over = row.work === "done" || away;
  const tap = "!min-h-11 flex-1";
  return (
    <li className="grid gap-2 border-t border-line py-3">
      <div className="flex items-baseline justify-between gap-3">
        <a href={itemAddress(around.launch, row.key)} className={`min-w-0 hover:underline [overflow-wrap:anywhere] ${over ? "text-ink-3" : ""}`}>{row.text}</a>
        <span className="shrink-0 text-note"><MarkedWord {...faceMark[row.face]}>{list.face[row.face]}</MarkedWord>{saving ? <span aria-hidden="true"> ·</span> : null}</span>
      </div>
      {row.note ? <p className={`text-note ${row.face === "blocked" ? "text-stop" : "text-ink-3"}`}>{row.note}</p> : null}
      {over && !owner && !answered ? null : (
        <p className="text-note text-ink-2">
          {[owner ?? (answered ? null : words.nobody), answered].filter(Boolean).join(" · ")}
          {may && row.ownerId !== around.me && !over ? (
            <button type="button" data-screen-only className="link ml-2 text-ink pointer-coarse:p-2" aria-label={fill(words.takeOf, { text: row.text })} onClick={() => hand.edit(row.id, { kind: "assign", owner: around.me })}>{words.take}</button>
          ) : null}
        </p>
      )}
      {may && !row.isParent && !away ? (
        <div role="group" aria-label={fill(words.answerOf, { text: row.text })} className="flex gap-2" data-screen-only>
          <Button className={tap} look={row.work === "done" ? "primary" : "plain"} aria-pressed={row.work === "done"} onClick={() => hand.edit(row.id, { kind: "work", work: row.work === "done" ? "todo" : "done", reason: null })}>{words.done}</Button>
          <Button className={tap} look={row.work === "in-progress" ? "primary" : "plain"} aria-pressed={row.work === "in-progress"} onClick={() => hand.edit(row.id, { kind: "work", work: row.work === "in-progress" ? "todo" : "in-progress", reason: null })}>{words.going}</Button>
          <Button className={tap} look={row.work === "blocked" ? "danger" : "plain"} aria-pressed={row.work === "blocked"} onClick={() => hand.ask("blocked", row)}>{words.trouble}</Button>
        </div>
      ) : null}
    </li>
  );
}
