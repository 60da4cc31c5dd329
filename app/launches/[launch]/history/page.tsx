import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { ChainCheck } from "@/components/history/chain-check";
import { Comparison } from "@/components/history/comparison";
import { EraseText } from "@/components/erase/erase-text";
import { HistoryEvent } from "@/components/history/event";
import { HistoryFilters, type Asked } from "@/components/history/filters";
import { LookBack } from "@/components/history/look-back";
import { Past } from "@/components/history/past";
import { PastExports } from "@/components/history/past-exports";
import { UndoEvent } from "@/components/history/undo-event";
import { momentWords } from "@/lib/texts/time-words";
import { freeText } from "@/lib/domain/free-text";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import { judgeUndo } from "@/lib/domain/judge-undo";
import type { Person } from "@/lib/domain/permissions";
import { rowsOfItems, rowsOfSection } from "@/lib/domain/rows-about";
import { isInstant, wallOf } from "@/lib/domain/zone";
import { launchAddress } from "@/lib/domain/address";
import { buttonClasses } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireLaunch } from "@/lib/server/auth";
import { momentOf } from "@/lib/server/moment-of";
import { differenceBetween, readLaunchAt } from "@/lib/server/queries/at";
import type { LaunchView } from "@/lib/server/queries/launch";
import { verifyShared } from "@/lib/server/queries/verify-shared";
import { reads } from "@/lib/server/db";
import { readHistory, readLater, withActors, type HistoryFilter } from "@/lib/server/queries/history";
import type { Visit } from "@/lib/server/sessions";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { undo } from "../actions";
import { confirmPassword } from "../decision-actions";
import { eraseText, listErasable, lookAtErasing } from "../erase-actions";

interface Props { params: Promise<{ launch: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: texts("history")("title") };

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).slice(0, 300);
/** A person's id is a UUID; anything else names nobody and must not reach the database. */
const isId = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

const isKind = (text: string): boolean => /^[a-z-]+(\.[a-z-]+)*$/i.test(text);

/** Every change of the launch, newest first. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const view = await requireLaunch((await params).launch);
  const { state, people: known, now } = view;
  const query = await searchParams;
  if (one(query.at)) return <PastPage view={view} at={one(query.at)} compared={one(query.with)} />;
  const t = texts("history");
  const asked: Asked = { kind: one(query.kind), person: one(query.person), section: one(query.section), item: one(query.item) };
  const item = asked.item ? Object.values(state.item).find(({ key }) => key === asked.item) : undefined;
  const section = asked.section ? Object.values(state.section).find(({ key, retiredAt }) => key === asked.section && retiredAt === null) : undefined;
  const nothing = (asked.item && !item) || (asked.section && !section) || (asked.person && !isId(asked.person)) || (asked.kind && !isKind(asked.kind));
  const before = Number.parseInt(one(query.before), 10);
  const filter: HistoryFilter = {
    limit: 50,
    ...(before > 0 && before <= 2_147_483_647 ? { before } : {}),
    ...(asked.kind ? { kind: asked.kind } : {}), ...(asked.person ? { person: asked.person } : {}), 
    ...(item ? { subjects: rowsOfItems(state, new Set([item.id])) } : section ? { subjects: rowsOfSection(state, section.id) } : {}),
  };
  const [{ events, more }, head] = await Promise.all([
    nothing ? { events: [], more: false } : readHistory(state.launch.id, filter), readHistory(state.launch.id, { limit: 1 }),
  ]);
  const mine = events.filter(({ actorId }) => actorId === view.visit.actor.id);
  // Only what a person did themselves can be taken back, and what lies on it tells whether it can.
  const [people, later] = await Promise.all([
    withActors(known, events), readLater(reads(), state.launch.id, mine.at(-1)?.seq ?? state.revision, mine.flatMap(({ changes }) => changes.map(({ id }) => id))),
  ]);
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
      <LookBack slug={state.launch.slug} zone={state.launch.zone} now={now} at="" compared="" />
      {one(query.check) ? <Suspense fallback={<p role="status" className="mb-6 text-note text-ink-3">{wordsOf("past").check.checking}</p>}><Check slug={state.launch.slug} revision={state.revision} /></Suspense> : null}
      <HistoryFilters state={state} people={people} asked={asked} />
      {events.length === 0 ? (
        <Notice title={asked.item && !item ? t("unknownItem", { key: asked.item }) : asked.kind || asked.person || asked.section || asked.item ? t("noneFiltered") : t("none")} />
      ) : <ol className="border-b border-line">{events.map((entry) => <HistoryEvent key={entry.seq} entry={entry} told={{ state, people }} now={now} controls={<Controls view={view} entry={entry} later={later ?? []} />} />)}</ol>}
      <p className="mt-4 flex gap-2 print:hidden">
        {more && last ? <Link prefetch={false} className={buttonClasses()} href={page(last.seq)} rel="next">{t("older")}</Link> : null}
        {before > 0 ? <Link prefetch={false} className={buttonClasses("quiet")} href={address}>{t("newest")}</Link> : null}
      </p>
    </>
  );
}

/** What may be done about an event: its own actor takes it back, an instance's admin erases one of its texts. */
function Controls({ view: { state, now, visit: { actor } }, entry, later }: { view: LaunchView & { visit: Visit }; entry: HistoryEntry; later: HistoryEntry[] }) {
  const person: Person = { id: actor.id, admin: actor.admin, role: state.member[actor.id]?.role ?? null };
  const undoable = entry.actorId === actor.id && judgeUndo(state, person, entry, later, now).allowed;
  const erasable = actor.admin && entry.changes.some(({ entity, before, after }) => freeText[entity].some((field) => typeof (after?.[field] ?? before?.[field]) === "string"));
  if (!undoable && !erasable) return null;
  const t = texts("history");
  const { slug } = state.launch;
  return (
    <div className="flex flex-wrap gap-x-3 md:justify-end">
      {undoable ? <UndoEvent launch={slug} revision={entry.seq} words={{ undo: t("undo"), undoOf: t("undoOf", { seq: entry.seq }), password: { ...wordsOf("settings").password, unreachable: t("unreachable") } }} undo={undo} confirmPassword={confirmPassword} /> : null}
      {erasable ? <EraseText launch={slug} of={{ seq: entry.seq }} name={t("eventName", { seq: entry.seq })} words={wordsOf("erase")} actions={{ listErasable, lookAtErasing, eraseText }} /> : null}
    </div>
  );
}

/** The launch at a past moment, against another or now. */
async function PastPage({ view, at, compared }: { view: LaunchView; at: string; compared: string }) {
  const { launch } = view.state;
  const words = wordsOf("past");
  const moment = momentOf(at, launch.zone, "end");
  const other = compared ? momentOf(compared, launch.zone, "end") : null;
  const wrong = moment === null || (compared !== "" && other === null);
  const [past, later] = await Promise.all([moment ? readLaunchAt(view, moment) : null, other ? readLaunchAt(view, other) : null]);
  const typed = (text: string, read: string | null): string => (read && isInstant(read) ? wallOf(read, launch.zone) : text);
  const address = launchAddress(launch.slug, "history");
  const against = compared ? later : { state: view.state, judgement: view.judgement, people: view.people };
  return (
    <>
      <h1 className="text-figure tracking-tight">{texts("history")("title")}</h1>
      <p className="mt-1 mb-4 text-note"><Link prefetch={false} className="link" href={address}>← {words.back}</Link></p>
      <LookBack slug={launch.slug} zone={launch.zone} now={view.now} at={typed("", moment)} compared={typed("", other)} />
      {!past || !against ? <Notice title={wrong ? words.bad : words.none} /> : (
        <>
          <Past past={past} />
          <PastExports slug={launch.slug} at={past.asOf} />
          <Comparison compared={differenceBetween(past, against)} told={{ state: against.state, people: against.people }} when={other ? momentWords(other, launch.zone) : words.compare.now} />
        </>
      )}
    </>
  );
}

async function Check({ slug, revision }: { slug: string; revision: number }) {
  const checked = await verifyShared(slug, revision);
  if (!checked) notFound();
  return <ChainCheck checked={checked} />;
}
