"use client";

import type { TextPlace } from "@/lib/domain/erase";
import type { Reach } from "@/lib/domain/erase-reach";
import type erase from "@/lib/texts/en/erase.json";
import { PasswordField } from "../entry/password-field";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { useSubmit } from "../use-submit";
import type { EraseActions } from "./actions";

/** What erasing a text takes and leaves, said in full before the password is asked for. */
export function ReachOfErasing({ launch, place, reach, words, actions, look, back, close, done }: {
  launch: string; place: TextPlace; reach: Reach; words: typeof erase; actions: EraseActions; look: (place: TextPlace) => void; back: () => void; close: () => void; done: (() => void) | undefined;
}) {
  const { busy, refused, send } = useSubmit(words.unreachable);
  const now = reach.documents.find(({ current }) => current);
  const older = reach.documents.filter(({ current }) => !current).length;
  const bytes = [older > 0 ? count(words.documents, older) : null, reach.files.length > 0 ? `${count(words.files, reach.files.length)} (${reach.files.map(({ name }) => name).join(", ")})` : null].filter((one) => one !== null);
  const wrong = refused?.field === "password" ? refused.sentence : undefined;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4 text-note"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        send(() => actions.eraseText({ launch, place, bytes: form.get("bytes") === "on", password: String(form.get("password") ?? "") }), () => {
          close();
          done?.();
        });
      }}
    >
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-stop pl-3 whitespace-pre-line [overflow-wrap:anywhere]" tabIndex={0}>{reach.text}</blockquote>
      <div>
        <h3 className="font-medium">{words.goes}</h3>
        <p>{fill(words.goesText, { rows: count(words.rows, reach.rows), events: count(words.events, reach.events) })}</p>
        {reach.keys.length > 0 ? <p className="mt-1.5 text-warn [overflow-wrap:anywhere]">{count(words.keys, reach.keys.length, { keys: `${reach.keys.slice(0, 5).join(", ")}${reach.keys.length > 5 ? ", …" : ""}` })}</p> : null}
      </div>
      <div className="grid gap-1.5">
        <h3 className="font-medium">{words.stays}</h3>
        <p>{words.staysEvent}</p>
        {reach.seats.length > 0 ? <p className="text-warn">{count(words.seats, reach.seats.length, { names: reach.seats.join(", ") })}</p> : null}
        {now ? <p className="text-warn [overflow-wrap:anywhere]">{fill(words.documentNow, { name: now.name })} <a className="link" href={`/launches/${launch}/import`}>{words.importAgain}</a></p> : null}
        {reach.longer.length > 0 ? (
          <div className="text-warn">
            <p>{words.longer}</p>
            <ul>{reach.longer.map((other) => <li key={JSON.stringify(other.place)} className="flex items-baseline justify-between gap-3 border-t border-line py-1 text-ink"><span className="min-w-0 [overflow-wrap:anywhere]">{other.text}</span><button type="button" className="link shrink-0" onClick={() => look(other.place)}>{words.lookAt}</button></li>)}</ul>
          </div>
        ) : null}
        <p className="text-ink-3">{words.beyond}</p>
      </div>
      {bytes.length > 0 ? (
        <label className="flex items-baseline gap-2 [overflow-wrap:anywhere]">
          <input type="checkbox" name="bytes" defaultChecked className="accent-ink" aria-describedby="erase-bytes-hint" />
          <span>{fill(words.bytes, { what: bytes.join(", ") })}<span id="erase-bytes-hint" className="block text-small text-ink-3">{words.bytesHint}</span></span>
        </label>
      ) : null}
      <PasswordField id="erase-password" label={words.password} {...(wrong ? { error: wrong } : {})} autoComplete="current-password" words={words} />
      {refused && !wrong ? <p role="alert" className="text-stop">{refused.sentence}</p> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" className="mr-auto" onClick={back}>{words.back}</Button>
        <Button look="quiet" onClick={close}>{words.cancel}</Button>
        <Button look="danger" type="submit" disabled={busy}>{busy ? words.busy : words.erase}</Button>
      </div>
    </form>
  );
}
