const needs = "needed|applicable|required|appropriate|necessary|relevant|using|used|desired";
const bracketed = new RegExp(
  `\\(\\s*((?:if|unless|(?:where|when|as) (?:${needs})|optional|only if|n/?a if|si\\b|opcional|en su caso|cuando (?:aplique|proceda|corresponda))(?![\\p{L}\\p{N}])[^().;]{0,60})\\)`, "iu");
/** "(for web apps)", "(for frontend)": for some kind of launch only. Not "(for example …)". */
const audience = /\(\s*((?:for|para) (?!example|instance|now|more|details|reference|each|every|all\b|the\b|ejemplo|cada|todos?\b)[\p{L}\p{N}-]+(?: [\p{L}\p{N}-]+){0,2})\s*\)/iu;
const trailing = new RegExp(
  `[,;–—-]?\\s+((?:if|where|when|as) (?:${needs})|optional|n/a if [^.;()]+|si (?:aplica|procede|es necesario|corresponde|se requiere)|cuando aplique|en su caso|opcional)\\s*\\.?$`, "iu");
const leading = /^\(?\s*(optional|opcional)\s*\)?\s*[:)-]/iu;

/** The words that make an item conditional ("if needed"), as the document has them; `null` when there are none. */
export function conditionalOf(text: string): string | null {
  const found = bracketed.exec(text) ?? audience.exec(text) ?? trailing.exec(text) ?? leading.exec(text);
  return found?.[1]?.trim() ?? null;
}

/** Whether an item's first words say that it is another way to have what stands before it: "Or …", "O bien …". */
export function isAlternative(text: string): boolean {
  return /^(?:\*\*|__)?(?:or|alternatively|o bien|o si no|alternativamente)(?:\*\*|__)?[\s,:]/i.test(text);
}
