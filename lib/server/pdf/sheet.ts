import PDFDocument from "pdfkit";
import { outlinesOf, type MarkLook } from "@/lib/looks/shapes";
import type { Face } from "./faces";
import { rightToLeftMark } from "./fonts";
import { palette, toneColour, type Colour } from "@/lib/looks/palette";
import type { Line, Setter } from "./set-text";

/** How a text looks. Sizes in points; `leading` is the distance of two lines. */
export interface Type { face: Face; size: number; leading: number; colour: Colour }

export const margin = { top: 48, bottom: 54, side: 45 } as const;
/** An A4 page in points. */
const page = { width: 595.28, height: 841.89 } as const;
export const column = page.width - 2 * margin.side;
/** The height that a page has for its contents. */
export const pageful = page.height - margin.top - margin.bottom;

type Doc = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** What a document says of itself; `at` is the moment it was made from, so that the same state gives the same file. */
export interface About { title: string; subject: string; language: string; creator: string; at: Date }

/** Pages one after another, a place to write at, and the tags that say what is what to a screen reader. */
export class Sheet {
  readonly doc: Doc;
  readonly root: Element;
  /** Where the next thing begins, from the top of the page. */
  y: number = margin.top;
  private readonly chunks: Uint8Array[] = [];
  private readonly known = new Set<string>();

  constructor(readonly setter: Setter, about: About) {
    this.doc = new PDFDocument({
      size: "A4", margin: 0, bufferPages: true, autoFirstPage: true, tagged: true, pdfVersion: "1.7", lang: about.language, displayTitle: true,
      // No font of pdfkit's own: it would be named in the file and not be in it.
      font: null as unknown as string, // its types know names only; null is its own word for none
      info: { Title: about.title, Subject: about.subject, Creator: about.creator, Producer: about.creator, CreationDate: about.at, ModDate: about.at },
    });
    this.doc.on("data", (chunk: Uint8Array) => this.chunks.push(chunk));
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  /** A new page, unless so much still fits on this one. */
  ensure(height: number): boolean {
    if (this.y + height <= page.height - margin.bottom || this.y === margin.top) return false;
    this.turn();
    return true;
  }

  turn(): void {
    this.doc.addPage();
    this.y = margin.top;
  }

  /** What is left of this page. */
  get left(): number {
    return page.height - margin.bottom - this.y;
  }

  lines(text: string, { face, size }: Type, width: number): Line[] {
    return this.setter.linesOf(text, face, size, width);
  }

  /** Writes a line whose letters stand on `baseline`, between `x` and `x + width`. */
  line(line: Line, type: Type, x: number, baseline: number, width: number, align: "start" | "end" = "start"): void {
    const atEnd = (align === "end") !== line.rightToLeft;
    let at = atEnd && Number.isFinite(width) ? x + Math.max(0, width - line.width) : x;
    this.doc.fillColor(palette[type.colour]);
    // Letters that stand from right to left, and shapes shared by several letters, would be copied and read aloud wrong.
    if (line.said !== null) this.doc.markContent("Span", { actual: line.said });
    for (const { text, font, rightToLeft, width: wide } of line.runs) {
      if (!this.known.has(font.name)) {
        this.known.add(font.name);
        // pdfkit takes an opened font as well, though its types know files only.
        this.doc.registerFont(font.name, font.source as unknown as Buffer);
      }
      this.doc.font(font.name, type.size).text(rightToLeft ? rightToLeftMark + text : text, at, baseline, { lineBreak: false, baseline: "alphabetic", ...(rightToLeft ? { features: [] } : {}) });
      at += wide;
    }
    if (line.said !== null) this.doc.endMarkedContent();
  }
  /** A state's shape, `size` points wide, drawn as decoration: its word stands beside it. */
  mark({ shape, tone }: MarkLook, x: number, y: number, size: number): void {
    const { doc } = this;
    const colour = palette[toneColour[tone]];
    doc.save().translate(x, y).scale(size / 16).lineCap("round").lineJoin("round");
    for (const { d, fill, width, dash } of outlinesOf(shape)) {
      doc.path(d);
      if (fill) doc.fill(colour);
      else {
        doc.lineWidth(width ?? 1.5);
        if (dash) doc.dash(dash[0], { space: dash[1] });
        doc.stroke(colour).undash();
      }
    }
    doc.restore();
  }

  /** A hairline across the column, or a part of it. */
  rule(y: number, x: number = margin.side, width: number = column): void {
    this.doc.lineWidth(0.6).moveTo(x, y).lineTo(x + width, y).stroke(palette.line);
  }

  /** What is no part of the text: rules, bars, page numbers. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Text that belongs to a tag, on this page. */
  tagged(parent: Element, tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    parent.add(content);
  }

  /** Lines one below the other as one tag, over as many pages as they need. */
  block(tag: string, lines: readonly Line[], type: Type, { x = margin.side, width = column, after = 0 }: { x?: number; width?: number; after?: number } = {}): void {
    const element = this.doc.struct(tag);
    this.root.add(element);
    for (let from = 0; from < lines.length;) {
      this.ensure(type.leading);
      const fit = Math.max(1, Math.floor(this.left / type.leading));
      const here = lines.slice(from, from + fit);
      this.tagged(element, tag, () => {
        for (const line of here) {
          this.line(line, type, x, this.y + baselineOf(type), width);
          this.y += type.leading;
        }
      });
      from += here.length;
    }
    element.end();
    this.y += after;
  }

  /** Writes on every page once all are there, then gives the file. */
  async finish(footer: (page: number, of: number) => void): Promise<Uint8Array> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let at = start; at < start + count; at += 1) {
      this.doc.switchToPage(at);
      this.artifact(() => footer(at - start + 1, count), "Pagination");
    }
    this.root.end();
    const ended = new Promise((resolve) => this.doc.on("end", resolve));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }
}

/** From the top of a line to where its letters stand. */
export function baselineOf({ size, leading }: Type): number {
  return (leading - size) / 2 + size * 0.79;
}
