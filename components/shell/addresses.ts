import type { Reason, ReasonKind } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { queryOf, type Show } from "../checklist/filter";

/** Addresses inside a launch, so that every link to the same thing is the same. */
export const launchAddress = (slug: string, page?: "checklist" | "sign-off" | "history" | "report" | "settings"): string =>
  page ? `/launches/${slug}/${page}` : `/launches/${slug}`;

export const itemAddress = (slug: string, key: string): string => `/launches/${slug}/items/${key.split("/").map(encodeURIComponent).join("/")}`;

/** The list's own filter that shows what a kind of reason is about. */
const showing: Partial<Record<ReasonKind, Show>> = {
  blocked: "blocked", undecided: "undecided", "undecided-alternatives": "undecided", "proof-missing": "without-proof", "proof-stale": "without-proof",
};

/** The checklist, narrowed to what stands in the way, or to reasons of a kind, or to a section (by its key). */
export function checklistAddress(slug: string, { about, section }: { about?: ReasonKind | "in-the-way"; section?: string } = {}): string {
  const show = about === undefined || about === "in-the-way" ? (about ?? null) : (showing[about] ?? "in-the-way");
  return `${launchAddress(slug, "checklist")}${queryOf({ show, q: "", window: null, section: section ?? null })}`;
}

/** Where a reason can be cleared. */
export function reasonAddress(reason: Reason, { launch: { slug }, item, seat }: LaunchState): string {
  switch (reason.subjectType) {
    case "item": return itemAddress(slug, item[reason.subjectId]?.key ?? "");
    case "seat": return reason.kind === "seat-empty" ? launchAddress(slug, "settings") : `${launchAddress(slug, "sign-off")}#${seat[reason.subjectId]?.key ?? ""}`;
    case "condition": return launchAddress(slug, "sign-off");
    case "alternatives": return checklistAddress(slug, { about: reason.kind });
    case "launch": return launchAddress(slug, "settings");
  }
}
