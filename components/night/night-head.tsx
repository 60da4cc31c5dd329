import Link from "next/link";
import { launchAddress } from "@/lib/domain/address";
import { isLaunched } from "@/lib/domain/moments";
import { later } from "@/lib/domain/zone";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import { verdictMark } from "@/lib/looks/state-marks";
import type { LaunchSeen } from "../overview/launch-view";
import { momentWords } from "@/lib/texts/time-words";
import { MarkedWord } from "../ui/mark";
import { Clock } from "./clock";

const day = 86_400_000;

/** The night's clock: towards go-live, and from the actual launch on; with where the decision stands. */
export function NightHead({ seen: { state: { launch }, judgement, role, now } }: { seen: LaunchSeen }) {
  const words = wordsOf("night");
  const common = wordsOf("common");
  const launched = isLaunched(launch) ? launch.launchedAt : null;
  const to = launched ?? judgement.goLive;
  const decision = judgement.decision?.stands ? judgement.decision : null;
  return (
    <header className="mb-8 grid gap-2">
      <h1 className="text-note text-ink-2">{words.title}</h1>
      <p className="text-[2.5rem] leading-none font-medium tracking-tight md:text-[4rem]">{to ? <Clock to={to} now={now} words={words.clock} /> : words.noDate}</p>
      <p className="text-note text-ink-2">
        {launched ? fill(words.launched, { when: momentWords(launched, launch.zone), end: momentWords(later(launched, day), launch.zone) })
          : judgement.goLive ? fill(words.goLive, { when: momentWords(judgement.goLive, launch.zone) }) : words.noDateHint}
      </p>
      {decision?.againstVerdict ? <p className="font-semibold text-stop">{texts("overview")("sentence.against")}</p> : null}
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold"><MarkedWord {...verdictMark[judgement.verdict]}>{common.verdict[judgement.verdict]}</MarkedWord></span>
        <span className="text-ink-2">{launch.phase === "decided" && decision ? words.decided[decision.outcome] : `${common.phase[launch.phase]}, ${decision ? words.decided[decision.outcome].toLowerCase() : words.undecided}`}</span>
        {role === "manager" && launch.phase !== "archived" ? <Link prefetch={false} className="link" data-screen-only href={`${launchAddress(launch.slug, "sign-off")}#phase`}>{launched ? words.after : words.record}</Link> : null}
      </p>
    </header>
  );
}
