const needs = "needed|applicable|required|appropriate|necessary|relevant|using|used|desired|available|enabled|present";
const spanishNeeds = "aplica|aplicase|procede|proceda|es necesario|fuera necesario|corresponde|se requiere|se usan?|se utilizan?|hubiera|hay";
const whole = String.raw`if any|if (?:${needs})|(?:where|when|as) (?:${needs})|optional|opcional|en su caso|de ser necesario|según (?:aplique|proceda|el caso|corresponda)|(?:cuando|donde) (?:sea necesario|aplique|proceda|corresponda)|si (?:aplica|procede|es necesario|corresponde|se requiere)`;
const bracketed = new RegExp(
  String.raw`\(\s*((?:${whole}|if|unless|only (?:if|for|when)|n/?a (?:if|for|unless|when)|si|s[oó]lo (?:si|para|cuando)|salvo (?:si|que)|no aplica (?:si|para))(?![\p{L}\p{N}])[^().;]{0,80})\)`, "iu");
const squared = new RegExp(String.raw`\[\s*(${whole})\s*\](?![([:])`, "iu");
/** "(for web apps)", "(for frontend)": for some kind of launch only. Not "(for review)", which says what for. */
const kinds = "apps?|applications?|web|websites?|sites?|mobile|front-?end|back-?end|ios|android|apis?|saas|services?|microservices?|librar(?:y|ies)|packages?|databases?|projects?|teams?|releases?|hotfix(?:es)?|k8s|kubernetes|aws|gcp|azure|windows|macos|linux|cloud|on-prem(?:ise)?|monoliths?|stores?|payments?|eu|us|uk|b2b|b2c|games?|aplicaciones|apps|móviles|servicios|sitios|proyectos|equipos";
const audience = new RegExp(String.raw`\(\s*((?:for|para) (?!(?:all|each|every|the|any|now|our|your|todos?|todas?|cada|las?|los)(?!\p{L}))(?:[\p{L}-]+ ){0,2}(?:${kinds}))\s*\)`, "iu");
const using = String.raw`(?:if|when|where) (?:(?:we|you|they) )?(?:use|using|have|having) (?:(?:an?|the) )?[\p{L}\p{N}.+#-]+(?: [\p{L}\p{N}.+#-]+){0,3}|si se (?:usan?|utilizan?|emplean?) [^.;:,()]{1,40}`;
const trailing = new RegExp(
  String.raw`[,;:–—-]?\s+((?:if|where|when|as) (?:${needs})|if any|optional|n/a (?:if|for|unless) [^.;()]+|only if [^.;()]+|${using}|si (?:${spanishNeeds})|solo si [^.;()]+|(?:cuando|donde) (?:sea necesario|aplique|proceda|corresponda)|de ser necesario|según (?:aplique|proceda|el caso|corresponda)|en su caso|opcional)\s*[.!]?$`, "iu");
const leading = new RegExp(String.raw`^\W{0,3}((?:${whole})(?=\W{0,3}\s*[:,)–—-])|(?:n/a (?:if|for|unless|when)|no aplica si) [^:.;()]{2,80}(?=:)|(?:${using})(?=\s*[:,]))`, "iu");

/** The words that make an item conditional ("if needed"), as the document has them; `null` when there are none. */
export function conditionalOf(text: string): string | null {
  const words = text.replace(/[\u00a0\u202f]/g, " ");
  const found = bracketed.exec(words) ?? squared.exec(words) ?? audience.exec(words) ?? trailing.exec(unmarked(words)) ?? leading.exec(words);
  return found?.[1]?.trim() ?? null;
}

/** The condition that a heading puts on all that stands under it: "Mobile app (if applicable)", "Optional". */
export function conditionOfHeadings(headings: readonly string[]): string | null {
  return headings.map((heading) => {
    const words = heading.replace(/[\u00a0\u202f]/g, " ");
    return (bracketed.exec(words) ?? squared.exec(words) ?? /^\P{L}*(optional|opcional)(?: (?:items?|checks?|tasks?|steps?|elementos|tareas))?\P{L}*$/iu.exec(words))?.[1]?.trim() ?? null;
  }).findLast((found) => found !== null) ?? null;
}

/** Without the emphasis that words at the end may stand in. */
function unmarked(text: string): string {
  return text.replace(/[*_]+(?=[.!]?$)|(?<=\s)[*_]+/g, "");
}

/** Whether an item's first words say that it is another way to have what stands before it: "Or …", "O bien …". */
export function isAlternative(text: string): boolean {
  return /^[*_\s]*(?:or|alternatively|or else|o bien|o si no|alternativamente|o(?= \p{L}))[*_]*[\s,:]/iu.test(text);
}

/** Whether an item's last word says that the next one is another way to have it: "Docker Compose ready, or". */
export function awaitsAlternative(text: string): boolean {
  return /[\s,;][*_]*(?:or|o bien|o)[*_]*\s*:?\s*$/iu.test(text);
}

/** Whether an item is had by having one of those under it: "One of the following:". */
export function isAnyOf(text: string): boolean {
  return /^[*_\s]*(?:(?:do |have |choose |pick )?(?:(?:at least |exactly )?one|any)(?: \p{L}+)? of (?:the following|these|them)|either(?: of(?: the following)?)?\s*:|(?:al menos )?un[oa] de (?:los siguientes|las siguientes|estos|estas|ellos|ellas))/iu.test(text);
}
