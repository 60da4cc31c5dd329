import Link from "next/link";
import type { Reason } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { checklistAddress } from "../shell/checklist-address";
import { Notice } from "../ui/notice";
import { groupReasons } from "./group-reasons";
import type { LaunchSeen } from "./launch-view";
import { ReasonItem } from "./reason-line";
import { Heading } from "./section-heading";
import { whoWords } from "@/lib/report/who-words";

/** What stands in the way, by who can clear it. After the launch: what followed since. */
export function Reasons({ seen }: { seen: LaunchSeen }) {
  const t = texts("overview");
  const { judgement, people, me, role, state } = seen;
  const launched = judgement.followUps.length > 0 && judgement.reasons.length === 0;
  const reasons: readonly Reason[] = launched ? judgement.followUps : judgement.reasons;
  const groups = groupReasons(reasons, me);
  return (
    <section aria-labelledby="reasons">
      <Heading id="reasons" title={launched ? t("reasons.followUps") : t("reasons.title")}>
        {reasons.length > 0 ? <>{launched ? null : <><Link prefetch={false} className="hover:underline" href="?what-if=1#what-if" scroll={false}>{t("whatIf.open")}</Link> · </>}<Link prefetch={false} className="hover:underline" href={checklistAddress(state.launch.slug, { about: "in-the-way" })}>{t("reasons.all", { n: reasons.length })} →</Link></> : null}
      </Heading>
      {groups.length === 0 ? (
        <div className="border-t border-line">
          <Notice as="h3" mark={{ shape: "ring-check", tone: "go" }} title={t("reasons.none")}>
            {judgement.seats.length === 0 ? t("reasons.noneNoSeats") : t("reasons.noneSeats")}
          </Notice>
        </div>
      ) : groups.map(({ who, total, lines }) => (
        <div key={who.join(" ")} className="mb-6">
          <h3 className="flex items-baseline justify-between gap-4 pb-1.5 text-note font-medium text-ink-2">
            <span>{whoWords(who, people, me, role === "manager")}</span>
            <span className="font-normal whitespace-nowrap text-ink-3">{t("reasons.canClear", { n: total })}</span>
          </h3>
          <ol>{lines.map((line) => <ReasonItem key={line.type === "one" ? `${line.reason.kind} ${line.reason.subjectId}` : `${line.kind} ${line.sectionId}`} line={line} seen={seen} />)}</ol>
        </div>
      ))}
    </section>
  );
}
