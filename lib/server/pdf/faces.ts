import files from "./fonts.json";

/** How a text is set. */
export type Face = "regular" | "strong" | "mono";

/** A font file, by its name inside the PDF; `fonts.json` says where it lies below `node_modules`, for the build as well. */
type Name = keyof typeof files;
export interface FontFile {
  name: Name;
  /** The letters it is asked for at all: a font is opened only when a text has one of them. */
  letters: RegExp;
}

export const pathOf = (name: Name): string => files[name];

/** Noto Sans for what Geist lacks; its files are cut by script. */
function notoSans(name: "NotoSans" | "NotoSans-SemiBold"): FontFile[] {
  return [
    { name: `${name}-Latin`, letters: /[\p{Script=Latin}\p{M}\p{Sc}\p{P}\p{S}]/u },
    { name: `${name}-Vietnamese`, letters: /[\p{Script=Latin}\p{M}₫]/u },
    { name: `${name}-Greek`, letters: /[\p{Script=Greek}\p{M}]/u },
    { name: `${name}-GreekExtended`, letters: /\p{Script=Greek}/u },
    { name: `${name}-Cyrillic`, letters: /[\p{Script=Cyrillic}\p{M}№]/u },
    { name: `${name}-CyrillicExtended`, letters: /[\p{Script=Cyrillic}\p{M}]/u },
    { name: `${name}-Devanagari`, letters: /\p{Script=Devanagari}/u },
  ];
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u2e80-\u33ff\ufe30-\ufe4f\uff00-\uffef\p{S}\p{P}]/u;

/** After Latin, Greek and Cyrillic, in the order in which they are asked. The last one has nearly every letter there is. */
const others: readonly FontFile[] = [
  { name: "NotoSansHebrew", letters: /\p{Script=Hebrew}/u },
  { name: "NotoSansArabic", letters: /[\p{Script=Arabic}،؛؟٪-٭]/u },
  { name: "NotoEmoji", letters: /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u20e3\ufe0f]/u },
  { name: "NotoSansKR", letters: /\p{Script=Hangul}/u },
  { name: "NotoSansJP", letters: han },
  { name: "NotoSansSC", letters: han },
  { name: "UnifontEX", letters: /[^]/u },
];

const any = /[^]/u;
/** The fonts a face is set in: the first that has a letter sets it. */
const faces: Record<Face, readonly FontFile[]> = {
  regular: [{ name: "Geist", letters: any }, ...notoSans("NotoSans"), ...others],
  strong: [{ name: "Geist-SemiBold", letters: any }, ...notoSans("NotoSans-SemiBold"), ...others],
  mono: [{ name: "GeistMono", letters: any }, ...notoSans("NotoSans"), ...others],
};

/** A picture rather than a sign: the emoji font is asked first. */
const asPicture = /\ufe0f|\p{Emoji_Presentation}/u;

/** Japanese is told by its kana: the letters it shares with Chinese have other shapes. One Japanese name makes no Chinese text Japanese. */
export function isJapanese(text: string): boolean {
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return kana > 0 && kana * 10 >= (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** The fonts to ask for a cluster, in their order; in a Japanese document its letters are asked for first, in any other not at all. */
export function candidates(cluster: string, face: Face, japanese: boolean): readonly FontFile[] {
  const asked = faces[face].filter(({ name, letters }) => (japanese || name !== "NotoSansJP") && letters.test(cluster));
  return asPicture.test(cluster) ? [...asked].sort((a, b) => Number(b.name === "NotoEmoji") - Number(a.name === "NotoEmoji")) : asked;
}
