import type { Metadata } from "next";
import { Suspense } from "react";
import { SectionProgress } from "@/components/charts/section-progress";
import { Trend } from "@/components/charts/trend";
import { News, NewsLine } from "@/components/news/news";
import { Claims } from "@/components/overview/claims";
import { Findings } from "@/components/overview/findings";
import { Hero } from "@/components/overview/hero";
import { Latest } from "@/components/overview/latest";
import type { LaunchSeen } from "@/components/overview/launch-view";
import { Metrics } from "@/components/overview/metrics";
import { Numbers } from "@/components/overview/numbers";
import { Reasons } from "@/components/overview/reasons";
import { OutOfScope } from "@/components/overview/out-of-scope";
import { WhatIfHere } from "@/components/overview/what-if-here";
import { Seats } from "@/components/overview/seats";
import { Sections } from "@/components/overview/sections";
import { requireLaunch } from "@/lib/server/auth";
import { readDocumentMeta } from "@/lib/server/queries/document";
import { readLatest, withActors } from "@/lib/server/queries/history";
import { countNews, readNews } from "@/lib/server/queries/news";
import { readTrend } from "@/lib/server/queries/trend";
import { launchAddress } from "@/lib/domain/address";
import { texts } from "@/lib/texts/texts";
import { moveBookmark } from "./actions";

interface Props { params: Promise<{ launch: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state, judgement } = await requireLaunch((await params).launch);
  return { title: `${texts("common")(`verdict.${judgement.verdict}`)} · ${state.launch.name}` };
}

/** Are we go, and if not, who has to do what? */
export default async function OverviewPage({ params, searchParams }: Props) {
  const { visit, ...view } = await requireLaunch((await params).launch);
  const query = await searchParams;
  const { id: me, name, email } = visit.actor;
  // An instance's admin acts without being a member.
  const seen: LaunchSeen = { ...view, people: { ...view.people, [me]: { name, email } }, me };
  const { launch } = view.state;
  const wondering = query["what-if"] !== undefined && view.judgement.reasons.length > 0;
  const asked = query.news !== undefined;
  const here = { state: view.state, visit };
  const [document, events, news, fresh] = await Promise.all([
    readDocumentMeta(launch.id), readLatest(launch.id, view.judgement.revision, 6), asked ? readNews(here) : null, asked ? 0 : countNews(here),
  ]);
  const told = { ...seen, people: await withActors(seen.people, [...events, ...(news?.events ?? [])]) };
  // The document's boxes are its items; its sign-off lines are none (decision rules §1).
  return (
    <>
      <Hero seen={seen} claimedDate={document?.meta.targetGoLive ?? null} />
      {asked ? <div className="pb-7"><News news={news} seen={told} moveBookmark={moveBookmark} hide={launchAddress(launch.slug)} /></div> : <NewsLine n={fresh} />}
      <Numbers judgement={view.judgement} />
      <div className="mt-11 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
        {wondering ? <WhatIfHere seen={seen} /> : <Reasons seen={seen} />}
        <div className="grid content-start gap-10">
          <Seats seen={seen} />
          <OutOfScope seen={seen} />
          <Findings seen={seen} />
          <Claims document={document} verdict={view.judgement.verdict} zone={launch.zone} />
          <Latest entries={events} seen={told} />
        </div>
      </div>
      <Sections seen={seen} />
      <div className="mt-11 grid grid-cols-[minmax(0,1fr)] gap-11">
        <Suspense fallback={<div className="min-h-60" role="status" aria-label={texts("overview")("charts.reading")} />}><TrendOf id={launch.id} revision={view.state.revision} goLive={launch.goLive?.slice(0, 10) ?? null} /></Suspense>
        <SectionProgress sections={view.judgement.sections} />
      </div>
      <Metrics seen={seen} />
    </>
  );
}

/** Replayed from the whole history, so it streams in after everything else. */
async function TrendOf({ id, revision, goLive }: { id: string; revision: number; goLive: string | null }) {
  return <Trend days={await readTrend(id, revision)} goLive={goLive} />;
}
