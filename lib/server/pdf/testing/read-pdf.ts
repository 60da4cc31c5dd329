import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface Piece { text: string; x: number; y: number; width: number; font: string }
export interface OpenedPdf {
  pages: { pieces: Piece[]; width: number; height: number }[];
  /** All pieces in the order in which they were written, with single spaces between them. */
  text: string;
  info: Record<string, unknown>;
  /** The tags of the first page's tree, by name. */
  tags: string[];
  language: string | null;
}

/** Opens a PDF again, as a reader does. */
export async function readPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false, isEvalSupported: false }).promise;
  const pages: OpenedPdf["pages"] = [];
  const tags: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, font: item.fontName }] : []));
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ pieces, width, height });
    if (number === 1) collect(await page.getStructTree(), tags);
  }
  const { info } = await pdf.getMetadata();
  const language = (info as { Language?: string | null }).Language ?? null; // pdfjs reads it from the catalogue
  await pdf.destroy();
  return { pages, text: pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(" ").replace(/\s+/g, " "), info: { ...info }, tags, language };
}

function collect(node: unknown, into: string[]): void {
  if (typeof node !== "object" || node === null) return;
  if ("role" in node && typeof node.role === "string") into.push(node.role);
  if ("children" in node && Array.isArray(node.children)) for (const child of node.children) collect(child, into);
}
