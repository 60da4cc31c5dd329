import Link from "next/link";
import { countdownWords } from "@/lib/report/countdown-words";
import { takes } from "@/lib/domain/open-acts";
import { texts } from "@/lib/texts/texts";
import { launchAddress } from "@/lib/domain/address";
import { isLaunched } from "@/lib/domain/moments";
import { calendarDayWords, momentWords } from "@/lib/texts/time-words";
import type { LaunchSeen } from "./launch-view";

/** T minus, and the moment itself in the launch's zone; without a date, how to get one; once launched, since when. */
export function Countdown({ seen: { state: { launch }, judgement, role, now }, claimed }: { seen: LaunchSeen; claimed: string | null }) {
  const t = texts("overview");
  const launched = isLaunched(launch) ? launch.launchedAt : null;
  const at = launched ?? judgement.goLive;
  if (at === null) {
    return (
      <div className="text-note text-ink-3 md:text-right">
        <p className="text-lead font-medium text-ink">{t("countdown.none")}</p>
        <p>
          {t("countdown.noneWhy")} <br className="max-md:hidden" />
          {!takes(launch, "manage-settings") ? null : role === "manager" ? <Link prefetch={false} className="link text-ink" href={launchAddress(launch.slug, "settings")}>{t("countdown.set")}</Link> : t("countdown.ask")}
        </p>
        {claimed ? <p>{t("countdown.claimedDate", { date: calendarDayWords(claimed) })}</p> : null}
      </div>
    );
  }
  const { text, spoken } = countdownWords(at, now, launch.zone);
  return (
    <div className="md:text-right">
      <p className="text-[2.5rem] leading-none font-medium tracking-tight whitespace-nowrap"><span aria-hidden="true">{text}</span><span className="sr-only">{spoken}</span></p>
      <p className="mt-1 text-note text-ink-3">
        <time dateTime={at}>{momentWords(at, launch.zone)}</time>
        {launched && judgement.goLive ? <><br />{t("countdown.planned", { when: momentWords(judgement.goLive, launch.zone) })}</> : null}
        <br />{t("countdown.zone", { zone: launch.zone })}
      </p>
    </div>
  );
}
