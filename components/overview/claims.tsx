import { texts } from "@/lib/texts/texts";
import type { Verdict } from "@/lib/domain/state";
import { calendarDayWords, dayWords } from "@/lib/texts/time-words";
import { Mark } from "../ui/mark";
import { Heading } from "./section-heading";

/** What is known of the imported document: the part of the document query that is shown. */
export interface DocumentSeen {
  name: string;
  importedAt: string;
  findings: readonly { kind: string; line: number; message: string }[];
  meta: { status: string | null; claimedCompletion: number | null; lastUpdated: string | null };
  checked: number;
  items: number;
}

/** The document's own claims beside what its boxes say: reported, never adopted (decision rules §10). */
export function Claims({ document, verdict, zone }: { document: DocumentSeen | null; verdict: Verdict; zone: string }) {
  const t = texts("overview");
  if (!document) return <section aria-labelledby="claims"><Heading id="claims" title={t("claims.title")} /><p className="border-t border-line py-2.5 text-ink-2">{t("claims.none")}</p></section>;
  const { meta: { status, claimedCompletion, lastUpdated }, checked, items, findings } = document;
  const contradicts = findings.some(({ kind }) => kind === "claim-contradicted");
  return (
    <section aria-labelledby="claims">
      <Heading id="claims" title={t("claims.title")} />
      <div className="border-t border-line py-2.5">
        <p>
          {contradicts ? <Mark shape="triangle" tone="warn" className="mr-1.5" /> : null}
          {claimedCompletion === null ? t("claims.agree", { checked, items }) : t("claims.completion", { claimed: claimedCompletion, checked, items })}
        </p>
        {status ? <p className="mt-1 text-note text-ink-2">{t("claims.status", { status, verdict: texts("common")(`verdict.${verdict}`) })}</p> : null}
        <p className="mt-1 text-small wrap-anywhere text-ink-3">
          {t("claims.imported", { name: document.name, when: dayWords(document.importedAt, zone) })}
          {lastUpdated ? ` · ${t("claims.updated", { date: calendarDayWords(lastUpdated) })}` : ""}
        </p>
        {findings.length > 0 ? (
          <details className="mt-2 text-note">
            <summary className="text-ink-2">{t("claims.findings", { n: findings.length })}</summary>
            <ul className="mt-1.5 grid gap-1.5">
              {findings.map(({ kind, line, message }, at) => <li key={`${kind} ${line} ${at}`}>{message} <span className="text-ink-3">({t("claims.line", { line })})</span></li>)}
            </ul>
          </details>
        ) : null}
      </div>
    </section>
  );
}
