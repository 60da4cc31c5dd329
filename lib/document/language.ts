import type { Language } from "./reading";

const common: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:the|and|of|for|with|is|are|to|configured|tested|defined|before|after|ready|if|all|not|on|in)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|y|de|del|para|con|es|son|que|configurad[oa]s?|probad[oa]s?|definid[oa]s?|antes|después|listo|si|todos|una|en|por)(?!\p{L})/giu,
};

/** Languages that are not written, lest their documents get Spanish notes for a few words in common. */
const others = [
  /(?<!\p{L})(?:le|les|des|du|et|est|une|un|pour|avec|dans|sur|aux|au|ou|à|en|de|la|que|si|sont|testée?s?|\p{L}*[èêôûœ]\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:o|os|a|as|da|do|das|dos|de|e|em|no|na|não|uma|um|com|para|são|que|se|por|\p{L}*[ãõçê]\p{L}*)(?!\p{L})/giu,
  /(?<!\p{L})(?:il|lo|la|gli|le|di|del|della|e|per|con|sono|una|un|che|non|nel)(?!\p{L})/giu,
  /(?<!\p{L})(?:el|els|la|les|de|del|dels|i|amb|per|que|són|una|un|no|en)(?!\p{L})/giu,
  /(?<!\p{L})(?:der|die|das|und|ist|für|mit|von|im|den|dem|ein|eine|nicht|auf)(?!\p{L})/giu,
];

/** The language most of a text's common words belong to; `null` when there are too few, or no clear majority. */
export function languageOf(text: string): Language | null {
  const en = text.match(common.en)?.length ?? 0;
  const es = text.match(common.es)?.length ?? 0;
  if (en + es < 3) return null;
  if (en > es * 1.5) return "en";
  const foreign = Math.max(...others.map((words) => text.match(words)?.length ?? 0));
  // What Spanish shares with its neighbours ("de", "si") says nothing; its own signs do.
  return es > en * 1.5 && (es > foreign || (es === foreign && /ción|ñ|¿|¡/iu.test(text))) ? "es" : null;
}
