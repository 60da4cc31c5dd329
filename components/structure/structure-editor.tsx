"use client";

import { useEffect, useRef, useState } from "react";
import type { FollowOffer } from "@/lib/domain/said";
import type { ItemPart, RetiredPart, StructureView } from "@/lib/domain/structure-view";
import type { Standing } from "../use-seen";
import type { StructureActions } from "./actions";
import { AddLine } from "./add-line";
import { LastEdit } from "./last-edit";
import { RetireDialog, type Retiring } from "./retire-dialog";
import { RetiredList } from "./retired-list";
import { SeatLines } from "./seat-lines";
import { SectionPartOf } from "./section-part";
import { useEdits } from "./use-edits";
import type { EditorWords } from "./words";

export interface Editing {
  launch: string; view: StructureView; actions: StructureActions; words: EditorWords; edits: ReturnType<typeof useEdits>;
  /** Which part's form is open, or which item gets one under it (`under ID`). */
  open: string | null; setOpen: (id: string | null) => void;
  askRetire: (one: Retiring) => void;
  offers: Readonly<Record<string, FollowOffer[]>>;
}

/** The whole checklist to be edited: rows are words until one is chosen, which then shows what can be done with it. */
export function StructureEditor({ launch, view, offers, whenOf, settings, actions, words }: {
  launch: string; view: StructureView; offers: Readonly<Record<string, FollowOffer[]>>; whenOf: Readonly<Record<string, string>>; settings: string; actions: StructureActions; words: EditorWords;
}) {
  const { structure } = words;
  const edits = useEdits(structure);
  const [open, setOpen] = useState<string | null>(null);
  const [retiring, setRetiring] = useState<Retiring | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const editing: Editing = { launch, view, actions, words, edits, open, setOpen, askRetire: setRetiring, offers };
  useFocusKept(box, view, open);

  const present = retiring && standingIn(view, retiring);
  const retire = (one: Retiring, version: number): void => edits.make("retire", "retired", one.words || structure.noHeading, () => actions.retirePart({ launch, part: one.part, id: one.id, version }), () => {
    setRetiring(null);
    setOpen(null);
  });
  const bringBack = (one: RetiredPart): void => edits.make("retired", "returned", one.words || structure.noHeading, () => actions.returnPart({ launch, part: one.part, id: one.id, version: one.version }));
  return (
    // Below the last line there is room for the notice of what was done last.
    <div ref={box} className={edits.last || edits.refused("undo") ? "pb-24 print:pb-0" : undefined}>
      <LastEdit edits={edits} undo={(revision) => actions.undo({ launch, revision })} words={structure} />
      {view.sections.map((section) => <SectionPartOf key={section.id} section={section} editing={editing} />)}
      <div className="mt-6">
        <AddLine
          call={structure.addSection} name={structure.addSection} label={structure.newSection} hint={structure.headingHint} words={structure} busy={edits.busy} refused={edits.refused("new section")?.sentence ?? null}
          add={(title, then) => edits.make("new section", "added", title, () => actions.addSection({ launch, title }), then)}
        />
      </div>
      <SeatLines launch={launch} seats={view.seats} settings={settings} edits={edits} actions={actions} askRetire={setRetiring} words={structure} overtaken={words.common.overtaken} />
      {edits.refused("retired") ? <p role="alert" className="mt-4 text-note text-stop">{edits.refused("retired")?.sentence}</p> : null}
      <RetiredList retired={view.retired} whenOf={whenOf} bringBack={bringBack} busy={edits.busy} words={structure} />
      <RetireDialog
        launch={launch} retiring={retiring} present={present} close={() => setRetiring(null)} retire={(version) => retiring && retire(retiring, version)} edits={edits} words={words}
        foretellRetire={actions.foretellRetire}
      />
    </div>
  );
}

/**
 * Keeps the keyboard where it was: a row that moves takes its buttons out of the page and in again, and a form that closes has had
 * the focus itself.
 */
function useFocusKept(box: React.RefObject<HTMLDivElement | null>, view: StructureView, open: string | null): void {
  const had = useRef<{ part: string; tool: string | null } | null>(null);
  const was = useRef(open);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const part = target?.closest<HTMLElement>("[data-part]")?.dataset.part;
      had.current = part ? { part, tool: target?.dataset.tool ?? null } : null;
    };
    const root = box.current;
    root?.addEventListener("focusin", note);
    return () => root?.removeEventListener("focusin", note);
  }, [box]);
  useEffect(() => {
    const closed = was.current;
    was.current = open;
    if (document.activeElement !== document.body) return;
    const find = (selector: string): HTMLElement | null => box.current?.querySelector<HTMLElement>(selector) ?? null;
    if (open === null && closed !== null) return find(`[data-open="${closed}"]`)?.focus();
    const kept = had.current;
    if (kept) find(`[data-part="${kept.part}"] ${kept.tool ? `[data-tool="${kept.tool}"]` : "input"}`)?.focus();
  }, [box, view, open]);
}

/** A part as it stands in the checklist now; `null` once it is out of it. */
function standingIn({ sections, seats }: StructureView, { part, id }: Pick<Retiring, "part" | "id">): Standing | null {
  const groups = sections.flatMap((section) => section.groups);
  const found = {
    section: () => sections.map((one) => ({ id: one.id, version: one.version, says: `${one.key} ${one.title}` })),
    group: () => groups.map((one) => ({ id: one.id, version: one.version, says: one.title })),
    item: () => groups.flatMap((group) => group.items).map((one) => ({ id: one.id, version: one.version, says: one.text })),
    seat: () => seats.map((one) => ({ id: one.id, version: one.version, says: one.team ? `${one.role} · ${one.team}` : one.role })),
  }[part]();
  return found.find((one) => one.id === id) ?? null;
}

/** How much of some items would go out of sight. */
export function holdingsOf(items: readonly ItemPart[]): Pick<Retiring, "done" | "proofs" | "waivers"> {
  const sum = (of: (item: ItemPart) => number): number => items.reduce((all, item) => all + of(item), 0);
  return { done: items.filter(({ work }) => work === "done").length, proofs: sum(({ proofs }) => proofs), waivers: sum(({ waivers }) => waivers) };
}
