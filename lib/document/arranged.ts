import { moveBlocks } from "./move-blocks";
import { itemsOf, type Reading } from "./reading";
import type { OutlineSection } from "./view";

interface Arranged { reading: Reading; outline: readonly OutlineSection[] }

/**
 * A reading of the document with its sections and groups in the outline's order already, and the outline in that reading's terms; as
 * they are where none moves, or where moving them reads back as anything else.
 */
export function arranged(reading: Reading, outline: readonly OutlineSection[], read: (text: string) => Reading | null): Arranged {
  const asIs = { reading, outline };
  const moved = moveBlocks(reading, outline);
  const next = moved && read(moved.text);
  if (!moved || !next) return asIs;
  const items = itemsOf(reading);
  const byLine = new Map(itemsOf(next).map((item) => [item.line, item]));
  if (byLine.size !== items.length) return asIs;
  const keys = new Map<string, string>();
  for (const item of items) {
    const found = byLine.get(moved.lines.get(item.line) ?? -1);
    if (found?.text !== item.text) return asIs;
    keys.set(item.key, found.key);
  }
  const places = placesIn(next);
  const [sections, groups] = [new Map<number, number>(), new Map<number, number>()];
  let at = 0;
  for (const [section, { groups: own }] of reading.sections.entries()) {
    for (const { items: [first] } of own) {
      const place = first && places.get(keys.get(first.key) ?? "");
      if (place) groups.set(at, place.group);
      at += 1;
    }
    // A group may have left its section: only what stays tells where that is now.
    const line = moved.lines.get(reading.sections[section]?.line ?? -1);
    const now = next.sections.findIndex((one) => one.line !== null && one.line === line);
    if (now >= 0) sections.set(section, now);
  }
  return {
    reading: next,
    outline: outline.map((section) => ({
      ...section, from: section.from === null ? null : (sections.get(section.from) ?? null),
      groups: section.groups.map((group) => ({
        ...group, from: group.from === null ? null : (groups.get(group.from) ?? null),
        items: group.items.map((item) => ({ ...item, from: item.from === null ? null : (keys.get(item.from) ?? null) })),
      })),
    })),
  };
}

function placesIn(reading: Reading): Map<string, { group: number }> {
  const groups = reading.sections.flatMap((section) => section.groups);
  return new Map(groups.flatMap((group, at) => group.items.map((item) => [item.key, { group: at }] as const)));
}

/** The outline with groups that left their place as new ones there: their items move one by one under headings made for them. */
export function remade(reading: Reading, outline: readonly OutlineSection[]): OutlineSection[] {
  const home = reading.sections.flatMap((section, at) => section.groups.map((group) => ({ at, untitled: group.line === null })));
  let [lastSection, lastGroup] = [-1, -1];
  return outline.map((section) => {
    const stands = section.from !== null && section.from > lastSection;
    if (stands && section.from !== null) lastSection = section.from;
    return {
      ...section, from: stands ? section.from : null,
      groups: section.groups.map((group) => {
        const was = group.from === null ? undefined : home[group.from];
        // A title for items that had none is a heading to be made.
        const keeps = stands && was?.at === section.from && group.from !== null && group.from > lastGroup && !(was.untitled && group.title !== "");
        if (keeps && group.from !== null) lastGroup = group.from;
        return { ...group, from: keeps ? group.from : null };
      }),
    };
  });
}
