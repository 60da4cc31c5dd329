import { texts } from "@/lib/texts/texts";
import { verdictMark } from "../marks/state-marks";
import { countdownWords } from "../overview/countdown";
import type { LaunchSeen } from "../overview/launch-view";
import { verdictSentence } from "../overview/verdict-sentence";
import { nameOf } from "../shell/names";
import { calendarDayWords, momentWords } from "../ui/format-time";
import { Mark, toneText } from "../ui/mark";

/** The head of the report: which launch, the verdict with its sentence, and from which moment of history it was made. */
export function ReportHead({ seen: { state: { launch }, judgement, people, now }, hash }: { seen: LaunchSeen; hash: string | null }) {
  const t = texts("report");
  const look = verdictMark[judgement.verdict];
  const { why, numbers } = verdictSentence(judgement);
  const { decision, goLive } = judgement;
  const facts = [
    { name: t("goLive"), value: goLive ? `${momentWords(goLive, launch.zone)} (${countdownWords(goLive, now, launch.zone).text}, ${launch.zone})` : t("noDate") },
    ...(launch.nextReview ? [{ name: t("nextReview"), value: calendarDayWords(launch.nextReview) }] : []),
    { name: t("phase"), value: texts("common")(`phase.${launch.phase}`) },
    {
      name: t("decision"),
      value: decision ? [
        t("decided", { outcome: t(`outcome.${decision.outcome}`), when: momentWords(decision.at, launch.zone), by: nameOf(decision.by, people, texts("history")("someone")) }),
        ...(decision.againstVerdict ? [t("against")] : []), t("since", { n: decision.changesSince }),
      ].join(", ") : t("noDecision"),
    },
  ];
  return (
    <header>
      <p className="text-small text-ink-3">
        {t("made", { when: momentWords(now, launch.zone) })}, {t("from", { revision: judgement.revision })} · {t("rule", { rule: judgement.rule })}
        {hash ? <span className="block break-all">{t("head", { hash: "" })}<code className="font-mono">{hash}</code></span> : null}
      </p>
      <h1 className="mt-3 text-[1.75rem] leading-tight tracking-tight">{t("heading", { launch: launch.name })}</h1>
      <p className={`mt-5 flex items-center gap-3 text-[2rem] leading-none font-semibold tracking-tight ${toneText[look.tone]}`}>
        <Mark {...look} className="size-[0.85em]" />{texts("common")(`verdict.${judgement.verdict}`)}
      </p>
      <p className="mt-2.5 max-w-[62ch] text-[1rem] text-pretty">{why} {numbers}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 border-t border-line pt-3 text-note">
        {facts.map(({ name, value }) => <div key={name} className="col-span-2 grid grid-cols-subgrid"><dt className="text-ink-3">{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </header>
  );
}
