import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { seatWords } from "@/lib/report/seat-words";
import type { LaunchSeen } from "@/components/overview/launch-view";
import { PrintButton } from "@/components/report/print-button";
import { seatMark } from "@/lib/looks/state-marks";
import { nameOf } from "@/lib/report/names";
import { Minutes } from "@/components/sign-off/minutes";
import { buttonClasses } from "@/components/ui/button";
import { momentWords } from "@/lib/texts/time-words";
import { MarkedWord } from "@/components/ui/mark";
import { launchAddress } from "@/lib/domain/address";
import { requireLaunch } from "@/lib/server/auth";
import { readCheckpoints } from "@/lib/server/queries/history";
import { wordsOf } from "@/lib/texts/words";

interface Props { params: Promise<{ launch: string }>; searchParams: Promise<{ decision?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${wordsOf("decision").minutes.title} · ${state.launch.name}` };
}

/** A decision's minutes by themselves, to be printed and signed; the newest one, or the one that is asked for. */
export default async function MinutesPage({ params, searchParams }: Props) {
  const { visit, ...view } = await requireLaunch((await params).launch);
  const seen: LaunchSeen = { ...view, me: visit.actor.id };
  const { state, judgement, people } = view;
  const asked = (await searchParams).decision;
  const decisions = Object.values(state.decision).sort((a, b) => (a.at < b.at ? 1 : -1));
  const [newest] = decisions;
  const decision = asked === undefined ? newest : decisions.find(({ id }) => id === asked);
  if (!decision) notFound();
  const { minutes: words } = wordsOf("decision");
  const checkpoints = await readCheckpoints(state.launch.id, [decision.id]);
  const others = decisions.filter(({ id }) => id !== decision.id);
  const address = `${launchAddress(state.launch.slug, "sign-off")}/minutes`;
  return (
    <article className="max-w-[46rem]">
      <div className="mb-8 flex flex-wrap items-center gap-2 print:hidden">
        <PrintButton label={wordsOf("report").print} />
        <Link prefetch={false} href={launchAddress(state.launch.slug, "sign-off")} className={buttonClasses("quiet")}>{wordsOf("sign-off").title}</Link>
      </div>
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.title}</h1>
      <p className="mb-6 text-ink-2">{state.launch.name}</p>
      <Minutes decision={decision} seen={seen} changes={decision === newest && judgement.decision?.stands ? judgement.decision.changesSince : null} checkpoint={checkpoints.get(decision.id)} all />
      {decision === newest ? (
        <section aria-labelledby="seats-now" className="mt-8">
          <h2 id="seats-now" className="mb-2 text-note">{words.seatsNow}</h2>
          <ul>
            {judgement.seats.map((seat) => (
              <li key={seat.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5">
                <span>{seat.role}<span className="text-ink-3">{seat.team ? ` · ${seat.team}` : ""}{seat.holderId ? ` · ${nameOf(seat.holderId, people, wordsOf("settings").someone)}` : ""}</span></span>
                <MarkedWord {...seatMark(seat)}>{seatWords(seat, state.launch.zone)}</MarkedWord>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section aria-labelledby="other-decisions" className="mt-8" data-screen-only>
          <h2 id="other-decisions" className="mb-2 text-note">{words.others}</h2>
          <ul>{others.map(({ id, outcome, at }) => <li key={id} className="border-t border-line py-1.5"><Link prefetch={false} className="link" href={`${address}?decision=${id}`}>{words.decided[outcome]}, {momentWords(at, state.launch.zone)}</Link></li>)}</ul>
        </section>
      ) : null}
    </article>
  );
}
