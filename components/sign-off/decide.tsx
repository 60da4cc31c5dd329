"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState, type FormEvent } from "react";
import type { Outcome, Verdict } from "@/lib/domain/state";
import type common from "@/lib/texts/en/common.json";
import type decision from "@/lib/texts/en/decision.json";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { Field, Textarea } from "../ui/field";
import { useSubmit } from "../use-submit";
import type { SignOffActions } from "./actions";
import { Checkpoint } from "./checkpoint";

const outcomes: readonly Outcome[] = ["go", "no-go", "postpone"];
/** Refusals that say that this page has not heard of something. */
const old: ReadonlySet<string> = new Set(["already-decided", "poll-closed", "poll-open", "state-moved"]);

/** Records the decision on the verdict that was seen. Going against it is possible, and loud. */
export function Decide({ launch, verdict, inTheWay, poll, decided, words: { decide: words, minutes, busy: waiting }, verdictWords, decide }: {
  launch: string; verdict: Verdict; inTheWay: number; poll: string | null; decided: string | null; words: typeof decision; verdictWords: (typeof common)["verdict"]; decide: SignOffActions["decide"];
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // What stood there when the form was opened, or looked at again: decided is on that.
  const shown = { verdict, poll, decided };
  const [seen, setSeen] = useState(shown);
  const [checkpoint, setCheckpoint] = useState<string | null>(null);
  const { busy, refused, send, clear } = useSubmit(words.unreachable);
  const router = useRouter();
  // What it has not heard of then stands under the form by name; loading the page again by hand would lose what is typed.
  useEffect(() => {
    if (refused && old.has(refused.why)) router.refresh();
  }, [refused, router]);
  const decidedSince = seen.decided !== decided;
  // A decision closes the poll it was made on, which needs no second sentence.
  const pollMoved = seen.poll !== poll && !(decidedSince && poll === null);
  const moved = busy ? [] : [
    decidedSince ? words.decidedMeanwhile : null,
    seen.verdict !== verdict ? fill(words.moved, { verdict: verdictWords[verdict] }) : null,
    pollMoved ? (poll ? words.pollOpened : words.pollClosed) : null,
  ].filter((sentence) => sentence !== null);
  const look = (): void => {
    clear();
    setSeen(shown);
  };
  const against = outcome === "go" && verdict === "no-go";
  const close = (): void => {
    clear();
    setOpen(false);
    setOutcome(null);
  };
  if (!open) {
    return (
      <div className="grid justify-items-start gap-3">
        <Checkpoint checkpoint={checkpoint} text={minutes.checkpoint} />
        {/* Until the page has been read again, one's own decision would look like another's. */}
        <Button look="primary" disabled={busy} onClick={() => {
          setSeen(shown);
          setOpen(true);
        }}>{words.open}</Button>
      </div>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!outcome || moved.length > 0) return;
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim() || null;
    send(() => decide({ launch, outcome, reason, verdictSeen: seen.verdict, pollSeen: seen.poll, decisionSeen: seen.decided }), (answer) => {
      setCheckpoint(answer.checkpoint ?? null);
      close();
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-xl grid-cols-[minmax(0,1fr)] gap-4 rounded-md border border-line p-4">
      <fieldset className="grid gap-1">
        <legend className="mb-2 text-note font-medium">{words.outcome} <span className="font-normal text-ink-3">· {fill(words.verdict, { verdict: verdictWords[verdict] })}</span></legend>
        {outcomes.map((one) => (
          <div key={one} className="rounded-md px-2 py-1.5 hover:bg-wash has-checked:bg-wash">
            <label className="flex items-baseline gap-2">
              <input type="radio" name="outcome" value={one} required checked={outcome === one} onChange={() => setOutcome(one)} className="accent-ink" aria-describedby={`${id}-${one}`} />{words.outcomes[one]}
            </label>
            <p id={`${id}-${one}`} className="pl-6 text-small text-ink-3">{words.means[one]}</p>
          </div>
        ))}
      </fieldset>
      {against ? (
        <div role="alert" className="border-l-4 border-stop bg-stop-soft p-3">
          <p className="text-lead font-semibold text-stop">{words.against}</p>
          <p className="text-note">{count(words.againstHint, inTheWay)}</p>
        </div>
      ) : null}
      <Field id={`${id}-reason`} label={against ? words.reason : words.reasonOptional}><Textarea id={`${id}-reason`} name="reason" required={against} maxLength={2_000} rows={3} /></Field>
      {moved.length > 0 ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 border-l-2 border-warn pl-3 text-note">
          <div>{moved.map((sentence) => <p key={sentence}>{sentence}</p>)}</div><Button small onClick={look}>{words.looked}</Button>
        </div>
      ) : null}
      {refused && moved.length === 0 ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={close}>{words.cancel}</Button>
        <Button type="submit" look={against ? "danger" : "primary"} disabled={busy || moved.length > 0 || outcome === null}>{busy ? waiting : fill(words.submit, { outcome: outcome ? words.outcomes[outcome] : "…" })}</Button>
      </div>
    </form>
  );
}
