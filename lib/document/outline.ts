import type { LocatedHeading } from "./locate";
import { numbered } from "./plain";

export interface Heading { line: number; depth: number; words: string }

/** The document's title and, for any line, the headings above it that are its structure. */
export interface Outline {
  title: string;
  /** Innermost last; without the title, unless nothing else stands above the line. A heading's own line stands under what is above that heading. */
  above: (line: number) => Heading[];
}

/**
 * The title is the first heading when it is the only one of its depth and none is higher, or the only first-level
 * heading with tasks under it; else there is none but what the front matter says. No structure is invented: a
 * heading's depth only decides what it stands under.
 */
export function outlineOf(headings: Heading[], taskLines: number[], frontTitle: string | null): Outline {
  const title = titleOf(headings, taskLines);
  const paths: { line: number; path: Heading[] }[] = title ? [{ line: title.line, path: [title] }] : [];
  let open: Heading[] = [];
  for (const heading of headings) {
    if (heading === title) continue;
    open = [...open.filter((other) => other.depth < heading.depth), heading];
    paths.push({ line: heading.line, path: open });
  }
  paths.sort((one, other) => one.line - other.line);
  const own = new Map(paths.map(({ line, path }) => [line, path]));
  return {
    title: (title ? numbered(title.words).title : "") || (frontTitle ?? ""),
    above: (line) => own.get(line)?.slice(0, -1) ?? lastBefore(paths, line),
  };
}

function titleOf(headings: Heading[], taskLines: number[]): Heading | null {
  const [first] = headings;
  // What stands between tasks is a heading among them, however alone it is.
  const between = first !== undefined && headings.length === 1 && taskLines.some((line) => line < first.line) && taskLines.some((line) => line > first.line);
  if (first && !between && headings.slice(1).every((other) => other.depth > first.depth)) return first;
  const tops = headings.filter((heading) => heading.depth === 1);
  const bearing = tops.filter((top, at) => taskLines.some((line) => line > top.line && line < (tops[at + 1]?.line ?? Infinity)));
  const [only] = bearing;
  return only && bearing.length === 1 && only === tops[0] && taskLines.every((line) => line > only.line) ? only : null;
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
