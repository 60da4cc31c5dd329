import { readItemNotes } from "./item-notes";
import type { Reading } from "./reading";
import type { OutlineSection } from "./view";

/** The document's own structure, as an outline. */
export function outlineIn(reading: Pick<Reading, "sections">): OutlineSection[] {
  let groups = 0;
  return reading.sections.map((section, from) => ({
    from, title: section.title,
    groups: section.groups.map((group) => {
      const places = new Map(group.items.map((item, at) => [item.key, at]));
      return {
        from: (groups += 1) - 1, title: group.title,
        items: group.items.map((item) => ({ from: item.key, text: item.text, parent: item.parentKey === null ? null : (places.get(item.parentKey) ?? null), state: null })),
      };
    }),
  }));
}

/** Words as they can stand behind a box: on one line, nothing at their end that reads as a note, never empty. */
export function settleWords(text: string): string {
  let words = text.replace(/<!--.*?-->/gs, "").replace(/[\s\u0085]+/g, " ").trim();
  for (let at = readItemNotes(words).from; at < words.length; at = readItemNotes(words).from) {
    words = `${words.slice(0, at)}${words.slice(at).replace(/[—–]/, "-")}`;
  }
  return words === "" ? "…" : words;
}

/** Whether an outline is the document's own, word for word. */
export function isOwnOutline(reading: Pick<Reading, "sections">, wanted: readonly OutlineSection[]): boolean {
  return shape(outlineIn(reading)) === shape(wanted);
}

function shape(outline: readonly OutlineSection[]): string {
  return JSON.stringify(outline.map(({ from, title, groups }) => [from, title, groups.map((group) => [
    group.from, group.title, group.items.map((item) => [item.from, settleWords(item.text), item.parent]),
  ])]));
}

/** What a reading must show for an outline to have been written: the words in their order, and under which headings. */
export function wordsIn(reading: Pick<Reading, "sections">): string[] {
  return wantedWords(outlineIn(reading));
}

export function wantedWords(outline: readonly OutlineSection[]): string[] {
  return outline.flatMap((section) => section.groups.flatMap((group) => group.items.map((item) => [section.title, group.title, settleWords(item.text)].join("\n"))));
}

/** The same and more: what is nested in what, and which headings of one wording are two. */
export function shapeIn(outline: readonly OutlineSection[]): string {
  return JSON.stringify(outline.map((section) => [section.title, section.groups.map((group) => [group.title, group.items.map((item) => [settleWords(item.text), item.parent])])]));
}
