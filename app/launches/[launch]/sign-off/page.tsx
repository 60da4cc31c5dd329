import type { Metadata } from "next";
import Link from "next/link";
import { count, fill } from "@/components/fill";
import { membersOf } from "@/components/members-of";
import { launchAddress } from "@/lib/domain/address";
import { checklistAddress } from "@/components/shell/checklist-address";
import { News } from "@/components/news/news";
import { Delegate } from "@/components/sign-off/delegate";
import { AssignHolder } from "@/components/sign-off/assign-holder";
import { delegationWords } from "@/components/sign-off/delegation-words";
import { scopeOf } from "@/components/sign-off/scope";
import { Minutes } from "@/components/sign-off/minutes";
import { PhaseMoves } from "@/components/sign-off/phase-moves";
import { Poll } from "@/components/sign-off/poll";
import { SeatCard } from "@/components/sign-off/seat-card";
import { SignForm } from "@/components/sign-off/sign-form";
import { WithdrawSignOff } from "@/components/sign-off/withdraw-sign-off";
import { nameOf } from "@/lib/report/names";
import { momentWords } from "@/lib/texts/time-words";
import { Notice } from "@/components/ui/notice";
import { nextPhases } from "@/lib/domain/judge-phase";
import { takes } from "@/lib/domain/open-acts";
import { speaksFor } from "@/lib/domain/permissions";
import { saysGo } from "@/lib/domain/poll";
import { lastDecision } from "@/lib/domain/verdict";
import { dayOf, instantOf, wallOf } from "@/lib/domain/zone";
import type { JudgedSeat } from "@/lib/domain/judgement";
import type { LaunchState, Phase, Seat } from "@/lib/domain/state";
import type { NewCondition } from "@/components/sign-off/actions";
import { requireLaunch } from "@/lib/server/auth";
import { readCheckpoints, withActors } from "@/lib/server/queries/history";
import { readNews } from "@/lib/server/queries/news";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { assignSeat, moveBookmark, sign, withdrawSignOff } from "../actions";
import { closePoll, decide, meetCondition, openPoll, setDelegate, setMustAnswer, setPhase, setPollRule } from "../decision-actions";

/** Phases into which a hand moved the launch, and out of which no hand moves it back; what a decision did is decided anew. */
const movedByHand: readonly Phase[] = ["launched", "closed", "postponed", "rolled-back"];

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("sign-off")("title")} · ${state.launch.name}` };
}

export default async function SignOffPage({ params }: Props) {
  const view = await requireLaunch((await params).launch);
  const { state, judgement, people, role, now, visit: { actor } } = view;
  const words = wordsOf("sign-off");
  const decisionWords = wordsOf("decision");
  const settingsWords = wordsOf("settings");
  const { overtaken, phase: phaseWords, position: positionWords } = wordsOf("common");
  const refusals = wordsOf("refusals");
  const members = membersOf(state, people, settingsWords.someone);
  const slug = state.launch.slug;
  const seen = { state, judgement, people, role, now, me: actor.id };
  const teams = [...new Set(judgement.seats.map(({ team }) => team))];
  const { launch } = state;
  const goLive = launch.goLive && instantOf(launch.goLive, launch.zone);
  const decision = lastDecision(state);
  const earlier = Object.keys(state.decision).length - 1;
  const checkpoints = await readCheckpoints(launch.id, [...judgement.seats.flatMap(({ signOffId }) => signOffId ?? []), ...(decision ? [decision.id] : [])]);
  const news = await readNews(view);
  const told = { state, now, people: await withActors(people, news?.events ?? []) };
  const seating = role === "manager" && takes(launch, "manage-seats");
  const moves = role === "manager" ? nextPhases(launch) : [];
  const standing = `${fill(decisionWords.phase.since, { phase: phaseWords[launch.phase], when: momentWords(launch.phaseAt, launch.zone) })}${launch.launchedAt ? ` ${fill(decisionWords.phase.launchedAt, { when: momentWords(launch.launchedAt, launch.zone) })}` : ""}`;
  return (
    <div className="max-w-3xl">
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-2">{words.intro}</p>
      {judgement.seats.length === 0 ? <Notice title={words.none.title}>{words.none.text}</Notice> : (
        <p className="mt-3 font-medium">{count(words.tally, judgement.seats.length, { go: judgement.seats.filter(saysGo).length })}</p>
      )}
      <div className="mt-8"><News news={news} seen={told} moveBookmark={moveBookmark} /></div>
      <Poll seen={seen} actions={{ openPoll, closePoll, setPollRule, setMustAnswer, decide }} />
      {decision ? (
        <section aria-labelledby="minutes-title" className="mt-8 border-t border-line pt-5">
          <h2 id="minutes-title" className="mb-2 text-note text-ink-2">{decisionWords.minutes.title}</h2>
          <Minutes decision={decision} seen={seen} changes={judgement.decision?.stands ? judgement.decision.changesSince : null} checkpoint={checkpoints.get(decision.id)} />
          <p className="mt-3 flex flex-wrap gap-x-4 text-note" data-screen-only>
            <Link prefetch={false} href={`${launchAddress(slug, "sign-off")}/minutes`} className="link">{decisionWords.minutes.print}</Link>
            {earlier > 0 ? <span className="text-ink-3">{count(decisionWords.minutes.earlier, earlier)}</span> : null}
          </p>
        </section>
      ) : null}
      <section id="phase" aria-labelledby="phase-title" className="mt-8 border-t border-line pt-5">
        <h2 id="phase-title" className="text-note text-ink-2">{decisionWords.phase.title}</h2>
        <p className="mt-1 mb-3">
          {standing}
        </p>
        {moves.length > 0 ? <PhaseMoves launch={slug} version={launch.version} says={`${standing} ${fill(decisionWords.phase.goLive, { when: goLive ? momentWords(goLive, launch.zone) : decisionWords.phase.noDate })}`} overtaken={overtaken} from={launch.phase} next={moves} zone={launch.zone} wallNow={wallOf(now, launch.zone)} fallen={judgement.verdict === "no-go" && judgement.decision?.againstVerdict === false} words={decisionWords} setPhase={setPhase} /> : null}
        {moves.length > 0 && movedByHand.includes(launch.phase) && decision?.at !== launch.phaseAt ? (
          <p className="mt-3 text-small text-ink-3" data-screen-only>{decisionWords.phase.slip} <Link prefetch={false} href={`${launchAddress(slug, "history")}?kind=launch.phase`} className="link">{decisionWords.phase.slipWay}</Link></p>
        ) : null}
      </section>
      {teams.map((team) => (
        <section key={team} className="mt-8" aria-label={team || words.otherTeam}>
          <h2 className="pb-2 text-note text-ink-2">{team || words.otherTeam}</h2>
          {judgement.seats.filter((seat) => seat.team === team).map((judged) => {
            const seat = state.seat[judged.id];
            if (!seat) return null;
            const mine = speaksFor(actor.id, seat, now);
            const signOff = judged.signOffId ? state.signOff[judged.signOffId] : undefined;
            const inTheWay = scopeOf(seat, state, judgement).inTheWay.length;
            const only = seat.sections?.length === 1 ? state.section[seat.sections[0] ?? ""]?.key : undefined;
            return (
              <SeatCard key={seat.id} judged={judged} seen={seen} checkpoint={judged.signOffId ? checkpoints.get(judged.signOffId) : undefined} meetCondition={meetCondition}>
                {/* Also where nobody signs any more, or one speaks for this seat no more: a form that is open keeps what was typed. */}
                <div className="flex flex-col items-start gap-2 empty:hidden [&>form]:w-full">
                  <SignForm
                    launch={slug} members={members} zone={state.launch.zone} words={words} decisionWords={decisionWords} common={wordsOf("common")} sign={sign} again={againWith(judged, inTheWay, view)}
                    seat={{ id: seat.id, role: seat.role, digest: judged.digest, position: judged.position, reason: judged.reason, stale: judged.stale, signOffId: judged.signOffId, nameThen: judged.nameThen }}
                    inTheWay={inTheWay} revision={state.revision} over={takes(launch, "sign") ? (mine ? null : refusals["not-your-seat"]) : refusals["launch-over"]} inTheWayHref={checklistAddress(slug, { about: "in-the-way", ...(only ? { section: only } : {}) })}
                  />
                  {mine && signOff && takes(launch, "withdraw-sign-off") ? <WithdrawSignOff launch={slug} signOff={{ id: signOff.id, version: signOff.version, says: fill(words.saidOn, { position: positionWords[signOff.position], when: momentWords(signOff.at, launch.zone), name: signOff.nameThen }) }} words={words} overtaken={overtaken} withdraw={withdrawSignOff} /> : null}
                </div>
                {seat.holderId && takes(launch, "appoint-delegate") && (role === "manager" || seat.holderId === actor.id) ? (
                  <Delegate
                    launch={slug} members={members} today={dayOf(now, launch.zone)} words={decisionWords} overtaken={overtaken} setDelegate={setDelegate}
                    says={fill(decisionWords.delegate.heldBy, { holder: nameOf(seat.holderId, people, settingsWords.someone), says: seat.delegateId ? delegationWords(seat, nameOf(seat.delegateId, people, settingsWords.someone), told) : decisionWords.delegate.nobody })}
                    seat={{ id: seat.id, role: seat.role, holderId: seat.holderId, version: seat.version, delegated: delegatedOf(seat, now, launch.zone) }}
                  />
                ) : null}
                {seating && members.length === 0 ? (
                  <p className="text-note"><Link prefetch={false} href={`${launchAddress(slug, "settings")}#invite`} className="link">{words.assign.invite}</Link></p>
                ) : null}
                {seating && members.length > 0 ? (
                  <AssignHolder
                    launch={slug} seat={{ id: seat.id, role: seat.role, holderId: seat.holderId, version: seat.version }} members={members} assignSeat={assignSeat}
                    words={{ label: words.assign.label, hint: judged.position ? words.assign.hint : null, nobody: words.nobody, unreachable: words.unreachable }}
                  />
                ) : null}
              </SeatCard>
            );
          })}
        </section>
      ))}
      <p className="mt-6 text-small text-ink-3">{words.notYours} · {fill(words.rule, { rule: judgement.rule })}</p>
    </div>
  );
}

/** Who is named to sign for the holder, on which days; `null` where nobody is, or not any more. */
function delegatedOf({ delegateId, delegateFrom, delegateTo }: Seat, now: string, zone: string): { id: string; from: string | null; to: string | null } | null {
  if (delegateId === null || (delegateTo !== null && delegateTo <= now)) return null;
  return { id: delegateId, from: delegateFrom && dayOf(delegateFrom, zone), to: delegateTo && dayOf(delegateTo, zone) };
}

/** What a stale position can be confirmed with in one step; `null` where it has to be taken anew: go with items in the way, a missed condition. */
function againWith({ signOffId, position }: JudgedSeat, inTheWay: number, { state, now }: { state: LaunchState; now: string }): NewCondition[] | null {
  if (position === "go" && inTheWay > 0) return null;
  const conditions = Object.values(state.condition).filter((condition) => condition.signOffId === signOffId && condition.metAt === null);
  if (position === "go-with-conditions" && conditions.length === 0) return null;
  if (conditions.some(({ deadline }) => deadline <= now)) return null;
  return conditions.map(({ text, ownerId, deadline, rollbackTrigger }) => ({ text, ownerId, deadline, rollbackTrigger }));
}
