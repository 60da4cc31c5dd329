import { createTranslator } from "use-intl/core";
import { en } from "./en";

export type Messages = typeof en;
export type Namespace = keyof Messages & string;

/** Only English today; a second language is one more entry with the same keys, or it does not compile. */
const languages = { en } satisfies Record<string, Messages>;
export type Language = keyof typeof languages;

/** Compiled once: a translator parses each message at its first use and keeps it. */
const known = new Map<string, unknown>();

/**
 * The words of one part of the product: pages, command line and exports take them from here and nowhere else.
 * A missing key throws, so that no page ever shows a key instead of words.
 */
export function texts<N extends Namespace>(namespace: N, language: Language = "en") {
  const key = `${language} ${namespace}`;
  const kept = known.get(key) ?? translatorOf(namespace, language);
  known.set(key, kept);
  // Kept under its own language and namespace, so it is exactly what `translatorOf` made for them.
  return kept as ReturnType<typeof translatorOf<N>>;
}

function translatorOf<N extends Namespace>(namespace: N, language: Language) {
  return createTranslator<Messages, N>({
    locale: language,
    messages: languages[language],
    namespace,
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  });
}
