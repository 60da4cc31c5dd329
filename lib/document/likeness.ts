import { plain } from "./plain";

/** Words that say nothing about what an item is: grammar, and how well something went. */
const filler = new Set(("a an the and or of for to in on at by with from is are be been was were has have all any each its it this that as " +
  "el la los las un una y o de del al a en por para con es son se su sus que").split(" "));
const manner = /^.{3,}(?:ly|mente)$/;
const endings = ["aciones", "ations", "ación", "ation", "ions", "ings", "ing", "ión", "ion", "ados", "adas", "ado", "ada", "ed", "es", "ar", "s", "e"];

/** A word's stem, crudely: enough that "restoration" and "restore" are one word. */
function stem(word: string): string {
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length);
  }
  return word;
}

/** A text's words in small letters. */
function wordsIn(text: string): string[] {
  return plain(text).toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The stems of a text's words in their order, without fillers and adverbs of manner. */
export function stemsOf(text: string): string[] {
  return wordsIn(text).filter((word) => !filler.has(word) && !manner.test(word)).map(stem);
}

/**
 * What two texts must share, all of it, to be near repeats: the stems of their words in any order, without fillers
 * and adverbs of manner. So "Backup restoration tested successfully" is "Backup and restore tested", while texts
 * that put one thing in another's place ("Auth service …", "Order service …") never meet. `null` below two words.
 */
export function likeness(text: string): string | null {
  const stems = stemsOf(text);
  return stems.length < 2 ? null : stems.sort().join(" ");
}

/** The same words, unbent, in another order swap places ("copy from A to B", "copy from B to A"): no repeat. */
export function roles(text: string): string {
  return wordsIn(text).sort().join(" ");
}

/** Exactly the same words, but for capitals and blanks. */
export function sameness(text: string): string {
  return plain(text).toLowerCase();
}

/** Things under what they have in common, in their order. Node 20 has no `Map.groupBy`. */
export function gathered<Thing, Key>(things: Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const found = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const same = found.get(key);
    if (same) same.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}
