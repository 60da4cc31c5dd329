import Link from "next/link";
import { launchAddress } from "@/lib/domain/address";
import { texts } from "@/lib/texts/texts";
import { verdictMark } from "@/lib/looks/state-marks";
import { momentWords } from "@/lib/texts/time-words";
import { Mark, toneText } from "../ui/mark";
import { Countdown } from "./countdown";
import type { LaunchSeen } from "./launch-view";
import { PollOpen } from "./poll-open";
import { verdictSentence } from "@/lib/report/verdict-sentence";

/** The answer: verdict, why in one sentence, and how long there is. To be read from three metres. */
export function Hero({ seen, claimedDate }: { seen: LaunchSeen; claimedDate: string | null }) {
  const t = texts("overview");
  const { judgement, state: { launch } } = seen;
  const { decision } = judgement;
  const look = verdictMark[judgement.verdict];
  const { why, numbers } = verdictSentence(judgement);
  return (
    <header className="grid items-end gap-x-10 gap-y-6 pb-7 md:grid-cols-[1fr_auto]">
      <div>
        {decision?.stands && decision.againstVerdict ? <p className="mb-4 border-l-4 border-stop bg-stop-soft px-3 py-1.5 text-lead font-semibold text-stop">{t("sentence.against")}</p> : null}
        <h1 className={`flex items-center gap-4 text-[2.75rem] leading-none tracking-[-0.035em] md:gap-[1.1rem] md:text-[4rem] ${toneText[look.tone]}`}>
          <Mark {...look} className="size-[0.78em]" />
          {texts("common")(`verdict.${judgement.verdict}`)}
        </h1>
        <p className="mt-3.5 max-w-[52ch] text-lead text-pretty">{why} {numbers}</p>
        {decision ? (
          <p className="mt-1.5 text-ink-2">
            {t(decision.stands ? `sentence.decided.${decision.outcome}` : `sentence.decidedEarlier.${decision.againstVerdict ? "against" : decision.outcome}`, { when: momentWords(decision.at, launch.zone) })}
            {decision.stands ? <>{": "}<span className={decision.changesSince > 0 ? "font-medium text-warn" : ""}>{t("sentence.changesSince", { n: decision.changesSince })}</span></> : null}
            {" · "}<Link prefetch={false} className="link" href={`${launchAddress(launch.slug, "sign-off")}/minutes`}>{t("sentence.minutes")}</Link>
          </p>
        ) : null}
        {launch.launchedAt ? (
          <p className="mt-1.5 text-ink-2">
            {t("sentence.launched", { when: momentWords(launch.launchedAt, launch.zone) })}
            {judgement.followUps.length > 0 ? ` ${t("sentence.followUps", { n: judgement.followUps.length })}` : ""}
          </p>
        ) : null}
        <PollOpen seen={seen} />
      </div>
      <Countdown seen={seen} claimed={claimedDate} />
    </header>
  );
}
