import type { RowView } from "@/lib/domain/row";
import { windows, type Window } from "@/lib/domain/state";
import { wordsIn } from "@/lib/domain/words-in";

export const shows = ["in-the-way", "mine", "blocked", "undecided", "without-proof"] as const;
export type Show = (typeof shows)[number];

/** What the list is narrowed to. It lives in the address, so that a choice can be sent to somebody. */
export interface Filter {
  show: Show | null;
  /** Words that all have to occur in the item's text or note. */
  q: string;
  window: Window | null;
  /** A section's key. */
  section: string | null;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address; what it does not know is left out. */
export function filterFrom(params: Params): Filter {
  const text = (name: string): string => {
    const found = params[name];
    return typeof found === "string" ? found.slice(0, 200) : "";
  };
  return {
    show: shows.find((one) => one === text("show")) ?? null,
    q: text("q"),
    window: windows.find((one) => one === text("window")) ?? null,
    section: text("section") || null,
  };
}

/** The address's query for a choice; empty when everything is shown. */
export function queryOf({ show, q, window, section }: Filter): string {
  const params = new URLSearchParams();
  if (show) params.set("show", show);
  if (q.trim()) params.set("q", q.trim());
  if (window) params.set("window", window);
  if (section) params.set("section", section);
  const query = params.toString();
  return query ? `?${query}` : "";
}

/** Whether a row is what a chip asks for. */
export function isShown(row: RowView, show: Show, me: string): boolean {
  switch (show) {
    case "in-the-way": return row.reason !== null;
    case "mine": return row.ownerId === me;
    case "blocked": return row.work === "blocked" && row.applicability !== "not-applicable";
    case "undecided": return row.applicability === "undecided";
    case "without-proof": return row.work === "done" && row.applicability === "applies" && row.standing !== "valid" && !row.isParent;
  }
}

/** Whether a row fits the whole choice. `sectionId` is the section the filter's key stands for. */
export function fits(row: RowView, filter: Filter, { me, sectionId }: { me: string; sectionId: string | null }): boolean {
  if (filter.show && !isShown(row, filter.show, me)) return false;
  if (filter.window && row.window !== filter.window) return false;
  if (filter.section && row.sectionId !== sectionId) return false;
  return wordsIn(`${row.text} ${row.note ?? ""}`, filter.q);
}
