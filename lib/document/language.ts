import type { Language } from "./reading";

const common: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:the|and|of|for|with|is|are|to|configured|tested|defined|before|after|ready|if|all|not|on|in)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|y|de|del|para|con|es|son|que|configurad[oa]s?|probad[oa]s?|definid[oa]s?|antes|después|listo|si|todos|una|en|por)(?!\p{L})/giu,
};

/** The language most of a text's common words belong to; `null` when there are too few, or no clear majority. */
export function languageOf(text: string): Language | null {
  const en = text.match(common.en)?.length ?? 0;
  const es = text.match(common.es)?.length ?? 0;
  if (en + es < 3) return null;
  if (en > es * 1.5) return "en";
  return es > en * 1.5 ? "es" : null;
}
