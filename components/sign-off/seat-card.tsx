import type { ReactNode } from "react";
import { takes } from "@/lib/domain/open-acts";
import { speaksFor } from "@/lib/domain/permissions";
import type { JudgedSeat } from "@/lib/domain/judgement";
import type { Seat, SignOff } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { KeptCheckpoint } from "./kept-checkpoint";
import { seatMark } from "@/lib/looks/state-marks";
import type { LaunchSeen } from "../overview/launch-view";
import { nameOf } from "@/lib/report/names";
import { dayWords, momentWords } from "@/lib/texts/time-words";
import { Mark, toneText } from "../ui/mark";
import type { SignOffActions } from "./actions";
import { ChangeList } from "./change-list";
import { changeWords } from "./change-words";
import { MeetCondition } from "./meet-condition";
import { delegationWords } from "./delegation-words";
import { scopeOf } from "./scope";
import { SeatScope } from "./seat-scope";

/** One seat: who sits there, what they say, and what has changed since they said it. */
export function SeatCard({ judged, seen, checkpoint, meetCondition, children }: { judged: JudgedSeat; seen: LaunchSeen; checkpoint: string | undefined; meetCondition: SignOffActions["meetCondition"]; children?: ReactNode }) {
  const { state, judgement, people } = seen;
  const words = wordsOf("sign-off");
  const seat = state.seat[judged.id];
  if (!seat) return null;
  const mark = seatMark(judged);
  const { zone } = state.launch;
  const holder = judged.holderId ? nameOf(judged.holderId, people, wordsOf("settings").someone) : null;
  const decision = wordsOf("decision");
  const someone = wordsOf("settings").someone;
  const signOff = judged.signOffId ? state.signOff[judged.signOffId] : undefined;
  const decidesHere = seen.role === "manager" || speaksFor(seen.me, seat, seen.now);
  const withdrawn = signOff ? null : lastWithdrawn(seat, state.signOff);
  const conditions = judgement.conditions.filter(({ seatId }) => seatId === judged.id);
  return (
    <article id={judged.key} aria-labelledby={`seat-${judged.id}`} className="grid scroll-mt-6 grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-t border-line py-5">
      <Mark {...mark} size={16} className="mt-1" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <header>
          <h3 id={`seat-${judged.id}`} className="text-[1rem] tracking-tight">
            {judged.role}{holder ? <span className="font-normal text-ink-3"> · {holder}{judged.holderId === seen.me ? ` (${words.you})` : ""}</span> : null}
          </h3>
          <p className={`text-lead ${judged.position || !judged.holderId ? toneText[mark.tone] : "text-ink-3"}`}>{judged.position ? wordsOf("common").position[judged.position] : judged.holderId ? words.silent : words.empty}</p>
          {judged.reason ? <p className="[overflow-wrap:anywhere]">{judged.reason}</p> : null}
          {judged.position && judged.signedAt ? (
            <p className="text-small text-ink-3">
              {fill(words.saidOn, { position: wordsOf("common").position[judged.position], when: momentWords(judged.signedAt, zone), name: judged.nameThen ?? "" })}{signOff?.forId ? ` ${fill(decision.delegate.for, { name: nameOf(signOff.forId, people, someone) })}` : ""}
              {" · "}<span title={words.digestHint} className="font-mono">{fill(words.digest, { digest: (signOff?.digest ?? "").slice(0, 12) })}</span>
            </p>
          ) : null}
          {checkpoint ? <KeptCheckpoint checkpoint={checkpoint} /> : null}
          {withdrawn ? (
            <p className="text-note text-ink-2 [overflow-wrap:anywhere]">
              {fill(words.withdrawn, { position: wordsOf("common").position[withdrawn.position], name: withdrawn.nameThen, when: momentWords(withdrawn.withdrawnAt ?? "", zone), reason: withdrawn.withdrawnReason ?? "" })}
            </p>
          ) : null}
          {seat.delegateId ? <p className="text-note text-ink-2">{delegationWords(seat, nameOf(seat.delegateId, people, someone), seen)}</p> : null}
          {judged.holderId ? null : <p className="text-note text-ink-3">{words.emptyHint}</p>}
          {seat.documentName ? <p className="text-small text-ink-3">{fill(words.documentSays, { name: seat.documentName, date: seat.documentDate ? `, ${seat.documentDate}` : "" })}</p> : null}
        </header>
        {judged.stale ? <Changes judged={judged} seen={seen} /> : null}
        {conditions.length > 0 ? (
          <div>
            <h4 className="text-small font-medium text-ink-3">{words.conditions}</h4>
            <ul>
              {conditions.map((condition) => (
                <li key={condition.id} className="border-t border-line py-1.5 text-note [overflow-wrap:anywhere]">
                  {condition.text}
                  <span className={`block text-small ${condition.state === "missed" ? "text-stop" : "text-ink-3"}`}>
                    {conditionWords(condition, seen)}{condition.ownerId && condition.ownerId !== (condition.state === "met" ? state.condition[condition.id]?.metBy : null) ? ` · ${nameOf(condition.ownerId, people, someone)}` : ""}
                    {state.condition[condition.id]?.rollbackTrigger ? <span className="block">{fill(decision.condition.trigger, { trigger: state.condition[condition.id]?.rollbackTrigger ?? "" })}</span> : null}
                  </span>
                  {takes(state.launch, "meet-condition") && (decidesHere || condition.ownerId === seen.me) ? (
                    <MeetCondition
                      launch={state.launch.slug} condition={{ id: condition.id, text: condition.text, met: condition.state === "met", version: state.condition[condition.id]?.version ?? 0 }}
                      words={{ ...decision.condition, unreachable: words.unreachable }} meetCondition={meetCondition}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <SeatScope scope={scopeOf(seat, state, judgement)} state={state} now={seen.now} mine={speaksFor(seen.me, seat, seen.now)} />
        {children}
      </div>
    </article>
  );
}

/** The holder's last word, where it was withdrawn and nothing has taken its place. */
function lastWithdrawn(seat: Seat, signOffs: Readonly<Record<string, SignOff>>): SignOff | null {
  const own = Object.values(signOffs).filter((one) => one.seatId === seat.id && (one.forId ?? one.byId) === seat.holderId && one.at >= (seat.holderAt ?? ""));
  const last = own.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return last?.withdrawnAt ? last : null;
}

/** Until when a condition is open, or who said when that it is met. */
function conditionWords({ id, state: standing, deadline }: LaunchSeen["judgement"]["conditions"][number], { state, people }: LaunchSeen): string {
  const { metAt, metBy } = state.condition[id] ?? {};
  const { zone } = state.launch;
  if (standing === "met" && metAt) return fill(wordsOf("decision").condition.metBy, { when: dayWords(metAt, zone), name: nameOf(metBy ?? null, people, wordsOf("settings").someone) });
  return fill(wordsOf("sign-off").condition[standing], { day: dayWords(deadline, zone) });
}

function Changes({ judged, seen: { state } }: { judged: JudgedSeat; seen: LaunchSeen }) {
  const words = wordsOf("sign-off");
  const lines = judged.changedSince.map((change) => changeWords(change, state));
  return (
    <div className="border-l-2 border-warn pl-4">
      <p className="text-note text-warn">{count(takes(state.launch, "sign") ? words.stale : words.staleOver, lines.length)}</p>
      <h4 className="mt-2 text-small font-medium text-ink-3">{words.changes}</h4>
      <ChangeList lines={lines} more={words.changeMore} />
    </div>
  );
}
