import Link from "next/link";
import type { ReactNode } from "react";
import { launchAddress } from "@/lib/domain/address";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import { texts } from "@/lib/texts/texts";
import { Moment } from "../ui/moment";
import { storyOf } from "./story";
import type { Told } from "./subject";

/** How many field changes an event shows at once. */
const shown = 6;

/** One event: its sentence, before and after, when, by which way, and its number in the chain. */
export function HistoryEvent({ entry, told, now, controls }: { entry: HistoryEntry; told: Told; now: string; controls?: ReactNode }) {
  const t = texts("history");
  const { headline, details } = storyOf(entry, told);
  const via = (["page", "cli", "api", "seed"] as const).find((one) => one === entry.via);
  return (
    <li id={`event-${entry.seq}`} className="grid gap-x-6 gap-y-0.5 border-t border-line py-3 target:bg-wash md:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="wrap-anywhere">{headline}</p>
        {details.length > 0 ? (
          <ul className="mt-1 grid gap-0.5 text-note text-ink-2">
            {details.slice(0, shown).map(({ key, of, words }) => <li key={key} className="wrap-anywhere">{of ? <span className="text-ink-3">{of} · </span> : null}{words}</li>)}
          </ul>
        ) : null}
        {details.length > shown ? (
          <details className="mt-1 text-note text-ink-2">
            <summary className="text-ink-3">{t("more", { n: details.length - shown })}</summary>
            <ul className="mt-1 grid gap-0.5">
              {details.slice(shown).map(({ key, of, words }) => <li key={key} className="wrap-anywhere">{of ? <span className="text-ink-3">{of} · </span> : null}{words}</li>)}
            </ul>
          </details>
        ) : null}
        {entry.erased.length > 0 ? <p className="mt-1 text-note text-warn">{t("erased")}</p> : null}
      </div>
      <div className="text-small text-ink-3 md:text-right">
        <Moment at={entry.at} now={now} zone={told.state.launch.zone} exact />
        <span className="block">
          {via ? t(`via.${via}`) : t("viaOther", { via: entry.via })} · <a className="hover:underline" href={`#event-${entry.seq}`}>#{entry.seq}</a>{" "}
          <code title={entry.hash} className="font-mono">{entry.hash.slice(0, 8)}</code>{" · "}
          <Link prefetch={false} className="hover:underline" data-screen-only href={`${launchAddress(told.state.launch.slug, "history")}?at=${encodeURIComponent(entry.at)}`}>{texts("past")("then")}</Link>
        </span>
        {controls}
      </div>
    </li>
  );
}
