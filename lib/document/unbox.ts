import type { ItemPlace } from "./reading";

/** Words that are nothing but words wherever a line begins with them: no list, heading, code block, rule, comment or box. */
const plainStart = /^(?:[^\p{ASCII}]|[a-z("'&]|\d+(?![\d.)])|(?:\*\*?|__?|~~?|``?)[^\s*_~`]|\[[^\]^]{2,}\]\()/iu;

/** What stands on a line in place of a box that goes, and how many blanks behind the box go with it. */
export interface InPlaceOfBox { text: string; blanks: number }

/**
 * How a list item loses its box and stays a list item. `behind`: the rest of its line. The box had made a paragraph of it: where
 * it is none without (it is blank, so that the words on the next line are no longer the item's, or it would open a list, code
 * or a comment and swallow what is nested), "…" takes the box's place. A mark of another kind leaves its cell or place empty.
 */
export function inPlaceOfBox({ marks }: Pick<ItemPlace, "marks">, behind: string): InPlaceOfBox {
  const words = behind.replace(/^[ \t]+/, "");
  const blanks = behind.length - words.length;
  if (marks) return { text: "", blanks: Math.min(1, blanks) };
  if (plainStart.test(words)) return { text: "", blanks };
  return { text: words === "" ? "…" : "… ", blanks };
}
