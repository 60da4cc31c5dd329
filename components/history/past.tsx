import type { ReactNode } from "react";
import type { Judgement } from "@/lib/domain/judgement";
import type { LaunchState } from "@/lib/domain/state";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import { reasonMark, seatMark, verdictMark } from "@/lib/looks/state-marks";
import { seatWords } from "@/lib/report/seat-words";
import { verdictSentence } from "@/lib/report/verdict-sentence";
import { nameOf, type People } from "@/lib/report/names";
import { momentWords } from "@/lib/texts/time-words";
import { InlineText } from "../ui/inline-text";
import { Mark, MarkedWord, toneText } from "../ui/mark";

/** How many reasons stand open; the rest is a click away. */
const atFirst = 8;

/** A launch as it stood at a past moment: verdict, seats, what stood in the way. */
export function Past({ past: { state, judgement, people, asOf } }: { past: { state: LaunchState; judgement: Judgement; people: People; asOf: string } }) {
  const words = wordsOf("past");
  const common = wordsOf("common");
  const { zone, phase } = state.launch;
  const look = verdictMark[judgement.verdict];
  const { why, numbers } = verdictSentence(judgement);
  const line = (reason: (typeof judgement.reasons)[number]): ReactNode => (
    <li key={`${reason.kind} ${reason.subjectId}`} className="grid grid-cols-[1.1rem_1fr] items-baseline gap-3 border-t border-line py-1.5 text-note">
      <Mark {...reasonMark[reason.kind]} /><span className="min-w-0 [overflow-wrap:anywhere]"><InlineText text={reason.subject} /> <span className="text-ink-3">{common.reason[reason.kind]}</span></span>
    </li>
  );
  return (
    <section aria-labelledby="past-title" className="mb-10">
      <h2 id="past-title" className="text-lead tracking-tight">{fill(words.title, { when: momentWords(asOf, zone) })} <span className="text-note font-normal text-ink-3">· {fill(words.revision, { revision: state.revision })}</span></h2>
      <p className="mt-1 max-w-[70ch] text-note text-ink-3">{words.intro}</p>
      <p className={`mt-4 flex items-center gap-3 text-[2rem] leading-none font-semibold tracking-tight ${toneText[look.tone]}`}><Mark {...look} className="size-[0.85em]" />{common.verdict[judgement.verdict]}</p>
      <p className="mt-2 max-w-[62ch]">{why} {numbers}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-note">
        <dt className="text-ink-3">{words.phase}</dt><dd>{common.phase[phase]}</dd>
        <dt className="text-ink-3">{words.goLive}</dt><dd>{judgement.goLive ? momentWords(judgement.goLive, zone) : words.noDate}</dd>
        <dt className="text-ink-3">{words.decision}</dt>
        <dd>{judgement.decision ? `${wordsOf("decision").minutes.decided[judgement.decision.outcome]}, ${nameOf(judgement.decision.by, people, wordsOf("settings").someone)}, ${momentWords(judgement.decision.at, zone)}${judgement.decision.stands ? "" : `, ${wordsOf("report").earlier}`}` : words.noDecision}</dd>
      </dl>
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <h3 className="mb-2 text-note">{words.reasons}{judgement.reasons.length > 0 ? ` (${judgement.reasons.length})` : ""}</h3>
          {judgement.reasons.length === 0 ? <p className="border-t border-line py-1.5 text-note">{words.noReasons}</p> : <ul>{judgement.reasons.slice(0, atFirst).map(line)}</ul>}
          {judgement.reasons.length > atFirst ? <details className="border-t border-line py-1.5 text-note"><summary className="text-ink-2">{fill(words.more, { n: judgement.reasons.length - atFirst })}</summary><ul className="mt-1">{judgement.reasons.slice(atFirst).map(line)}</ul></details> : null}
        </div>
        <div>
          <h3 className="mb-2 text-note">{words.seats}</h3>
          {judgement.seats.length === 0 ? <p className="border-t border-line py-1.5 text-note">{words.noSeats}</p> : (
            <ul>{judgement.seats.map((seat) => <li key={seat.id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5 text-note"><span>{seat.role}</span><MarkedWord {...seatMark(seat)}>{seatWords(seat, zone)}</MarkedWord></li>)}</ul>
          )}
        </div>
      </div>
    </section>
  );
}
