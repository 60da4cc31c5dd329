import type { Metadata } from "next";
import Link from "next/link";
import { HistoryEvent } from "@/components/history/event";
import { HistoryFilters, type Asked } from "@/components/history/filters";
import { launchAddress } from "@/lib/domain/address";
import { buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireLaunch } from "@/lib/server/auth";
import { readHistory, withActors, type HistoryFilter } from "@/lib/server/queries/history";
import { texts } from "@/lib/texts/texts";

interface Props { params: Promise<{ launch: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: texts("history")("title") };

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).slice(0, 300);
/** A person's id is a UUID; anything else names nobody and must not reach the database. */
const isId = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

const isKind = (text: string): boolean => /^[a-z-]+(\.[a-z-]+)*$/i.test(text);

/** Every change of the launch, newest first. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { state, people: known, now } = await requireLaunch((await params).launch);
  const query = await searchParams;
  const t = texts("history");
  const asked: Asked = { kind: one(query.kind), person: one(query.person), item: one(query.item) };
  const item = asked.item ? Object.values(state.item).find(({ key }) => key === asked.item) : undefined;
  const nothing = (asked.item && !item) || (asked.person && !isId(asked.person)) || (asked.kind && !isKind(asked.kind));
  const before = Number.parseInt(one(query.before), 10);
  const filter: HistoryFilter = {
    limit: 50,
    ...(before > 0 && before <= 2_147_483_647 ? { before } : {}),
    ...(asked.kind ? { kind: asked.kind } : {}), ...(asked.person ? { person: asked.person } : {}), ...(item ? { subject: item.id } : {}),
  };
  const [{ events, more }, head] = await Promise.all([
    nothing ? { events: [], more: false } : readHistory(state.launch.id, filter), readHistory(state.launch.id, { limit: 1 }),
  ]);
  const people = await withActors(known, events);
  const address = launchAddress(state.launch.slug, "history");
  const page = (seq: number): string => `${address}?${new URLSearchParams({ ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value)), before: String(seq) }).toString()}`;
  const [newest] = head.events;
  const last = events.at(-1);
  return (
    <>
      <h1 className="text-figure tracking-tight">{t("title")}</h1>
      <p className="mt-1 max-w-[70ch] text-ink-2">{t("intro")}</p>
      {newest ? (
        <p className="mt-2 mb-6 text-note text-ink-3" title={t("headHint")}>
          {t("head", { seq: newest.seq })} <code className="font-mono break-all">{newest.hash}</code>
        </p>
      ) : null}
      <HistoryFilters state={state} people={people} asked={asked} />
      {events.length === 0 ? (
        <Notice title={asked.item && !item ? t("unknownItem", { key: asked.item }) : asked.kind || asked.person || asked.item ? t("noneFiltered") : t("none")} />
      ) : <ol className="border-b border-line">{events.map((entry) => <HistoryEvent key={entry.seq} entry={entry} told={{ state, people }} now={now} />)}</ol>}
      <p className="mt-4 flex gap-2 print:hidden">
        {more && last ? <Link prefetch={false} className={buttonClasses()} href={page(last.seq)} rel="next">{t("older")}</Link> : null}
        {before > 0 ? <Link prefetch={false} className={buttonClasses("quiet")} href={address}>{t("newest")}</Link> : null}
      </p>
    </>
  );
}
