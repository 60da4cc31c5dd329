import type { List, ListItem, Nodes, Paragraph } from "mdast";
import type { Applicability, Day, Work } from "@/lib/domain/state";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Line } from "./lines";
import { lineAt } from "./lines";
import type { Span } from "./reading";
import { split, usualAim, type Chunk } from "./split";

export interface LocatedTask {
  line: number;
  checked: boolean;
  /** From `[` to after `]`. */
  box: Span;
  /** The item's first paragraph, from after the box. */
  words: Span;
  /** Code and HTML inside those words: nothing may be written into them. */
  closed: Span[];
  /** The whole list item. */
  extent: Span;
  /** Index of the nearest task above it. */
  parent: number | null;
  /** For an item read by choice: its marks, what its mark claims, where its words end if before the line does. */
  marks?: { done: string; open: string };
  claims?: { work?: Work; applicability?: Applicability | null };
  end?: number;
  /** Its words are a heading's. */
  heading?: boolean;
  /** Its words are a table's cell, its mark stands in another. */
  cell?: boolean;
  /** Owner and date as its words or cells say them, where that is read. */
  said?: { owner: string | null; due: Day | null };
  /** "Should" in its words is read as advice. */
  advised?: boolean;
}
export interface LocatedHeading { line: number; depth: number; words: Span }
export interface LocatedBlock { kind: "paragraph" | "code" | "quote" | "list" | "table" | "other"; line: number; span: Span; fenced: boolean }
/** Everything a reading needs to know about where things stand; root headings and blocks only. */
export interface Located { tasks: LocatedTask[]; headings: LocatedHeading[]; blocks: LocatedBlock[] }

/** Emphasis and links cost the most, can be made super-linear, and say nothing about where an item stands. */
const unneeded = [
  "attention", "characterReference", "labelEnd", "labelStartImage", "labelStartLink", "strikethrough",
  "wwwAutolink", "protocolAutolink", "emailAutolink",
];
// The transforms turn bare addresses into links without positions, and are not needed either.
const positioned = gfmFromMarkdown().map(({ transforms: _transforms, ...rest }) => rest);
const options = { extensions: [gfm(), { disable: { null: unneeded } }], mdastExtensions: [positioned] };

/** Finds tasks, headings and root blocks as GitHub's grammar has them. Positions only; `start` is a line index. */
export function locate(text: string, lines: Line[], start: number, aim = usualAim): Located {
  const found: Located = { tasks: [], headings: [], blocks: [] };
  for (const chunk of split(text, lines, start, aim)) locateChunk(text, lines, chunk, found);
  return found;
}

function locateChunk(text: string, lines: Line[], chunk: Chunk, found: Located): void {
  const source = text.slice(chunk.from, chunk.to);
  // The parser swallows a byte order mark at the very beginning without counting it.
  const base = chunk.from + (source.startsWith("\ufeff") ? 1 : 0);
  const tree = fromMarkdown(source, options);
  const span = (node: Nodes): Span => ({ from: base + (node.position?.start.offset ?? 0), to: base + (node.position?.end.offset ?? 0) });
  for (const node of tree.children) {
    const at = span(node);
    const line = lineAt(lines, at.from);
    if (node.type === "heading") {
      const [head, tail] = [node.children[0], node.children.at(-1)];
      const words = head && tail ? { from: span(head).from, to: span(tail).to } : { from: at.to, to: at.to };
      found.headings.push({ line, depth: node.depth, words });
    }
    const kind = node.type === "paragraph" || node.type === "code" || node.type === "list" || node.type === "table" ? node.type : node.type === "blockquote" ? "quote" : "other";
    found.blocks.push({ kind, line, span: at, fenced: kind === "code" && /^ {0,3}[`~]/.test(text.slice(at.from, at.to)) });
  }
  locateTasks(tree, span, text, lines, found.tasks);
}

/** An explicit stack: depth is the document's, not ours. Children are pushed in reverse, so order is the document's. */
function locateTasks(tree: Nodes, span: (node: Nodes) => Span, text: string, lines: Line[], tasks: LocatedTask[]): void {
  const stack: { node: Nodes; parent: number | null }[] = [{ node: tree, parent: null }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node } = next;
    let { parent } = next;
    if (node.type === "listItem" && typeof node.checked === "boolean") {
      tasks.push(taskOf(node, node.checked, parent, span, text, lines));
      parent = tasks.length - 1;
    }
    if (!isContainer(node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) stack.push({ node: child, parent });
    }
  }
}

type Container = Extract<Nodes, { type: "root" | "blockquote" | "footnoteDefinition" }> | List | ListItem;
function isContainer(node: Nodes): node is Container {
  return node.type === "root" || node.type === "blockquote" || node.type === "footnoteDefinition" || node.type === "list" || node.type === "listItem";
}

/** Without blank lines at its end, which belong to nobody. */
function trimmed({ from, to }: Span, text: string): Span {
  let end = to;
  while (end > from && /[ \t\r\n]/.test(text.charAt(end - 1))) end -= 1;
  return { from, to: end };
}

function taskOf(node: ListItem, checked: boolean, parent: number | null, span: (node: Nodes) => Span, text: string, lines: Line[]): LocatedTask {
  const open = text.indexOf("[", span(node).from);
  const box = { from: open, to: text.indexOf("]", open) + 1 };
  const paragraph = node.children.find((child): child is Paragraph => child.type === "paragraph");
  const to = paragraph ? Math.max(box.to, span(paragraph).to) : box.to;
  const closed = (paragraph?.children ?? []).filter((child) => child.type === "inlineCode" || child.type === "html").map(span);
  return { line: lineAt(lines, open), checked, box, words: { from: box.to, to }, closed, extent: trimmed(span(node), text), parent };
}
