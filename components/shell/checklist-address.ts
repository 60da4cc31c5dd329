import { launchAddress } from "@/lib/domain/address";
import type { ReasonKind } from "@/lib/domain/judgement";
import { queryOf, type Show } from "../checklist/filter";

/** The list's own filter that shows what a kind of reason is about. */
const showing: Partial<Record<ReasonKind, Show>> = {
  blocked: "blocked", undecided: "undecided", "undecided-alternatives": "undecided", "proof-missing": "without-proof", "proof-stale": "without-proof",
};

/** The checklist, narrowed to what stands in the way, or to reasons of a kind, or to a section (by its key). */
export function checklistAddress(slug: string, { about, section }: { about?: ReasonKind | "in-the-way"; section?: string } = {}): string {
  const show = about === undefined || about === "in-the-way" ? (about ?? null) : (showing[about] ?? "in-the-way");
  return `${launchAddress(slug, "checklist")}${queryOf({ show, q: "", window: null, section: section ?? null })}`;
}
