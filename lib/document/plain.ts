/** Symbols that decorate titles: emoji with their joiners, selectors and keycaps, and the sign for a lost symbol. */
const decoration = /(?:[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u200d\ufe0e\ufe0f\ufffd])+/gu;

/** The words of a piece of Markdown on one line: marks, links' targets, images, code signs and comments removed. */
export function plain(markdown: string): string {
  // What stands in code is words as they are.
  return markdown.split(/(`[^`]+`)/).map((part, at) => (at % 2 === 1 ? part : unmarked(part))).join("").replace(/`+/g, "").replace(/\s+/g, " ").trim();
}

function unmarked(markdown: string): string {
  return markdown
    .replace(/<!--.*?(?:-->|$)/gs, " ")
    .replace(/\[\^[^\]\s]{1,40}\]/g, "")
    .replace(/\[\[(?:[^\][|]*\|)?([^\][|]+)\]\]/g, "$1")
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/!?\[([^\]]+)\]\[[^\]]*\]/g, "$1")
    .replace(/<\/?[A-Za-z][^<>]*>/g, " ")
    .replace(/\*{1,3}|~~/g, "")
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Without emoji and other decoration. */
export function undecorated(text: string): string {
  return text.replace(decoration, " ").replace(/\s+/g, " ").trim();
}

export interface Numbered { number: string | null; title: string }

/** "1. ✅ Infrastructure Setup" → "1" and "Infrastructure Setup"; a box is a state and no word. A bare figure is a word, not a number: "24 hours". */
export function numbered(words: string): Numbered {
  const bare = undecorated(plain(words.replace(/^\s*\[[ xX]\](?=\s+\S)/, "")));
  const found = /^(?:(?:section|phase|step|part|sección|fase|paso|parte)\s+)?(\d+(?:\.\d+)*)\s*(?:[.):、](?!\d)|[-–—](?=\s))\s*(?=\S)(.*)$/iu.exec(bare) ?? /^(\d+(?:\.\d+)+)\s+(.*)$/.exec(bare);
  const [, number, title] = found ?? [];
  return number !== undefined && title !== undefined && title !== "" ? { number, title } : { number: null, title: bare };
}
