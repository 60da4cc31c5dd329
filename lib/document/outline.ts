import type { LocatedHeading } from "./locate";
import { numbered } from "./plain";

export interface Heading { line: number; depth: number; words: string }

/** The document's title and, for any line, the headings above it that are its structure. */
export interface Outline {
  title: string;
  /** Innermost last; without the title, unless nothing else stands above the line. */
  above: (line: number) => Heading[];
}

/**
 * The title is the first heading when it is the only one of its depth and none is higher; else there is none but
 * what the front matter says. No structure is invented: a heading's depth only decides what it stands under.
 */
export function outlineOf(headings: Heading[], frontTitle: string | null): Outline {
  const [first] = headings;
  const isTitle = first !== undefined && headings.slice(1).every((other) => other.depth > first.depth);
  const rest = isTitle ? headings.slice(1) : headings;
  const paths: { line: number; path: Heading[] }[] = [];
  let path: Heading[] = isTitle && first ? [first] : [];
  if (isTitle && first) paths.push({ line: first.line, path });
  let open: Heading[] = [];
  for (const heading of rest) {
    open = [...open.filter((other) => other.depth < heading.depth), heading];
    path = open;
    paths.push({ line: heading.line, path });
  }
  return {
    title: (isTitle && first ? numbered(first.words).title : "") || (frontTitle ?? ""),
    above: (line) => lastBefore(paths, line),
  };
}

function lastBefore(paths: { line: number; path: Heading[] }[], line: number): Heading[] {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return paths[low - 1]?.path ?? [];
}

/** Headings with their words, several lines joined. */
export function headingsOf(text: string, located: LocatedHeading[], mended: (words: string) => string): Heading[] {
  return located.map(({ line, depth, words }) => ({
    line, depth, words: mended(text.slice(words.from, words.to)).replace(/[\r\n]+[ \t>]*/g, " ").replace(/[ \t]+#+[ \t]*$/, ""),
  }));
}
