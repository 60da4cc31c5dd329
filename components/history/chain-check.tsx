import { wordsOf } from "@/lib/texts/words";
import { count, fill } from "../fill";
import { MarkedWord } from "../ui/mark";

export interface Checked { events: number; head: string; erased: number; fault: { seq: number; what: string } | null }

/** What a check of the whole history found, and what no check from inside can find. */
export function ChainCheck({ checked: { events, head, erased, fault } }: { checked: Checked }) {
  const { check: words } = wordsOf("past");
  return (
    <section aria-labelledby="chain-title" className={`mb-6 border-l-2 pl-4 ${fault ? "border-stop" : "border-go"}`}>
      <h2 id="chain-title" className="sr-only">{words.title}</h2>
      {fault ? (
        <><p className="font-medium"><MarkedWord shape="cross" tone="stop">{fill(words.bad, { seq: fault.seq, what: fault.what })}</MarkedWord></p><p className="text-note text-ink-2">{words.badHint}</p></>
      ) : (
        <>
          <p className="max-w-[70ch]"><MarkedWord shape="ring-check" tone="go">{fill(words.good, { n: events })}</MarkedWord></p>
          {erased > 0 ? <p className="text-note text-ink-2">{count(words.erased, erased)}</p> : null}
          <p className="text-note text-ink-3">{words.tail} <code className="font-mono break-all">{events}:{head}</code></p>
        </>
      )}
    </section>
  );
}
