import { reasonAddress } from "@/lib/domain/address";
import type { Reason } from "@/lib/domain/judgement";
import { reasonMark } from "@/lib/looks/state-marks";
import { texts } from "@/lib/texts/texts";
import { calendarDayWords, dayWords } from "@/lib/texts/time-words";
import { reasonOrder } from "./reason-order";
import type { Reported, TablePart } from "./report";
import { whoWords } from "./who-words";

/** Every reason in full: what, why, who can clear it, since when and until when. Nothing is summed up here. */
export function reasonsPart(launch: Reported): TablePart {
  const t = texts("report");
  const { reasons } = launch.judgement;
  return tableOf(launch, reasons, { id: "reasons", title: `${t("reasons")} (${reasons.length})`, caption: t("reasonsCaption") });
}

/** What would be a reason if the launch had not happened. */
export function followUpsPart(launch: Reported): TablePart {
  const title = texts("report")("followUps");
  return tableOf(launch, launch.judgement.followUps, { id: "follow-ups", title, caption: title });
}

function tableOf({ state, people }: Reported, reasons: readonly Reason[], named: Pick<TablePart, "id" | "title" | "caption">): TablePart {
  const t = texts("report");
  const { zone } = state.launch;
  return {
    kind: "table", ...named, empty: t("noReasons"),
    columns: [{ key: "what", head: t("what") }, { key: "why", head: t("why") }, { key: "who", head: t("who") }, { key: "since", head: t("sinceHead"), num: true }, { key: "due", head: t("due"), num: true }],
    rows: byWeight(reasons).map((reason) => {
      const due = reason.subjectType === "item" ? state.item[reason.subjectId]?.due : null;
      return {
        key: `${reason.kind} ${reason.subjectId}`,
        cells: [
          { text: reason.subject, inline: true, href: reasonAddress(reason, state) },
          { text: texts("common")(`reason.${reason.kind}`), look: reasonMark[reason.kind], after: detailWords(reason.detail) },
          { text: whoWords(reason.who, people, null) }, { text: dayWords(reason.since, zone) }, { text: due ? calendarDayWords(due) : "—" },
        ],
      };
    }),
  };
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
