import type checklist from "@/lib/texts/en/checklist.json";
import type common from "@/lib/texts/en/common.json";
import type item from "@/lib/texts/en/item.json";

/** The words an item is shown with, handed down as props. */
export interface ItemWords {
  item: typeof item;
  list: typeof checklist;
  common: Pick<typeof common, "work" | "applicability" | "window" | "overtaken">;
}
