"use client";

import type { GroupPart, ItemPart } from "@/lib/domain/structure-view";
import { fill } from "../fill";
import { Button } from "../ui/button";
import { InlineText } from "../ui/inline-text";
import { AddLine } from "./add-line";
import { directions, placesIn, stepOf, type ItemMove } from "./moves";
import { PartForm, type Step } from "./part-form";
import { holdingsOf, type Editing } from "./structure-editor";

/** An item as words; chosen, as a form with what can be done with it. */
export function ItemPartOf({ group, item, editing }: { group: GroupPart; item: ItemPart; editing: Editing }) {
  const { launch, view, actions, words: { structure, common }, edits, open, setOpen } = editing;
  const { id, text, version } = item;
  const move = (to: ItemMove) => () => edits.make(id, "moved", text, () => actions.moveItem({ launch, item: id, version, ...to }));
  const steps = directions.map((tool): Step => {
    const to = stepOf(group, item, tool);
    return { tool, call: structure[tool], name: fill(structure[`${tool}Of`], { words: text }), go: to && move(to) };
  });
  const under = { tool: "under", call: structure.under, name: fill(structure.underOf, { words: text }), go: () => setOpen(`under ${id}`) };
  const family = familyIn(group, item);
  const retire: Step = {
    tool: "retire", call: structure.retire, name: fill(structure.retireOf, { words: text }),
    go: () => editing.askRetire({ part: "item", id, words: text, items: family.length - 1, ...holdingsOf(family) }),
  };
  const places = placesIn(view).filter((place) => place.id !== group.id);
  const says = (editing.offers[id] ?? []).map((offer) => {
    const gone = offer.says === null;
    const value = offer.field === "window" && !gone ? common.window[windowOf(offer.says ?? "", common.window)] : (offer.says ?? "");
    return { field: offer.field, words: fill(structure.says[gone ? (`${offer.field}Gone` as const) : offer.field], { says: value }) };
  }).filter((one) => one.words !== "");
  return (
    <li data-part={id} style={{ paddingInlineStart: `${item.depth * 1.25}rem` }}>
      {open === id ? (
        <PartForm
          label={structure.words.item} hint={structure.rewordHint} text={text} version={version} busy={edits.busy} refused={edits.refused(id)} clear={edits.clear} overtaken={common.overtaken} close={() => setOpen(null)}
          save={(typed, seen) => edits.make(id, "reworded", typed, () => actions.rewordPart({ launch, part: "item", id, text: typed, version: seen }), () => setOpen(null))}
          steps={[...steps, under, retire]} target={places.length > 0 ? { label: `${structure.moveTo}: ${text}`, places, go: (to) => move({ group: to, parent: null, before: null })() } : null} words={structure}
        >
          <p className="text-small text-ink-3 pointer-coarse:hidden">{structure.keys}</p>
        </PartForm>
      ) : (
        <button type="button" data-open={id} aria-label={fill(structure.editOf, { part: structure.part.item, words: text })} onClick={() => setOpen(id)} className="w-full rounded-md px-2 py-1.5 text-left wrap-anywhere hover:bg-wash pointer-coarse:min-h-11">
          <InlineText text={text} />
        </button>
      )}
      {says.map(({ field, words }) => (
        <p key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 pb-1.5 text-note text-warn">
          <span>{words}</span>
          <Button
            small aria-label={fill(structure.says.takeOf, { words: text, says: words })} aria-disabled={edits.busy}
            onClick={() => edits.make(`says ${id}`, "followed", text, () => actions.followWords({ launch, item: id, field, version }))}
          >{structure.says.take}</Button>
        </p>
      ))}
      {edits.refused(`says ${id}`) ? <p role="alert" className="px-2 text-small text-stop">{edits.refused(`says ${id}`)?.sentence}</p> : null}
      {open === `under ${id}` ? (
        <div className="ps-5">
          <AddLine
            open call={structure.under} name={fill(structure.underOf, { words: text })} label={fill(structure.underOf, { words: text })} hint={`${structure.underHint} ${structure.addHint}`} words={structure} busy={edits.busy}
            refused={edits.refused(`under ${id}`)?.sentence ?? null} onClose={() => setOpen(null)}
            add={(typed, then) => edits.make(`under ${id}`, "added", typed, () => actions.addItem({ launch, group: group.id, parent: id, before: null, text: typed }), then)}
          />
        </div>
      ) : null}
    </li>
  );
}

function windowOf<W extends string>(said: string, words: Readonly<Record<W, string>>): W {
  const known = (Object.keys(words) as W[]).find((one) => one === said); // exactly the catalogue's keys
  if (!known) throw new Error(`There is no window "${said}".`);
  return known;
}

/** An item and all that is nested in it. */
function familyIn(group: GroupPart, item: ItemPart): ItemPart[] {
  const found = [item];
  for (const one of found) found.push(...group.items.filter((other) => other.parentId === one.id));
  return found;
}
