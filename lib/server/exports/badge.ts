import type { Judgement } from "@/lib/domain/judgement";
import { palette, toneColour } from "@/lib/looks/palette";
import { verdictMark } from "@/lib/looks/state-marks";
import { texts } from "@/lib/texts/texts";
import { escapeXml } from "../imports/xml";

const height = 20;
/** Average width of a letter at 11 px; `textLength` then makes every font fit exactly. */
const letter = 6.2;
const around = 8;

/** What a badge says: the verdict and the verified number. No name of the launch or of anybody: whoever has the picture may see it. */
export function badgeWords({ verdict, numbers: { verified } }: Judgement): { label: string; value: string } {
  const t = texts("badge");
  return { label: t("label"), value: t("value", { verdict: texts("common")(`verdict.${verdict}`), done: verified.done, of: verified.of }) };
}

/** A badge as SVG, to stand in a README or a dashboard: no script, no style, no font of its own. */
export function badgeSvg(judgement: Judgement): string {
  const { label, value } = badgeWords(judgement);
  const [left, right] = [wide(label), wide(value)];
  const title = escapeXml(`${label}: ${value}`);
  const text = (words: string, x: number): string =>
    `<text x="${x + around}" y="14" textLength="${wide(words) - 2 * around}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${height}" viewBox="0 0 ${left + right} ${height}" role="img" aria-label="${title}">`
    + `<title>${title}</title>`
    + `<rect width="${left + right}" height="${height}" rx="3" fill="${palette["ink-2"]}"/>`
    + `<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v${height - 6}a3 3 0 0 1-3 3h-${right - 3}z" fill="${palette[toneColour[verdictMark[judgement.verdict].tone]]}"/>`
    + `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(label, 0)}${text(value, left)}</g></svg>\n`;
}

const wide = (words: string): number => Math.round([...words].length * letter) + 2 * around;
