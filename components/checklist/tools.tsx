"use client";

import type { RefObject } from "react";
import { windows } from "@/lib/domain/state";
import { count, fill } from "../fill";
import type { Surroundings } from "../item/surroundings";
import { classes } from "../ui/classes";
import { Select } from "../ui/field";
import { queryOf, shows, type Filter, type Show } from "./filter";

/** Search and choices. Without a script it is a form and links that ask the server; with one they narrow the list at once. */
export function Tools({ filter, choose, counts, all, visible, around, search, select }: {
  filter: Filter; choose: (next: Filter) => void; counts: Record<Show, number>; all: number; visible: number; around: Surroundings;
  search: RefObject<HTMLInputElement | null>;
  /** Begins a selection; `null` while there is one, and for those who may not change several at once. */
  select: (() => void) | null;
}) {
  const { list, common } = around.words;
  const address = `/launches/${around.launch}/checklist`;
  const narrowed = queryOf(filter) !== "";
  return (
    <form method="get" action={address} role="search" onSubmit={(event) => event.preventDefault()} className="mb-4 grid gap-3" data-screen-only>
      <div className="flex flex-wrap gap-2.5">
        <div className="relative min-w-0 flex-[1_1_16rem]">
          <label className="sr-only" htmlFor="checklist-search">{list.searchLabel}</label>
          <input
            ref={search} id="checklist-search" type="search" name="q" value={filter.q} onChange={(event) => choose({ ...filter, q: event.target.value })}
            placeholder={fill(list.search, { n: all })} autoComplete="off" aria-keyshortcuts="/" maxLength={200}
            className="w-full rounded-md border border-edge bg-paper px-3 py-1.5 text-body placeholder:text-ink-3 pointer-coarse:min-h-11"
          />
          <kbd aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 max-lg:hidden">/</kbd>
        </div>
        <label className="sr-only" htmlFor="checklist-section">{list.sectionLabel}</label>
        <Select id="checklist-section" name="section" className="!w-auto max-w-48 flex-[0_1_auto]" value={filter.section ?? ""} onChange={(event) => choose({ ...filter, section: event.target.value || null })}>
          <option value="">{list.allSections}</option>
          {around.sections.map(({ id, key, title }) => <option key={id} value={key}>{key} {title}</option>)}
        </Select>
        <label className="sr-only" htmlFor="checklist-window">{list.windowLabel}</label>
        <Select id="checklist-window" name="window" className="!w-auto flex-[0_1_auto]" value={filter.window ?? ""} onChange={(event) => choose({ ...filter, window: windows.find((one) => one === event.target.value) ?? null })}>
          <option value="">{list.allWindows}</option>
          {windows.map((window) => <option key={window} value={window}>{common.window[window]}</option>)}
        </Select>
        {filter.show ? <input type="hidden" name="show" value={filter.show} /> : null}
        <noscript><button type="submit" className="rounded-md border border-edge px-3 py-1.5">{list.apply}</button></noscript>
      </div>
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label={list.filters}>
        {shows.map((show) => {
          const on = filter.show === show;
          const next: Filter = { ...filter, show: on ? null : show };
          return (
            <a
              key={show} href={`${address}${queryOf(next)}`} {...(on ? { "aria-current": "true" as const } : {})}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                choose(next);
              }}
              className={classes(
                "rounded-full border px-3 py-1 text-note pointer-coarse:py-2", on ? "border-ink bg-ink text-paper" : "border-line text-ink-2 hover:border-edge hover:text-ink",
              )}
            >
              {list.show[show]} <span className={on ? "" : "text-ink-3"}>{counts[show]}</span>
            </a>
          );
        })}
        {select ? <button type="button" onClick={select} aria-keyshortcuts="s" className="rounded-full border border-line px-3 py-1 text-note text-ink-2 hover:border-edge hover:text-ink pointer-coarse:py-2">{list.bulk.start}</button> : null}
        {narrowed ? (
          <span className="flex items-baseline gap-2 text-note text-ink-3">
            <span>{count(list.shown, visible, { all })}</span>
            <a
              href={address} className="link text-ink-2"
              onClick={(event) => {
                event.preventDefault();
                choose({ show: null, q: "", window: null, section: null });
              }}
            >{list.clear}</a>
          </span>
        ) : null}
      </div>
    </form>
  );
}
