import { en } from "./en";
import type { Language, Messages, Namespace } from "./texts";

const catalogues: Record<Language, Messages> = { en };

/**
 * A part's words as they are written, `{name}` places and all: client leaves get them as props and fill them themselves,
 * so that no ICU parser travels to the browser.
 */
export function wordsOf<N extends Namespace>(namespace: N, language: Language = "en"): Messages[N] {
  return catalogues[language][namespace];
}
