import type { ReactNode } from "react";
import type { DecisionRecord } from "@/lib/domain/judge-decision";
import type { Decision, LaunchState } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { KeptCheckpoint } from "./kept-checkpoint";
import { positionMark, verdictMark } from "@/lib/looks/state-marks";
import type { LaunchSeen } from "../overview/launch-view";
import { nameOf, type People } from "@/lib/report/names";
import { momentWords } from "@/lib/texts/time-words";
import { InlineText } from "../ui/inline-text";
import { MarkedWord } from "../ui/mark";

/** How many reasons the page lists; the minutes on paper list them all. */
const atFirst = 10;

/** A decision as it was taken: verdict, what stood in the way, conditions and dissent of that moment, whatever happened later. */
export function Minutes({ decision, seen: { state, people }, changes, checkpoint, all = false }: {
  decision: Decision; seen: LaunchSeen;
  /** How much of what it rested on has changed since; `null` for one that does not stand any more. */
  changes: number | null;
  /** Of the event that recorded it. */
  checkpoint: string | undefined;
  /** Lists every reason and the whole checkpoint, for paper. */
  all?: boolean;
}) {
  const { minutes: words } = wordsOf("decision");
  const common = wordsOf("common");
  const { zone } = state.launch;
  const someone = wordsOf("settings").someone;
  // Written whole by judgeDecide, when the decision was recorded.
  const record = decision.record as DecisionRecord;
  const reasons = all ? record.reasons : record.reasons.slice(0, atFirst);
  return (
    <div className="grid gap-5">
      <header>
        {decision.againstVerdict ? <p className="mb-1 text-lead font-semibold text-stop">{words.against}</p> : null}
        <p className="text-figure tracking-tight">{words.decided[decision.outcome]}</p>
        <p className="text-note text-ink-3">{fill(words.byAt, { name: nameOf(decision.by, people, someone), when: momentWords(decision.at, zone) })}</p>
        {changes === null ? <p className="mt-1 text-note text-ink-2">{words.past}</p> : <p className={`mt-1 text-note ${changes > 0 ? "font-medium text-warn" : "text-ink-3"}`}>{changes > 0 ? count(words.changes, changes) : words.noChanges}</p>}
      </header>
      <dl className="grid gap-4 print:block">
        <Entry term={words.poll}>{pollWords(decision, record, state, people)}</Entry>
        {decision.reason ? <Entry term={words.reason}><p className="[overflow-wrap:anywhere]">{decision.reason}</p></Entry> : null}
        <Entry term={words.verdict}>
          <MarkedWord {...verdictMark[record.verdict]}>{fill(words.verdictText, {
            verdict: common.verdict[record.verdict], rule: decision.rule, verified: record.numbers.verified.done, of: record.numbers.verified.of, claimed: record.numbers.claimed.done,
          })}</MarkedWord>
        </Entry>
        <Entry term={`${words.reasons}${record.reasons.length > 0 ? ` (${record.reasons.length})` : ""}`}>
          {record.reasons.length === 0 ? words.noReasons : (
            <ul>
              {reasons.map((reason) => <li key={`${reason.kind} ${reason.subjectId}`} className="border-t border-line py-1 text-note first:border-0"><span className="text-ink-3">{common.reason[reason.kind]} · </span><InlineText text={reason.subject} /></li>)}
              {record.reasons.length > reasons.length ? <li className="border-t border-line py-1 text-note text-ink-3">{fill(words.more, { n: record.reasons.length - reasons.length })}</li> : null}
            </ul>
          )}
        </Entry>
        <Entry term={words.conditions}>
          {record.conditions.length === 0 ? words.noConditions : (
            <ul>
              {record.conditions.map((condition, at) => (
                <li key={at} className="border-t border-line py-1 first:border-0 [overflow-wrap:anywhere]">
                  {condition.text}
                  <span className="block text-small text-ink-3">
                    {condition.ownerId ? nameOf(condition.ownerId, people, someone) : words.nobody} · {fill(words.until, { when: momentWords(condition.deadline, zone) })}
                    {condition.rollbackTrigger ? ` · ${fill(words.trigger, { trigger: condition.rollbackTrigger })}` : ""}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Entry>
        <Entry term={words.dissent}>
          {record.dissent.length === 0 ? words.noDissent : (
            <ul>
              {record.dissent.map((one) => (
                <li key={one.seatId} className="border-t border-line py-1 first:border-0 [overflow-wrap:anywhere]">
                  {one.role}{one.nameThen ? <span className="text-ink-3"> · {one.nameThen}</span> : null}: {one.position ? <MarkedWord {...positionMark[one.position]}>{common.position[one.position]}</MarkedWord> : words.silent}
                  {one.stale ? <span className="text-ink-3">, {words.staleNote}</span> : null}
                  {one.reason ? <span className="block text-note text-ink-2">{one.reason}</span> : null}
                </li>
              ))}
            </ul>
          )}
        </Entry>
        {checkpoint && all ? <Entry term={wordsOf("decision").checkpoint.title}><code className="font-mono text-small break-all select-all">{checkpoint}</code></Entry> : null}
      </dl>
      {checkpoint && !all ? <KeptCheckpoint checkpoint={checkpoint} /> : null}
    </div>
  );
}

/** When the poll it was taken on was opened, by whom, and under which rule: the one that was declared before. */
function pollWords({ pollId }: Decision, { mustAnswer }: DecisionRecord, { poll: polls, launch }: LaunchState, people: People): string {
  const { minutes: words, poll: pollText } = wordsOf("decision");
  const poll = polls[pollId ?? ""];
  if (!poll) return words.noPoll;
  const opened = fill(words.pollOpened, { when: momentWords(poll.openedAt, launch.zone), name: nameOf(poll.openedBy, people, wordsOf("settings").someone) });
  // A quorum that names no number asks for every seat.
  const rule = poll.rule === "quorum" && poll.quorum === null ? pollText.inForce.all : fill(pollText.inForce[poll.rule], { n: poll.quorum ?? "" });
  const named = mustAnswer && mustAnswer.length > 0 ? ` ${fill(pollText.mustAnswer, { names: mustAnswer.join(", ") })}` : "";
  return `${opened} ${fill(words.pollRule, { rule })}${named}`;
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[9rem_minmax(0,1fr)] print:mb-4"><dt className="text-note text-ink-3">{term}</dt><dd className="min-w-0">{children}</dd></div>;
}
