import type { Item, LaunchState } from "./state";
import { liveItems } from "./survey";
import { wordsIn } from "./words-in";

/** What is searched for: an item's key, or the address of its page. */
function keyIn(said: string): string {
  const path = said.replace(/[?#].*$/, "").replace(/^.*\/items\//, "");
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign in somebody's words is no address.
    return path;
  }
}

/**
 * The items that `item` could be linked with, as somebody names one: by its key or address, which is that one alone, or by words of it or
 * of its headings, those that hold all words themselves first. In the document's order; `most` of them, and how many more there are.
 * What shares its proof already is none of them.
 */
export function findOthers(state: LaunchState, item: Pick<Item, "id" | "link">, said: string, most: number): { found: Item[]; more: number } {
  const wanted = said.trim();
  if (wanted === "") return { found: [], more: 0 };
  const others = liveItems(state).filter((one) => one.id !== item.id && (item.link === null || one.link !== item.link));
  const key = keyIn(wanted);
  const named = others.find((one) => one.key === key || one.id === key);
  if (named) return { found: [named], more: 0 };
  const own = others.filter(({ text }) => wordsIn(text, wanted));
  const under = others.filter((one) => !own.includes(one) && wordsIn(`${state.section[one.sectionId]?.title ?? ""} ${state.group[one.groupId]?.title ?? ""} ${one.text}`, wanted));
  const all = [...own, ...under];
  return { found: all.slice(0, most), more: Math.max(0, all.length - most) };
}
