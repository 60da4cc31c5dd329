import Link from "next/link";
import type { Reason } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { reasonMark } from "../marks/state-marks";
import { reasonOrder } from "../overview/group-reasons";
import type { LaunchSeen } from "../overview/launch-view";
import { whoWords } from "../overview/who-words";
import { reasonAddress } from "@/lib/domain/address";
import { calendarDayWords, dayWords } from "../ui/format-time";
import { InlineText } from "../ui/inline-text";
import { MarkedWord } from "../ui/mark";
import { ReportTable } from "./report-table";

/** Every reason in full: what, why, who can clear it, since when and until when. Nothing is summed up here. */
export function ReportReasons({ seen, reasons, caption }: { seen: LaunchSeen; reasons: readonly Reason[]; caption: string }) {
  const t = texts("report");
  const { state, people } = seen;
  const { zone } = state.launch;
  return (
    <ReportTable
      caption={caption} empty={t("noReasons")}
      columns={[{ key: "what", head: t("what") }, { key: "why", head: t("why") }, { key: "who", head: t("who") }, { key: "since", head: t("sinceHead"), num: true }, { key: "due", head: t("due"), num: true }]}
      rows={byWeight(reasons).map((reason) => {
        const due = reason.subjectType === "item" ? state.item[reason.subjectId]?.due : null;
        return {
          key: `${reason.kind} ${reason.subjectId}`,
          cells: [
            <Link key="what" prefetch={false} className="hover:underline" href={reasonAddress(reason, state)}><InlineText text={reason.subject} /></Link>,
            <span key="why"><MarkedWord {...reasonMark[reason.kind]}>{texts("common")(`reason.${reason.kind}`)}</MarkedWord>{detailWords(reason.detail)}</span>,
            whoWords(reason.who, people, null), dayWords(reason.since, zone), due ? calendarDayWords(due) : "—",
          ],
        };
      })}
    />
  );
}

/** What has to be talked about first; within a kind in the document's order. */
function byWeight(reasons: readonly Reason[]): Reason[] {
  return [...reasons].sort((a, b) => reasonOrder.indexOf(a.kind) - reasonOrder.indexOf(b.kind));
}

function detailWords(detail: string | null): string {
  if (detail === null) return "";
  const known = (["too-early", "not-yet-due", "in-progress"] as const).find((one) => one === detail);
  return `: ${known ? texts("overview")(`reasons.timing.${known}`) : detail}`;
}
