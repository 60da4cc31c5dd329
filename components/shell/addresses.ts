import type { Reason, ReasonKind } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";

/** Addresses inside a launch, so that every link to the same thing is the same. */
export const launchAddress = (slug: string, page?: "checklist" | "sign-off" | "history" | "report" | "settings"): string =>
  page ? `/launches/${slug}/${page}` : `/launches/${slug}`;

export const itemAddress = (slug: string, key: string): string => `/launches/${slug}/items/${key.split("/").map(encodeURIComponent).join("/")}`;

/** The checklist, filtered: `show` is a kind of reason or "in-the-way", `section` a section's key. */
export function checklistAddress(slug: string, filter: { show?: ReasonKind | "in-the-way"; section?: string } = {}): string {
  const query = new URLSearchParams(Object.entries(filter)).toString();
  return `${launchAddress(slug, "checklist")}${query ? `?${query}` : ""}`;
}

/** Where a reason can be cleared. */
export function reasonAddress(reason: Reason, { launch: { slug }, item, seat }: LaunchState): string {
  switch (reason.subjectType) {
    case "item": return itemAddress(slug, item[reason.subjectId]?.key ?? "");
    case "seat": return reason.kind === "seat-empty" ? launchAddress(slug, "settings") : `${launchAddress(slug, "sign-off")}#${seat[reason.subjectId]?.key ?? ""}`;
    case "condition": return launchAddress(slug, "sign-off");
    case "alternatives": return checklistAddress(slug, { show: "undecided" });
    case "launch": return launchAddress(slug, "settings");
  }
}
