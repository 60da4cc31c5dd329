import Link from "next/link";
import { itemReasonKinds, type JudgedSection, type Reason } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { BandsBar } from "../marks/bands-bar";
import { checklistAddress } from "../shell/checklist-address";
import type { LaunchSeen } from "./launch-view";
import { Heading } from "./section-heading";

/** Every section: its bar, both counts, and what of it stands in the way. */
export function Sections({ seen: { state, judgement } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  return (
    <section aria-labelledby="sections" className="mt-11">
      <Heading id="sections" title={t("sections.title")} />
      {judgement.sections.length === 0 ? <p className="border-t border-line py-2.5 text-ink-2">{t("sections.none")}</p> : (
        <table className="table">
          <caption className="sr-only">{t("sections.caption")}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-0"><span className="sr-only">№</span></th>
              <th scope="col">{t("sections.section")}</th>
              <th scope="col" className="max-md:hidden md:w-[38%]"><span className="sr-only">{t("sections.progress")}</span></th>
              <th scope="col" className="num">{t("sections.verified")}</th>
              <th scope="col" className="num">{t("sections.claimed")}</th>
              <th scope="col" className="num max-sm:hidden">{t("sections.inTheWay")}</th>
            </tr>
          </thead>
          <tbody>
            {judgement.sections.map((section) => <SectionRow key={section.id} section={section} slug={state.launch.slug} inTheWay={inTheWay(section.id, judgement.reasons)} />)}
          </tbody>
        </table>
      )}
    </section>
  );
}

function SectionRow({ section, slug, inTheWay: words }: { section: JudgedSection; slug: string; inTheWay: { said: string; stops: boolean } }) {
  const t = texts("overview");
  const { key, title, verified, claimed, bands } = section;
  const counts = verified.of > 0;
  return (
    <tr>
      <td className="text-ink-3">{key}</td>
      <th scope="row" className="md:min-w-52">
        <Link prefetch={false} className="hover:underline" href={checklistAddress(slug, { section: key })}>{title}</Link>
        <span className={`block text-small sm:hidden ${words.stops ? "text-stop" : "text-ink-3"}`}>{words.said}</span>
        {counts ? <BandsBar className="mt-1.5 md:hidden" thin counts={bands} label={null} /> : null}
      </th>
      <td className="max-md:hidden md:!align-middle">{counts ? <BandsBar thin counts={bands} label={null} /> : <span className="text-small text-ink-3">{t("sections.apart")}</span>}</td>
      <td className="num text-ink-2">{counts ? `${verified.done}/${verified.of}` : "—"}</td>
      <td className="num text-ink-2">{counts ? `${claimed.done}/${claimed.of}` : "—"}</td>
      <td className={`num max-sm:hidden ${words.stops ? "text-stop" : "text-ink-3"}`}>{words.said}</td>
    </tr>
  );
}

/** "9 open, 1 blocked"; `stops` when one of them is blocked or contradicted: red is kept for that. */
function inTheWay(sectionId: string, reasons: readonly Reason[]): { said: string; stops: boolean } {
  const t = texts("overview");
  const own = reasons.filter((reason) => reason.sectionId === sectionId);
  const kinds = [...itemReasonKinds, "undecided-alternatives"] as const;
  const parts = kinds.map((kind) => ({ kind, n: own.filter((reason) => reason.kind === kind).length })).filter(({ n }) => n > 0);
  return {
    said: parts.map(({ kind, n }) => t(`sections.short.${kind}`, { n })).join(", ") || t("sections.nothing"),
    stops: parts.some(({ kind }) => kind === "blocked" || kind === "contradicted"),
  };
}
