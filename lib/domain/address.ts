import type { Reason } from "./judgement";
import type { LaunchState } from "./state";

/** Addresses inside a launch, so that every link to the same thing is the same, on pages and in what scripts read. */
export const launchAddress = (slug: string, page?: "checklist" | "sign-off" | "night" | "history" | "report" | "settings"): string =>
  page ? `/launches/${slug}/${page}` : `/launches/${slug}`;

export const itemAddress = (slug: string, key: string): string => `/launches/${slug}/items/${key.split("/").map(encodeURIComponent).join("/")}`;

/** Where a reason can be cleared (decision rules §6). */
export function reasonAddress(reason: Pick<Reason, "kind" | "subjectType" | "subjectId">, { launch: { slug }, item, seat }: LaunchState): string {
  switch (reason.subjectType) {
    case "item": return itemAddress(slug, item[reason.subjectId]?.key ?? "");
    case "seat": return reason.kind === "seat-empty" ? launchAddress(slug, "settings") : `${launchAddress(slug, "sign-off")}#${seat[reason.subjectId]?.key ?? ""}`;
    case "condition": return launchAddress(slug, "sign-off");
    case "alternatives": return `${launchAddress(slug, "checklist")}?show=undecided`;
    case "launch": {
      const { kind } = reason;
      return kind === "postponed" || kind === "rolled-back" || kind === "archived" ? `${launchAddress(slug, "sign-off")}#phase` : launchAddress(slug, "settings");
    }
  }
}
