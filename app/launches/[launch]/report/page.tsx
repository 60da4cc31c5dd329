import type { Metadata } from "next";
import { Numbers } from "@/components/overview/numbers";
import { Part } from "@/components/report/part";
import { PrintButton } from "@/components/report/print-button";
import { ReportHead } from "@/components/report/report-head";
import { ReportNotes } from "@/components/report/report-notes";
import { ReportTable } from "@/components/report/report-table";
import { buttonClasses } from "@/components/ui/button";
import { reportOf } from "@/lib/report/report";
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
  const { visit: _visit, ...view } = await requireLaunch((await params).launch);
  const { state, judgement } = view;
  const t = texts("report");
  // The hash of exactly the event this report was made from, whatever has happened since.
  const [head] = await readLatest(state.launch.id, judgement.revision, 1);
  const report = reportOf(view, head?.hash ?? null);
  return (
    <article className="max-w-[56rem]">
      <div className="mb-8 flex flex-wrap items-center gap-2 print:hidden">
        <PrintButton label={t("print")} />
        {(["pdf", "md", "csv", "xlsx", "json", "pack"] as const).map((format) => (
          <a key={format} className={buttonClasses("quiet")} href={`/launches/${state.launch.slug}/export/${format}`} download>{t("exports")}: {t(`formats.${format}`)}</a>
        ))}
      </div>
      <ReportHead report={report} />
      <div className="mt-8"><Numbers judgement={judgement} /></div>
      {report.parts.map((part) => (
        <Part key={part.id} id={`report-${part.id}`} title={part.title}>
          {part.kind === "table" ? <ReportTable part={part} /> : <ReportNotes part={part} />}
        </Part>
      ))}
      <p className="mt-8 border-t border-line pt-3 text-small text-ink-3">{report.foot}</p>
    </article>
  );
}
