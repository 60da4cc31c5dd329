"use client";

import type { GroupPart, SectionPart } from "@/lib/domain/structure-view";
import { fill } from "../fill";
import { AddLine } from "./add-line";
import { ItemPartOf } from "./item-part";
import { beside, placeName } from "./moves";
import { PartForm, type Step } from "./part-form";
import { holdingsOf, type Editing } from "./structure-editor";

const headingButton = "w-full rounded-md px-2 py-1 text-left wrap-anywhere hover:bg-wash";

/** A section with its groups, each heading a button that opens its form. */
export function SectionPartOf({ section, editing }: { section: SectionPart; editing: Editing }) {
  const { launch, view, actions, words: { structure, common }, edits, open, setOpen } = editing;
  const items = section.groups.flatMap((group) => group.items);
  const name = placeName(section, null);
  const step = (tool: "up" | "down"): Step => {
    const before = beside(view.sections, section.id, tool);
    const go = before === undefined ? null : () => edits.make(section.id, "moved", name, () => actions.movePart({ launch, part: "section", id: section.id, before, version: section.version }));
    return { tool, call: structure[tool], name: fill(structure[`${tool}Of`], { words: name }), go };
  };
  const retire: Step = {
    tool: "retire", call: structure.retire, name: fill(structure.retireOf, { words: name }),
    go: () => editing.askRetire({ part: "section", id: section.id, words: name, items: items.length, ...holdingsOf(items) }),
  };
  return (
    <section aria-label={name} className="mb-7">
      <div data-part={section.id} className="border-b border-line py-1.5">
        <h2 className="text-[1rem] leading-snug tracking-tight">
          <button type="button" data-open={section.id} aria-label={fill(structure.editOf, { part: structure.part.section, words: `${section.key} ${section.title || structure.noHeading}` })} aria-expanded={open === section.id} onClick={() => setOpen(open === section.id ? null : section.id)} className={headingButton}>
            <span className="text-ink-3">{section.key}</span> {section.title || structure.noHeading}
          </button>
        </h2>
        {open === section.id ? (
          <PartForm
            label={structure.words.section} hint={null} text={section.title} version={section.version} busy={edits.busy} refused={edits.refused(section.id)} clear={edits.clear} overtaken={common.overtaken} close={() => setOpen(null)}
            save={(text, version) => edits.make(section.id, "reworded", text, () => actions.rewordPart({ launch, part: "section", id: section.id, text, version }), () => setOpen(null))}
            steps={[step("up"), step("down"), retire]} target={null} words={structure}
          />
        ) : null}
      </div>
      {section.groups.map((group) => <GroupPartOf key={group.id} section={section} group={group} editing={editing} />)}
      <div className="pt-2">
        <AddLine
          call={structure.addGroup} name={fill(structure.addGroupTo, { place: name })} label={structure.newGroup} hint={structure.headingHint} words={structure} busy={edits.busy} refused={edits.refused(`group in ${section.id}`)?.sentence ?? null}
          add={(title, then) => edits.make(`group in ${section.id}`, "added", title, () => actions.addGroup({ launch, section: section.id, title }), then)}
        />
      </div>
    </section>
  );
}

function GroupPartOf({ section, group, editing }: { section: SectionPart; group: GroupPart; editing: Editing }) {
  const { launch, view, actions, words: { structure, common }, edits, open, setOpen } = editing;
  const name = placeName(section, group);
  const own = group.title.split(" › ").at(-1) ?? "";
  // Items right under a section's heading stand before its groups: their group has no heading to move.
  const titled = section.groups.filter((one) => one.title !== "");
  const move = (to: string, before: string | null) => () => edits.make(group.id, "moved", own, () => actions.moveGroup({ launch, group: group.id, section: to, before, version: group.version }));
  const step = (tool: "up" | "down"): Step => {
    const before = beside(titled, group.id, tool);
    return { tool, call: structure[tool], name: fill(structure[`${tool}Of`], { words: own || name }), go: before === undefined ? null : move(section.id, before) };
  };
  const retire: Step = {
    tool: "retire", call: structure.retire, name: fill(structure.retireOf, { words: own || name }),
    go: () => editing.askRetire({ part: "group", id: group.id, words: own || name, items: group.items.length, ...holdingsOf(group.items) }),
  };
  const places = view.sections.filter(({ id }) => id !== section.id).map((one) => ({ id: one.id, name: placeName(one, null) }));
  const empty = group.title === "" && group.items.length === 0;
  return (
    <div>
      {empty ? null : (
        <div data-part={group.id} className="pt-2">
          <h3 className="text-small font-normal text-ink-3">
            <button type="button" data-open={group.id} aria-label={fill(structure.editOf, { part: structure.part.group, words: group.title || structure.noHeading })} aria-expanded={open === group.id} onClick={() => setOpen(open === group.id ? null : group.id)} className={headingButton}>
              {group.title || structure.noHeading}
            </button>
          </h3>
          {open === group.id ? (
            <PartForm
              label={structure.words.group} hint={null} text={own} version={group.version} busy={edits.busy} refused={edits.refused(group.id)} clear={edits.clear} overtaken={common.overtaken} close={() => setOpen(null)}
              save={(text, version) => edits.make(group.id, "reworded", text, () => actions.rewordPart({ launch, part: "group", id: group.id, text, version }), () => setOpen(null))}
              steps={group.title === "" ? [retire] : [step("up"), step("down"), retire]} words={structure}
              target={group.title === "" || places.length === 0 ? null : { label: `${structure.moveTo}: ${own}`, places, go: (to) => move(to, null)() }}
            />
          ) : null}
        </div>
      )}
      <ul>{group.items.map((item) => <ItemPartOf key={item.id} group={group} item={item} editing={editing} />)}</ul>
      <AddLine
        call={structure.addItem} name={fill(structure.addItemTo, { place: name })} label={fill(structure.newItem, { place: name })} hint={structure.addHint} words={structure} busy={edits.busy} refused={edits.refused(`item in ${group.id}`)?.sentence ?? null}
        add={(text, then) => edits.make(`item in ${group.id}`, "added", text, () => actions.addItem({ launch, group: group.id, parent: null, before: null, text }), then)}
      />
    </div>
  );
}
