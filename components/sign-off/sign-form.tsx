"use client";

import { useId, useState, type FormEvent } from "react";
import { positions, type Position } from "@/lib/domain/state";
import { instantOf, isWallTime } from "@/lib/domain/zone";
import type common from "@/lib/texts/en/common.json";
import type decision from "@/lib/texts/en/decision.json";
import type signOff from "@/lib/texts/en/sign-off.json";
import { PasswordField } from "../entry/password-field";
import { count, fill } from "../fill";
import type { Person } from "../item/surroundings";
import { positionMark } from "@/lib/looks/state-marks";
import { Button } from "../ui/button";
import { Field, Textarea } from "../ui/field";
import { Mark } from "../ui/mark";
import { useSeen } from "../use-seen";
import { useSubmit } from "../use-submit";
import type { NewCondition, SignOffActions } from "./actions";
import { Checkpoint } from "./checkpoint";
import { Conditions, emptyCondition, type TypedCondition } from "./conditions";
import { Moved } from "./moved";
import { Reconfirm } from "./reconfirm";
import { usePen } from "./use-moved";

export interface SignFormProps {
  launch: string;
  seat: { id: string; role: string; digest: string; position: Position | null; reason: string | null; stale: boolean; signOffId: string | null; nameThen: string | null };
  /** The revision at which the seat's state was shown. */
  revision: number;
  /** Why nobody signs any more, in words; `null` while the launch asks. */
  over: string | null;
  /** How many things stand in the way in its sections: while any does, go cannot be said. */
  inTheWay: number;
  inTheWayHref: string;
  members: readonly Person[];
  zone: string;
  /** The conditions that a stale position would be confirmed with; `null` when it has to be taken anew. */
  again: NewCondition[] | null;
  words: typeof signOff;
  decisionWords: typeof decision;
  common: Pick<typeof common, "position" | "meaning">;
  sign: SignOffActions["sign"];
}

/** Takes a position for a seat, on exactly the state that was looked at. */
export function SignForm(props: SignFormProps) {
  const { launch, seat, again, words, decisionWords, common, sign } = props;
  const [open, setOpen] = useState(false);
  const [checkpoint, keep] = useState<string | null>(null);
  if (open) return <Signing {...props} signed={keep} close={() => setOpen(false)} />;
  if (props.over) return null;
  const { position, stale } = seat;
  const inOneStep = stale && position !== null && again !== null;
  return (
    <div className="grid justify-items-start gap-3" data-screen-only>
      {/* "Signed." is not said of what has been withdrawn since. */}
      <Checkpoint checkpoint={position === null ? null : checkpoint} text={decisionWords.signed} />
      {inOneStep ? (
        <Reconfirm launch={launch} seat={{ ...seat, position }} revision={props.revision} conditions={again} words={decisionWords} signWords={words.sign} more={words.changeMore} positionWord={common.position[position]} sign={sign} signed={keep} />
      ) : null}
      <Button look={position === null || (stale && !inOneStep) ? "primary" : "plain"} onClick={() => setOpen(true)}>{position ? words.sign.again : words.sign.open}</Button>
    </div>
  );
}

function Signing({ launch, seat, revision, over, inTheWay, inTheWayHref, members, zone, words: { sign: words, unreachable, digest, withdraw, changeMore }, common, sign, signed, close }: SignFormProps & { signed: (checkpoint: string | null) => void; close: () => void }) {
  const id = useId();
  const [position, setPosition] = useState<Position | null>(seat.position === "go" && inTheWay > 0 ? null : seat.position);
  const [reason, setReason] = useState(seat.reason ?? "");
  const [conditions, setConditions] = useState<TypedCondition[]>([emptyCondition()]);
  const at = useSubmit(unreachable);
  const { busy, refused, send } = at;
  // What the seat said when this was opened, or looked at again: nobody signs over another signature unseen.
  const signature = useSeen({ id: seat.signOffId ?? "", version: 0, says: "" }, at, true);
  const replaced = signature.moved;
  const pen = usePen(launch, seat.id, { digest: seat.digest, revision }, at);
  const { seen, moved } = pen;
  const [incomplete, setIncomplete] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!position || moved || replaced || over) return;
    const form = event.currentTarget;
    const withConditions = position === "go-with-conditions" ? conditions : [];
    if (withConditions.some(({ deadline }) => !isWallTime(deadline))) return setIncomplete(true);
    setIncomplete(false);
    const password = String(new FormData(form).get("password") ?? "");
    send(() => sign({
      launch, seat: seat.id, position, digest: seen.digest, seen: seen.revision, standingSeen: signature.seen.id || null, password,
      // Go has no field for a reason: what an earlier no-go said must not stand beside it.
      reason: position === "go" ? null : reason.trim() || null,
      conditions: withConditions.map(({ text, ownerId, deadline, trigger }) => ({ text, ownerId: ownerId || null, deadline: instantOf(deadline, zone), rollbackTrigger: trigger.trim() || null })),
    }), (answer) => {
      signed(answer.checkpoint ?? null);
      close();
    });
  };
  const wrong = refused?.field === "password" ? refused.sentence : undefined;
  return (
    <form onSubmit={submit} className="grid max-w-xl grid-cols-[minmax(0,1fr)] gap-4 rounded-md border border-line p-4" data-screen-only>
      <fieldset className="grid min-w-0 gap-1">
        <legend className="mb-2 text-note font-medium">{words.title} <span className="font-normal text-ink-3">· {fill(words.for, { role: seat.role })} <span className="font-mono">{fill(digest, { digest: seen.digest.slice(0, 12) })}</span></span></legend>
        {positions.map((one) => {
          const shut = one === "go" && inTheWay > 0;
          return (
            <div key={one} className="rounded-md px-2 py-1.5 hover:bg-wash has-checked:bg-wash">
              <label className={`flex items-baseline gap-2 ${shut ? "cursor-not-allowed text-ink-3" : ""}`}>
                <input type="radio" name="position" value={one} required disabled={shut} checked={position === one} onChange={() => setPosition(one)} className="accent-ink" aria-describedby={`${id}-${one}`} />
                <Mark {...positionMark[one]} className={shut ? "self-center opacity-50" : "self-center"} />
                {common.position[one]}
              </label>
              <p id={`${id}-${one}`} className="pl-12 text-small text-ink-3">
                {shut ? <>{count(words.goBlocked, inTheWay)} <a href={inTheWayHref} className="link">{words.seeThem}</a></> : common.meaning[one]}
              </p>
            </div>
          );
        })}
      </fieldset>
      {position && position !== "go" ? (
        <Field id={`${id}-reason`} label={words.reason} hint={words.reasonHint}>
          <Textarea id={`${id}-reason`} required maxLength={2_000} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} aria-describedby={`${id}-reason-hint`} />
        </Field>
      ) : null}
      {position === "go-with-conditions" ? <Conditions typed={conditions} change={setConditions} members={members} zone={zone} words={words} /> : null}
      <PasswordField id={`${id}-password`} label={words.password} hint={words.passwordHint} error={wrong} autoComplete="current-password" words={words} />
      {over ? <p role="alert" className="text-note text-stop">{over}</p> : null}
      <Moved pen={pen} words={words} more={changeMore} />
      {replaced && !over ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 border-l-2 border-warn pl-3 text-note">
          <span>{seat.position ? fill(words.saidMeanwhile, { name: seat.nameThen ?? "", position: common.position[seat.position] }) : words.withdrawnMeanwhile}</span>
          <Button small onClick={signature.look}>{words.lookedAgain}</Button>
        </div>
      ) : null}
      {incomplete ? <p role="alert" className="text-note text-stop">{words.incompleteDeadline}</p> : null}
      {refused && !wrong && !over && !(moved && refused.why === "state-moved") && !(replaced && refused.why === "signed-meanwhile") ? <p role="alert" className="text-note text-stop">{refused.sentence}</p> : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={close}>{withdraw.cancel}</Button>
        <Button type="submit" look="primary" disabled={busy || moved || replaced || over !== null || position === null}>{busy ? words.busy : words.submit}</Button>
      </div>
    </form>
  );
}
