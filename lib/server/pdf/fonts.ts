import { readFileSync } from "node:fs";
import path from "node:path";
import * as fontkit from "fontkit";
import { candidates, pathOf, type Face, type FontFile } from "./faces";
import { unpackWoff } from "./unpack-woff";

/** A font as it is used in one document: opened at its first letter. */
export interface Opened {
  name: string;
  /** What pdfkit is given: its `layout` takes direction marks from us. */
  source: fontkit.Font;
  has: (letter: number) => boolean;
  /** Width of a text set in it, in thousandths of its size. */
  widthOf: (text: string, rightToLeft: boolean) => number;
}

/** Stands before a text that runs from right to left; no font is asked for it. */
export const rightToLeftMark = "\u202b";

/** Letters without a shape of their own: joiners, selectors, direction marks, soft hyphens. They need no font. */
const shapeless = /^[\p{Default_Ignorable_Code_Point}]$/u;
export const isShapeless = (letter: number): boolean => shapeless.test(String.fromCodePoint(letter));

/** The fonts of one document, which is Japanese or not. `modules` is the folder `node_modules` that holds the files. */
export class Fonts {
  private readonly opened = new Map<string, Opened>();

  constructor(private readonly modules: string, private readonly japanese = false) {}

  /** The first font of the face that has every letter of a cluster (what a reader takes for one letter); `null` = none has. */
  fontOf(cluster: string, face: Face): Opened | null {
    const letters = [...cluster].map((one) => one.codePointAt(0) ?? 0).filter((letter) => !isShapeless(letter));
    for (const file of candidates(cluster, face, this.japanese)) {
      const font = this.open(file);
      if (letters.every(font.has)) return font;
    }
    return null;
  }

  private open(file: FontFile): Opened {
    const known = this.opened.get(file.name);
    if (known) return known;
    const font = openFont(path.join(this.modules, pathOf(file.name)));
    const widths = new Map<string, number>();
    const scale = 1000 / font.unitsPerEm;
    const layout = layoutOf(font);
    const made: Opened = {
      name: file.name,
      // pdfkit tells fonts apart by this name, and files of one family share theirs.
      source: Object.create(font, { postscriptName: { value: file.name }, layout: { value: layout } }) as fontkit.Font, // the font itself, with two words of ours
      has: (letter) => font.hasGlyphForCodePoint(letter),
      widthOf: (text, rightToLeft) => {
        const key = rightToLeft ? rightToLeftMark + text : text;
        const kept = widths.get(key);
        if (kept !== undefined) return kept;
        const width = layout(key).advanceWidth * scale;
        widths.set(key, width);
        return width;
      },
    };
    this.opened.set(file.name, made);
    return made;
  }
}

function openFont(file: string): fontkit.Font {
  const font = fontkit.create(unpackWoff(readFileSync(file)));
  if ("fonts" in font) throw new Error(`${file} is a collection of fonts.`);
  return font;
}

/** Lays a text out in the direction its mark says; what has no shape takes no place. */
function layoutOf(font: fontkit.Font): (text: string, features?: string[]) => fontkit.GlyphRun {
  return (text, features) => {
    const rightToLeft = text.startsWith(rightToLeftMark);
    const run = font.layout(rightToLeft ? text.slice(1) : text, features, undefined, undefined, rightToLeft ? "rtl" : "ltr");
    // Without rules of its own a font leaves its letters in the order in which they are read.
    if (rightToLeft && !("GSUB" in font && font.GSUB) && !("GPOS" in font && font.GPOS)) {
      run.glyphs.reverse();
      run.positions.reverse();
    }
    return run;
  };
}
