/** A question whose answer decides conditional items: proposed from the document's own words. */
export interface Question {
  key: string;
  question: string;
  /** The answer under which an item with these words applies. */
  answer: boolean;
}

/** Only words that name one thing become a question about the launch; "if needed" is decided item by item. */
const patterns: readonly { words: RegExp; key: string; question: string }[] = [
  { words: /\b(k8s|kubernetes)\b/i, key: "kubernetes", question: "Does this launch use Kubernetes?" },
  { words: /\b(web ?apps?|front-?end|web ui)\b/i, key: "web-front-end", question: "Is there a web front end?" },
  { words: /\bfeature flags?\b/i, key: "feature-flags", question: "Does this launch use feature flags?" },
];

/** The question that decides a conditional item, from its condition ("if using K8s") or, for "if using", its own words. */
export function questionOf(condition: string, text: string): Question | null {
  const words = /^(if|when) using$/i.test(condition.trim()) ? text : condition;
  const found = patterns.find((pattern) => pattern.words.test(words));
  return found ? { key: found.key, question: found.question, answer: true } : null;
}
