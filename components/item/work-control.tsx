import type { RowView } from "@/lib/domain/row";
import { works } from "@/lib/domain/state";
import { workMark } from "@/lib/looks/state-marks";
import { classes } from "../ui/classes";
import { Mark } from "../ui/mark";
import type { Hand } from "./hand";
import type { ItemWords } from "./words";

/** The four states of work, one of them pressed. Blocked asks why. */
export function WorkControl({ row, hand, words: { item, common } }: { row: RowView; hand: Hand; words: ItemWords }) {
  return (
    <div role="group" aria-label={item.work} className="flex rounded-md border border-edge" data-screen-only>
      {works.map((work) => {
        const on = row.work === work && row.applicability !== "not-applicable";
        return (
          <button
            key={work} type="button" aria-pressed={on}
            onClick={() => (work === "blocked" ? hand.ask("blocked", row) : hand.edit(row.id, { kind: "work", work, reason: null }))}
            className={classes(
              "flex flex-1 items-center justify-center gap-1.5 border-l border-line px-1.5 py-1.5 text-note whitespace-nowrap first:rounded-l-md first:border-0 last:rounded-r-md pointer-coarse:min-h-11",
              on ? (work === "blocked" ? "bg-stop-soft font-medium" : work === "done" ? "bg-go-soft font-medium" : work === "in-progress" ? "bg-move-soft font-medium" : "bg-wash font-medium") : "text-ink-2 hover:bg-wash",
            )}
          >
            {on ? <Mark {...workMark[work]} size={12} /> : null}{common.work[work]}
          </button>
        );
      })}
    </div>
  );
}
