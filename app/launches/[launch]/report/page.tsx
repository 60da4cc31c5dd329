import type { Metadata } from "next";
import { Numbers } from "@/components/overview/numbers";
import type { LaunchSeen } from "@/components/overview/launch-view";
import { Part } from "@/components/report/part";
import { PrintButton } from "@/components/report/print-button";
import { ReportDecisions } from "@/components/report/report-decisions";
import { ReportMetrics, ReportSections } from "@/components/report/report-figures";
import { ReportHead } from "@/components/report/report-head";
import { ReportReasons } from "@/components/report/report-reasons";
import { buttonClasses } from "@/components/ui/button";
import { requireLaunch } from "@/lib/server/auth";
import { readLatest } from "@/lib/server/queries/history";
import { texts } from "@/lib/texts/texts";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: texts("report")("heading", { launch: state.launch.name }) };
}

/** One status report, to be read here, printed, or taken along in other formats. */
export default async function ReportPage({ params }: Props) {
  const { visit, ...view } = await requireLaunch((await params).launch);
  const seen: LaunchSeen = { ...view, me: visit.actor.id };
  const { state, judgement } = view;
  const t = texts("report");
  // The hash of exactly the event this report was made from, whatever has happened since.
  const [head] = await readLatest(state.launch.id, judgement.revision, 1);
  return (
    <article className="max-w-[56rem]">
      <div className="mb-8 flex flex-wrap items-center gap-2 print:hidden">
        <PrintButton label={t("print")} />
        {(["md", "csv", "xlsx", "json", "pack"] as const).map((format) => (
          <a key={format} className={buttonClasses("quiet")} href={`/launches/${state.launch.slug}/export/${format}`} download>{t("exports")}: {t(`formats.${format}`)}</a>
        ))}
      </div>
      <ReportHead seen={seen} hash={head?.hash ?? null} />
      <div className="mt-8"><Numbers judgement={judgement} /></div>
      <ReportSections seen={seen} />
      <Part id="report-reasons" title={`${t("reasons")} (${judgement.reasons.length})`}>
        <ReportReasons seen={seen} reasons={judgement.reasons} caption={t("reasonsCaption")} />
      </Part>
      {judgement.followUps.length > 0 ? <Part id="report-follow-ups" title={t("followUps")}><ReportReasons seen={seen} reasons={judgement.followUps} caption={t("followUps")} /></Part> : null}
      <ReportDecisions seen={seen} />
      <ReportMetrics seen={seen} />
      <p className="mt-8 border-t border-line pt-3 text-small text-ink-3">{t("foot", { revision: judgement.revision, rule: judgement.rule })}</p>
    </article>
  );
}
