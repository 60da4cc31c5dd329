import { onceEach } from "@/lib/domain/once-each";
import { conditionalOf } from "./conditional";
import { numbered, plain, undecorated } from "./plain";

/** Longest slug of one heading or item, in characters. */
const longest = 72;

/**
 * A piece of an address in any script: letters and digits kept, Latin accents folded, everything else a hyphen.
 * Empty when there is no letter or digit at all.
 */
export function slug(words: string): string {
  const text = undecorated(plain(words)).normalize("NFKD").toLowerCase()
    .replace(/([a-z])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const signs = [...text];
  if (signs.length <= longest) return text;
  const cut = signs.slice(0, longest).join("");
  return (cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut).replace(/-+$/, "");
}

/**
 * Gives every item its key: section, group and item as slugs. Independent of line numbers, of emoji, numbering and
 * conditions in brackets; the second of the same name gets `-2`.
 */
export function keyGiver(): (headings: string[], text: string, conditional: string | null) => string {
  const once = onceEach();
  return (headings, text, conditional) => {
    const words = conditional === null ? text : text.replace(`(${conditional})`, " ");
    const path = headings.map((heading) => slug(numbered(heading).title)).filter((part) => part !== "");
    return once([...path, slug(words) || slug(text) || "item"].join("/"));
  };
}

/**
 * Whether a key was made of words: of an item's, of a heading's above it (a group's words may be several headings', as `A › B`), of a
 * seat's team or role. Only as a whole part of the key, not of some of the words: those were others' too.
 */
export function madeOf(text: string): (key: string) => boolean {
  const headings = text.split(" › ");
  const conditional = conditionalOf(text);
  const words = [text, numbered(text).title, ...(conditional === null ? [] : [text.replace(`(${conditional})`, " ")])].map(slug);
  const made = new Set([...words, headings.map((heading) => slug(numbered(heading).title)).filter((part) => part !== "").join("-")].filter((part) => part !== ""));
  const most = headings.length;
  return (key) => {
    const parts = key.split("/");
    return parts.some((_, from) => parts.slice(from, from + most).some((__, more) => {
      const run = parts.slice(from, from + more + 1).join("-");
      // The second of the same key has a number behind its last part.
      return made.has(run) || (from + more + 1 === parts.length && made.has(run.replace(/-\d+$/, "")));
    }));
  };
}
