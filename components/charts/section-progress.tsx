import { bands, type JudgedSection } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { ScrollBox } from "../ui/scroll-box";
import { LazySizes } from "./lazy";

/** Where the work is: each section's counting items by band, in a sentence, drawn, and as a table. */
export function SectionProgress({ sections }: { sections: readonly JudgedSection[] }) {
  const t = texts("overview");
  const words = texts("common");
  const counted = sections.filter(({ verified }) => verified.of > 0);
  const total = counted.reduce((sum, { verified }) => sum + verified.of, 0);
  const left = (section: JudgedSection): number => section.verified.of - section.verified.done;
  const most = counted.reduce<JudgedSection | null>((found, section) => (found === null || left(section) > left(found) ? section : found), null);
  const present = bands.filter((band) => counted.some((section) => section.bands[band] > 0));
  const sentence = most === null ? t("charts.sizeNone")
    : left(most) === 0 ? t("charts.sizeDone", { total }) : t("charts.sizeSentence", { section: most.title, left: left(most), total });
  return (
    <figure aria-labelledby="sizes">
      <figcaption className="mb-2 text-note text-ink-2"><h2 id="sizes" className="inline text-ink">{t("charts.size")}.</h2> {sentence}</figcaption>
      {most === null ? null : (
        <>
          <LazySizes rows={counted.map(({ title, bands: own }) => ({ title, ...own }))} bands={present.map((key) => ({ key, word: words(`band.${key}`) }))} loading={t("charts.loading")} />
          <details className="mt-2 text-note text-ink-2">
            <summary>{t("charts.table")}</summary>
            <ScrollBox label={t("charts.sizeCaption")}>
              <table className="table mt-1.5">
                <caption className="sr-only">{t("charts.sizeCaption")}</caption>
                <thead><tr><th scope="col">{t("sections.section")}</th>{present.map((band) => <th key={band} scope="col" className="num">{words(`band.${band}`)}</th>)}</tr></thead>
                <tbody>
                  {counted.map((section) => (
                    <tr key={section.id}><th scope="row">{section.title}</th>{present.map((band) => <td key={band} className="num">{section.bands[band]}</td>)}</tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </details>
        </>
      )}
    </figure>
  );
}
