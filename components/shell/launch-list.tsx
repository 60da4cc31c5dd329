import Link from "next/link";
import type { Judgement } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { BandsBar } from "../marks/bands-bar";
import { verdictMark } from "@/lib/looks/state-marks";
import { isLaunched } from "@/lib/domain/moments";
import { countdownWords } from "@/lib/report/countdown-words";
import { ButtonLink } from "../ui/button";
import { momentWords } from "@/lib/texts/time-words";
import { MarkedWord } from "../ui/mark";
import { Notice } from "../ui/notice";
import { shareWords } from "@/lib/report/share-words";
import { launchAddress } from "@/lib/domain/address";

export interface Listed { slug: string; name: string; view: { state: LaunchState; judgement: Judgement; now: string } }

/** Each launch in a line: verdict, both numbers, how long there is, how much is in the way. */
export function LaunchList({ launches, admin }: { launches: readonly Listed[]; admin: boolean }) {
  const t = texts("launches");
  if (launches.length === 0) {
    return (
      <Notice as="h1" title={t("empty.title")} action={admin ? <ButtonLink look="primary" href="/launches/new">{t("empty.make")}</ButtonLink> : undefined}>
        <p>{admin ? t("empty.admin") : t("empty.text")}</p>
      </Notice>
    );
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-figure tracking-tight">{t("title")}</h1>
          <p className="text-ink-3">{t("count", { n: launches.length })}</p>
        </div>
        {admin ? <ButtonLink href="/launches/new">{t("new")}</ButtonLink> : null}
      </div>
      <ul>{launches.map((launch) => <LaunchLine key={launch.slug} {...launch} />)}</ul>
    </>
  );
}

function LaunchLine({ slug, name, view: { state: { launch }, judgement, now } }: Listed) {
  const t = texts("launches");
  const { verdict, numbers, goLive, reasons } = judgement;
  // Once it is live, it is since when that counts, not the day it was planned for.
  const at = isLaunched(launch) ? launch.launchedAt : goLive;
  const count = at ? countdownWords(at, now, launch.zone) : null;
  return (
    <li className="relative grid gap-x-8 gap-y-2 border-t border-line py-4 hover:bg-wash sm:grid-cols-[1fr_auto]">
      <div>
        <h2 className="text-lead tracking-tight"><Link prefetch={false} href={launchAddress(slug)} className="after:absolute after:inset-0">{name}</Link></h2>
        <p><span className="font-semibold"><MarkedWord {...verdictMark[verdict]}>{texts("common")(`verdict.${verdict}`)}</MarkedWord></span> <span className="text-ink-2">· {t("inTheWay", { n: reasons.length })}</span>{judgement.decision?.stands && judgement.decision.againstVerdict ? <span className="font-semibold text-stop"> · {texts("overview")("sentence.against")}</span> : null}</p>
      </div>
      <div className="text-note sm:text-right">
        {count && at ? (
          <><p className="text-lead font-medium tracking-tight"><span aria-hidden="true">{count.text}</span><span className="sr-only">{count.spoken}</span></p><p className="text-ink-3">{momentWords(at, launch.zone)}</p></>
        ) : <p className="text-ink-3">{t("noDate")}</p>}
      </div>
      <div className="sm:col-span-2">
        <BandsBar thin counts={judgement.bands} label={null} />
        <p className="mt-1.5 flex flex-wrap gap-x-5 text-small text-ink-3">
          {(["verified", "claimed"] as const).map((one) => <span key={one}>{t(one)} {shareWords(numbers[one], t("of"))}</span>)}
        </p>
      </div>
    </li>
  );
}
