import type { Evidence } from "@/lib/domain/state";
import { fill } from "../fill";
import { dayWords } from "@/lib/texts/time-words";
import { MarkedWord } from "../ui/mark";
import { contradictionOf } from "./contradiction";
import type { Detail } from "./detail";
import type { Surroundings } from "./surroundings";

/** Says which results contradict each other, or the work that is called done, and what would settle it. */
export function Contradicted({ detail, around }: { detail: Detail; around: Surroundings }) {
  const found = contradictionOf(detail, around);
  if (!found) return null;
  const { contradiction: words } = around.words.item;
  const named = (results: readonly Evidence[]): string => results.map((one) => {
    const said = fill(one.source === null ? words.resultAlone : words.result, { source: one.source ?? "", what: one.value === null ? one.title : `${one.value} ${one.unit ?? ""}`.trim(), when: dayWords(one.trueAt, around.zone) });
    // What came over a link is settled or withdrawn where it lies.
    const at = one.itemId === detail.item.id ? undefined : detail.linked.find(({ id }) => id === one.itemId);
    return at ? `${said} (${fill(around.words.item.links.from, { text: at.text })})` : said;
  }).join(", ");
  const against = found.passes.length > 0 ? fill(words.between, { passes: named(found.passes), fails: named(found.fails) }) : fill(words.work, { fails: named(found.fails) });
  return (
    <div className="border-l-2 border-stop pl-3 text-note">
      <p className="[overflow-wrap:anywhere]"><MarkedWord shape="cross" tone="stop">{words.title}</MarkedWord> {against}</p>
      <p className="text-ink-2">{found.passes.length > 0 ? words.settle : words.settleWork}</p>
    </div>
  );
}
