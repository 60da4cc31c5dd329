import { bands, type BandCounts } from "@/lib/domain/judgement";
import { bandLook, palette } from "@/lib/looks/palette";
import type { Sheet } from "./sheet";

/** A bar of counting items by band, from zero; each band has a texture of its own. */
export function drawBar(sheet: Sheet, counts: BandCounts, x: number, y: number, width: number, height: number): void {
  const of = bands.reduce((sum, band) => sum + counts[band], 0);
  const { doc } = sheet;
  doc.save().roundedRect(x, y, width, height, height / 2).clip().rect(x, y, width, height).fill(palette.none);
  let at = x;
  for (const band of bands) {
    if (counts[band] === 0 || band === "todo") continue;
    const wide = Math.max(1.2, (width * counts[band]) / of);
    drawBand(sheet, band, at, y, wide - 0.6, height);
    at += wide;
  }
  doc.restore();
}

/** One stretch of a bar, or its swatch in the legend. */
export function drawBand({ doc }: Sheet, band: keyof BandCounts, x: number, y: number, width: number, height: number): void {
  const { colour, texture } = bandLook[band];
  doc.save();
  if (texture === "full") doc.rect(x, y, width, height).fill(palette[colour]);
  else if (texture === "framed") {
    doc.rect(x, y, width, height).fill(palette["go-soft"]);
    doc.lineWidth(0.9).rect(x + 0.45, y + 0.45, Math.max(0.1, width - 0.9), height - 0.9).stroke(palette[colour]);
  } else {
    doc.rect(x, y, width, height).fill("#ffffff").rect(x, y, width, height).clip();
    const slant = texture === "slanted" ? height : 0;
    for (let line = x - slant; line < x + width; line += texture === "slanted" ? 3.2 : 2.4) {
      doc.lineWidth(1.1).moveTo(line, y + height).lineTo(line + slant, y).stroke(palette[colour]);
    }
  }
  doc.restore();
}
