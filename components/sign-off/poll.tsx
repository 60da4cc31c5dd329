import { openPoll, ruleInForce, saysGo } from "@/lib/domain/poll";
import { lastDecision } from "@/lib/domain/verdict";
import { takes } from "@/lib/domain/open-acts";
import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import type { LaunchSeen } from "../overview/launch-view";
import { nameOf } from "@/lib/report/names";
import { pollAnswers, rolesOf } from "@/lib/report/poll-answers";
import { momentWords } from "@/lib/texts/time-words";
import type { SignOffActions } from "./actions";
import { Decide } from "./decide";
import { PollControls } from "./poll-controls";

/** The go/no-go poll: its rule, who has answered and who has not; and, for managers, the decision. */
export function Poll({ seen: { state, judgement, people, role }, actions }: {
  seen: LaunchSeen; actions: Pick<SignOffActions, "openPoll" | "closePoll" | "setPollRule" | "setMustAnswer" | "decide">;
}) {
  const words = wordsOf("decision");
  const { launch } = state;
  const poll = openPoll(state);
  const { rule, quorum } = ruleInForce(state);
  const seats = judgement.seats;
  const { answered, silent, stale } = pollAnswers(seats);
  const must = Object.values(state.seat).filter((seat) => seat.mustAnswer && seat.retiredAt === null);
  const says = fill(words.poll.inForce[rule], { n: quorum ?? seats.length });
  const over = !takes(launch, "open-poll");
  return (
    <section id="poll" aria-labelledby="poll-title" className="mt-8 border-t border-line pt-5">
      <h2 id="poll-title" className="text-lead tracking-tight">{words.poll.title}</h2>
      <p className="mt-1">{poll ? fill(words.poll.open, { when: momentWords(poll.openedAt, launch.zone), name: nameOf(poll.openedBy, people, wordsOf("settings").someone) }) : words.poll.none}</p>
      <p className="text-note text-ink-2">
        {says} {rule === "quorum" && must.length > 0 ? fill(words.poll.mustAnswer, { names: must.map((seat) => seat.role).join(", ") }) : null}
      </p>
      {poll ? (
        <div className="mt-2 text-note text-ink-2">
          <p>{count(words.poll.answered, seats.length, {
            answered: answered.length, go: answered.filter(saysGo).length,
            noGo: answered.filter(({ position }) => position === "no-go").length, abstain: answered.filter(({ position }) => position === "abstain").length,
          })}</p>
          {silent.length > 0 ? <p>{fill(words.poll.waiting, { names: rolesOf(silent) })}</p> : null}
          {stale.length > 0 ? <p className="text-warn">{fill(words.poll.stale, { names: rolesOf(stale) })}</p> : null}
        </div>
      ) : over ? null : <p className="mt-1 max-w-[60ch] text-note text-ink-3" data-screen-only>{words.poll.noneHint}</p>}
      {role === "manager" && !over ? (
        <div className="mt-3 grid gap-3" data-screen-only>
          <PollControls
            launch={launch.slug} version={launch.version} says={says} rule={launch.pollRule} quorum={launch.quorum} poll={poll ? { id: poll.id, version: poll.version } : null}
            seats={seats.flatMap(({ id }) => state.seat[id] ?? []).map(({ id, role: name, mustAnswer, version }) => ({ id, role: name, mustAnswer, version }))}
            words={words} overtaken={wordsOf("common").overtaken} actions={actions}
          />
          <Decide launch={launch.slug} verdict={judgement.verdict} poll={poll?.id ?? null} decided={lastDecision(state)?.id ?? null} inTheWay={judgement.reasons.length} words={words} verdictWords={wordsOf("common").verdict} decide={actions.decide} />
        </div>
      ) : null}
    </section>
  );
}
