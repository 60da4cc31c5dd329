import fc from "fast-check";
import type { Node, Parent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { itemsOf } from "./reading";
import { bytesOf, read, seed, view } from "./testing/documents";
import { anyState } from "./testing/nasty";
import { writeDocument } from "./write";

const plain = new TextDecoder().decode(seed());
const documents = {
  "the built-in checklist": plain, "with a byte order mark": `\uFEFF${plain}`, "with tabs behind its bullets": plain.replace(/^(\s*[-*+]) \[/gm, "$1\t[").replace(/\] /g, "]\t"),
  "with Windows line ends": plain.replace(/\r?\n/g, "\r\n"),
};
const isParent = (node: Node): node is Parent => "children" in node;
const blocks = new Set(["root", "heading", "list", "listItem", "code", "table", "tableRow", "tableCell", "blockquote", "thematicBreak", "html", "paragraph", "definition", "footnoteDefinition"]);

/** The blocks of a document as GitHub's parser sees them, and whether each item is one with a box. */
function shape(node: Node): unknown {
  const inside = isParent(node) ? node.children.filter(({ type }) => blocks.has(type)).map(shape) : [];
  const boxed = "checked" in node && typeof node.checked === "boolean" ? " with a box" : "";
  // HTML that stands in a line is a part of its paragraph.
  return node.type === "paragraph" || inside.length === 0 ? node.type + boxed : [node.type + boxed, inside];
}

const parsed = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

describe.each(Object.entries(documents))("%s", (_name, text) => {
  test("after thirty changes renders on GitHub as the same blocks with the same boxes, none of them but [ ] and [x]", () => {
    const reading = read(bytesOf(text));
    const items = itemsOf(reading);
    const before = shape(parsed(text));
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(items.length - 1), anyState), { minLength: 30, maxLength: 30 }), (changes) => {
      const written = writeDocument(reading, view(Object.fromEntries(changes.map(([at, state]) => [items[at]?.key ?? "", state]))));
      expect(shape(parsed(written))).toEqual(before);
      expect(written.match(/^[\s>]*(?:[-*+]|\d+[.)])\s+\[(?![ x]\])[^\]]?\]/gm)).toBeNull();
      expect(itemsOf(read(bytesOf(written))).map(({ key }) => key)).toEqual(items.map(({ key }) => key));
    }), { numRuns: 12 });
  }, 120_000);
});
