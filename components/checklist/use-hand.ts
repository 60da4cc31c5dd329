"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { fill } from "../fill";
import type { ItemActions } from "../item/actions";
import type { Hand } from "../item/hand";
import type { Surroundings } from "../item/surroundings";
import type { Asked } from "./ask";
import { sayIntent } from "./intent-words";
import { changesNothing, type RowIntent } from "./optimistic";
import type { Rows } from "./use-rows";

/** The controls' hand: it edits through the reducer, asks for what a stroke cannot say, and tells what it did. */
export function useHand(rows: Rows, actions: ItemActions, around: Surroundings): {
  hand: Hand; said: string; say: (words: string) => void; trouble: string | null; calm: () => void; undo: () => void; asked: Asked | null; close: () => void;
} {
  const [said, say] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { edit: change, heard, settled, builtOn, rows: all, saving: onWay } = rows;
  const { list } = around.words;

  const edit = useCallback((item: string, intent: RowIntent, seen?: number) => {
    const row = all.find(({ id }) => id === item);
    if (!row || changesNothing(row, intent)) return;
    if (row.isParent && intent.kind === "work") return say(list.say.parent);
    change(item, intent, seen);
    say(sayIntent(row, intent, around));
  }, [all, change, list, around]);
  const ask = useCallback((about: Asked["about"], row: RowView) => {
    if (row.isParent && about === "blocked") say(list.say.parent);
    else setAsked({ about, row });
  }, [list]);
  // What one's own answers have made of a question, until the page is read again: a second thought comes sooner than that.
  const answers = useRef(new Map<string, { seen: number; left: number }>());
  const before = useRef(Promise.resolve());
  const answer = useCallback<Hand["answer"]>(({ id, question, version: seen }, yes) => {
    before.current = before.current.then(settled).then(async () => {
      const own = answers.current.get(id);
      const version = own?.seen === seen ? own.left : seen;
      const told = await actions.answerFact({ launch: around.launch, fact: id, answer: yes, version });
      if (!told.allowed) return setTrouble(told.sentence);
      setTrouble(null);
      if (told.update.revision > told.update.from) answers.current.set(id, { seen, left: version + 1 });
      heard(told);
      say(fill(list.say.fact, { question, answer: yes === null ? "" : yes ? list.yes : list.no }));
    }).catch(() => setTrouble(list.refused.unreachable));
  }, [actions, around.launch, heard, settled, list]);

  const undo = (): void => {
    const last = rows.shown.made.at(-1);
    say(last ? fill(list.say.undone, { text: last.about ?? rows.shown.rows.get(last.item)?.text ?? "" }) : list.say.nothingToUndo);
    rows.undo();
  };
  const hand = useMemo<Hand>(() => ({ actions, edit, ask, heard, settled, builtOn, onWay, answer }), [actions, edit, ask, heard, settled, builtOn, onWay, answer]);
  return { hand, said, say, trouble, calm: () => setTrouble(null), undo, asked, close: () => setAsked(null) };
}
