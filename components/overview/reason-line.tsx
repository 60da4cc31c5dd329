import Link from "next/link";
import type { Reason, ReasonKind } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { reasonMark } from "@/lib/looks/state-marks";
import { launchAddress, reasonAddress } from "@/lib/domain/address";
import { checklistAddress } from "../shell/checklist-address";
import { sinceWords } from "@/lib/texts/since-words";
import { InlineText } from "../ui/inline-text";
import { Mark } from "../ui/mark";
import type { ReasonLine } from "./group-reasons";
import type { LaunchSeen } from "./launch-view";

/** One line of what stands in the way: shape, subject as a link to where it can be cleared, state and since when. */
export function ReasonItem({ line, seen }: { line: ReasonLine; seen: LaunchSeen }) {
  const kind = line.type === "one" ? line.reason.kind : line.kind;
  const { title, small, href } = line.type === "one" ? oneWords(line.reason, seen) : severalWords(line, seen);
  return (
    <li className="grid grid-cols-[1.1rem_1fr] items-baseline gap-3 border-t border-line py-2.5">
      <Mark {...reasonMark[kind]} />
      <div>
        <Link prefetch={false} href={href} className="hover:underline"><InlineText text={title} /></Link>
        <p className="text-small text-ink-3">{small}</p>
      </div>
    </li>
  );
}

/** Kinds whose words "for 6 days" behind them would say something else of: how long the proof is stale then, or by how much a waiver is too short. */
const apart: ReadonlySet<ReasonKind> = new Set<ReasonKind>(["proof-stale", "waiver-too-short"]);

/** The words beside one reason: "Blocked for 6 days: vendor slot moved". */
export function reasonWords(reason: Reason, now: string, zone: string): string {
  const t = texts("overview");
  const state = texts("common")(`reason.${reason.kind}`);
  const { detail } = reason;
  const why = detail === "too-early" || detail === "not-yet-due" || detail === "in-progress" ? t(`reasons.timing.${detail}`) : detail;
  const values = { state, since: sinceWords(reason.since, now, zone) };
  if (reason.kind === "seat-stale") return why ? t("reasons.lineStaleDetail", { ...values, detail: why }) : t("reasons.lineStale", values);
  if (apart.has(reason.kind) || (reason.subjectType === "seat" && !why)) return why ? t("reasons.lineApartDetail", { ...values, detail: why }) : t("reasons.lineApart", values);
  return why ? t("reasons.lineDetail", { ...values, detail: why }) : t("reasons.line", values);
}

function oneWords(reason: Reason, seen: LaunchSeen) {
  const { kind } = reason;
  if (kind === "go-live-passed" || kind === "nothing-to-judge" || kind === "postponed" || kind === "rolled-back" || kind === "archived") {
    // About the launch itself: its name says nothing here, the state does.
    const small = texts("overview")(`reasons.launch.${kind}`, { since: sinceWords(reason.since, seen.now, seen.state.launch.zone) });
    return { title: texts("common")(`reason.${reason.kind}`), small, href: reasonAddress(reason, seen.state) };
  }
  return { title: reason.subject, small: reasonWords(reason, seen.now, seen.state.launch.zone), href: reasonAddress(reason, seen.state) };
}

function severalWords({ kind, sectionId, oldest, reasons }: Extract<ReasonLine, { type: "several" }>, { state, now }: LaunchSeen) {
  const t = texts("overview");
  const n = reasons.length;
  const { slug, zone } = state.launch;
  const oldestWords = t("reasons.oldest", { since: sinceWords(oldest.since, now, zone), subject: oldest.subject });
  if (kind === "seat-empty") return { title: t("reasons.seatsEmpty", { n }), small: reasons.map(({ subject }) => subject).join(", "), href: launchAddress(slug, "settings") };
  const section = sectionId === null ? undefined : state.section[sectionId];
  if (kind !== "open" && kind !== "proof-missing") {
    return { title: moreWords(kind, n), small: oldestWords, href: checklistAddress(slug, { about: kind }) };
  }
  if (section) return { title: t(`reasons.${kind}In`, { n, section: section.title }), small: oldestWords, href: checklistAddress(slug, { about: kind, section: section.key }) };
  return { title: t(`reasons.${kind}More`, { n }), small: t("reasons.inSections", { sections: sectionCounts(reasons, state) }), href: checklistAddress(slug, { about: kind }) };
}

function moreWords(kind: ReasonKind, n: number): string {
  const t = texts("overview");
  switch (kind) {
    case "contradicted": case "blocked": case "undecided": case "proof-stale": case "waiver-too-short": case "undecided-alternatives":
      return t(`reasons.moreOf.${kind}`, { n });
    default: return t("reasons.more", { n, state: texts("common")(`reason.${kind}`) });
  }
}

/** "Testing 11, Deployment 6": most first. */
function sectionCounts(reasons: readonly Reason[], state: LaunchSeen["state"]): string {
  const counts = new Map<string, number>();
  for (const { sectionId } of reasons) {
    const title = (sectionId === null ? undefined : state.section[sectionId]?.title) ?? texts("overview")("reasons.whole");
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([title, n]) => `${title} ${n}`).join(", ");
}
