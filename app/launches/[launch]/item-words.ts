import type { ItemWords } from "@/components/item/words";
import { wordsOf } from "@/lib/texts/words";

/** The words the list and an item's page are shown with. */
export function itemWords(): ItemWords {
  const { work, applicability, window, overtaken } = wordsOf("common");
  return { item: wordsOf("item"), list: wordsOf("checklist"), common: { work, applicability, window, overtaken } };
}
