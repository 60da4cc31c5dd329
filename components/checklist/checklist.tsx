"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type MouseEvent } from "react";
import type { RowView } from "@/lib/domain/row";
import type { ItemActions } from "../item/actions";
import { mayChange, type Surroundings } from "../item/surroundings";
import { itemAddress } from "@/lib/domain/address";
import { Steady } from "../live/steady";
import { Notice } from "../ui/notice";
import { arrange } from "./arrange";
import { BlockOfRows, type RowLook } from "./block";
import { BulkBar } from "./bulk-bar";
import { BulkRequired } from "./bulk-required";
import { carryOutOn } from "./carry-out";
import { isShown, shows, type Filter, type Show } from "./filter";
import type { Command } from "./keys";
import { KeyBar, KeysHelp } from "./keys-help";
import { Messages } from "./messages";
import type { Read } from "./shown";
import { Side } from "./side";
import { Tools } from "./tools";
import { useFilter } from "./use-filter";
import { useHand } from "./use-hand";
import { focusRow, useKeys } from "./use-moves";
import { usePicks } from "./use-picks";
import { useRows } from "./use-rows";
import { useSingleKeys } from "./use-single-keys";
import { useVisible } from "./use-visible";

const never = (): (() => void) => () => undefined;

/** The whole list: one component, one listener for hands, one for keys, one reducer for every change. */
export function Checklist({ read, around, actions, first }: { read: Read; around: Surroundings; actions: ItemActions; first: Filter }) {
  const { list } = around.words;
  const rows = useRows(around.launch, read, actions, list.refused.unreachable);
  const at = useHand(rows, actions, around);
  const { hand } = at;
  const router = useRouter();
  const [filter, setFilter] = useFilter(first);
  const [selected, select] = useState<string | null>(null);
  const [helping, help] = useState(false);
  const [proof, setProof] = useState({ item: "", wish: 0 });
  // A wish is for the item it was made at: coming by again later opens nothing under the keys.
  if (proof.item !== "" && proof.item !== selected) setProof({ item: "", wish: 0 });
  const [single, setSingle] = useSingleKeys();
  const awake = useSyncExternalStore(never, () => true, () => false);
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const may = mayChange(around);
  const manages = around.role === "manager";
  const picks = usePicks();
  // Which items a change of several is about, while it is asked for.
  const [scoping, scope] = useState<readonly string[] | null>(null);

  const sectionId = around.sections.find(({ key }) => key === filter.section)?.id ?? null;
  const { visible, touch, enter, leave, clear } = useVisible(rows.rows, filter, { me: around.me, sectionId });
  const choose = (next: Filter): void => {
    clear();
    setFilter(next);
  };
  const blocks = useMemo(() => arrange(visible, around.sections), [visible, around.sections]);
  const order = useMemo(() => blocks.flatMap((block) => block.groups.flatMap((group) => group.rows.map(({ id }) => id))), [blocks]);
  const counts = useMemo(() => {
    const found = shows.map((show) => [show, rows.rows.filter((row) => isShown(row, show, around.me)).length] as const);
    // One entry for each of `shows`.
    return Object.fromEntries(found) as Record<Show, number>;
  }, [rows.rows, around.me]);
  const row = rows.rows.find(({ id }) => id === selected) ?? null;

  useEffect(() => {
    const id = /^#item-(.+)$/.exec(window.location.hash)?.[1];
    if (id) {
      select(id);
      focusRow(box, id);
    }
  }, []);

  const go = (to: number): void => {
    const id = order[Math.max(0, Math.min(order.length - 1, to))];
    if (id === undefined) return;
    select(id);
    focusRow(box, id);
  };
  const open = (one: RowView): void => router.push(itemAddress(around.launch, one.key));
  const sideIsThere = (): boolean => document.getElementById("checklist-side")?.checkVisibility() ?? false;

  /** Asks about what is selected, or about the item that is chosen. */
  const scopePicked = (): boolean => {
    const ids = picks.picked && picks.picked.size > 0 ? [...picks.picked] : selected === null ? [] : [selected];
    if (ids.length > 0) scope(ids);
    return ids.length > 0;
  };

  const carryOut = (command: Command): boolean => {
    const here = selected === null ? -1 : order.indexOf(selected);
    if (command === "next") return go(here + 1), true;
    if (command === "previous") return go(here < 0 ? 0 : here - 1), true;
    if (command === "search") return search.current?.focus(), search.current?.select(), true;
    if (command === "help") return help(true), true;
    if (command === "open") return row !== null && (open(row), true);
    if (!may) return false;
    if (command === "undo") return at.undo(), true;
    if (command === "leave") return picks.picked !== null && (picks.leave(), true);
    if (command === "select-all") return manages && (picks.toggleAll(order), true);
    if (command === "required") return manages && scopePicked();
    if (!row) return false;
    if (command === "select") return manages && (picks.toggle(row.id), true);
    touch(row.id);
    return carryOutOn(row, command, hand, () => {
      if (sideIsThere()) setProof((before) => ({ item: row.id, wish: before.wish + 1 }));
      else router.push(`${itemAddress(around.launch, row.key)}#proof`);
    });
  };
  useKeys(single, carryOut);

  const clicked = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const control = target?.closest<HTMLElement>("[data-do]");
    const does = control?.dataset.do;
    if (does === "pick-all") {
      const of = control?.dataset.of;
      return picks.toggleAll(blocks.flatMap((block) => block.groups.flatMap((group) => (block.id === of || group.id === of ? group.rows.map(({ id }) => id) : []))));
    }
    const one = rows.rows.find(({ id }) => id === target?.closest<HTMLElement>("[data-row]")?.dataset.row);
    if (!one) return;
    if (does === "pick") return picks.toggle(one.id);
    if (does === "toggle") {
      select(one.id);
      touch(one.id);
      carryOutOn(one, "done", hand, () => undefined);
    } else if (does === "fact-yes" || does === "fact-no") {
      const question = around.questions.find(({ id }) => id === control?.dataset.fact);
      touch(one.id);
      if (question) hand.answer(question, does === "fact-yes");
    } else {
      if (event.metaKey || event.ctrlKey || event.shiftKey || !sideIsThere()) return;
      event.preventDefault();
      select(one.id);
      focusRow(box, one.id);
    }
  };

  const owners = useMemo(() => new Map(around.members.map(({ id, name }) => [id, name])), [around.members]);
  const questions = useMemo(() => new Map(around.questions.flatMap((question) => question.items.map((id) => [id, question] as const))), [around.questions]);
  const stop = selected !== null && order.includes(selected) ? selected : order[0];
  const look: RowLook = { selected, picked: picks.picked, saving: rows.saving, may, owners, questions, tabbable: (id) => !awake || id === stop };
  const judged = useMemo(() => new Map(rows.shown.summary.sections.map((section) => [section.id, section])), [rows.shown.summary.sections]);
  const nothing = list.noneMatch;

  return (
    <div className="grid xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0 xl:pr-8">
        <Tools filter={filter} choose={choose} counts={counts} all={rows.rows.length} visible={visible.length} around={around} search={search} select={manages && !picks.picked ? picks.begin : null} />
        {may || around.over ? null : <p className="mb-4 text-note text-ink-2">{list.viewer}</p>}
        {rows.rows.length === 0 ? <Notice title={list.noItems.title}>{list.noItems.text}</Notice> : null}
        {rows.rows.length > 0 && blocks.length === 0 ? (
          <Notice title={nothing.title}>{filter.show && !filter.q && !filter.window && !filter.section ? nothing[filter.show] : nothing.filtered}</Notice>
        ) : null}
        {/* The listener is here only to be one instead of two hundred: every target inside is a link or a button of its own. */}
        <div
          ref={box} onClick={clicked} onPointerEnter={({ pointerType }) => pointerType === "mouse" && enter(order)} onPointerLeave={leave}
          onFocus={(event) => {
            const id = event.target.closest<HTMLElement>("[data-row]")?.dataset.row;
            if (id && event.target.matches("a[data-do=open]")) select(id);
          }}
        >
          <Steady of={rows.shown}>
            {blocks.map((block) => (
              <BlockOfRows
                key={block.id} block={block} judged={block.section ? judged.get(block.section.id) : undefined} look={look} around={around}
                boardCount={block.board ? rows.shown.summary.numbers.windows[block.board] : null}
              />
            ))}
          </Steady>
        </div>
        <BulkBar picks={picks} shown={order} around={around} required={scopePicked} />
        {may && !picks.picked ? <KeyBar words={around.words} onHelp={() => help(true)} /> : null}
      </div>
      <Side row={row} revision={read.revision} hand={hand} around={around} wish={proof.item === row?.id ? proof.wish : 0} />
      <KeysHelp open={helping} onClose={() => help(false)} words={around.words} single={single} setSingle={setSingle} />
      {scoping ? (
        <BulkRequired
          rows={rows.rows.filter(({ id }) => scoping.includes(id))} of={rows.shown.summary.numbers.claimed.of} hand={hand} around={around} close={() => scope(null)}
          done={(said) => {
            picks.leave();
            at.say(said);
          }}
        />
      ) : null}
      <Messages rows={rows} at={at} around={around} />
    </div>
  );
}
