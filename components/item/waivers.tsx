"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import { dayOf } from "@/lib/domain/zone";
import { fill } from "../fill";
import { bandMark } from "@/lib/looks/state-marks";
import { Button } from "../ui/button";
import { Field, Input, Textarea } from "../ui/field";
import { dayWords, momentWords } from "@/lib/texts/time-words";
import { MarkedWord, type MarkLook } from "../ui/mark";
import { AskDialog, typed } from "./ask-dialog";
import type { Detail, ToldWaiver } from "./detail";
import type { Hand } from "./hand";
import { mayChange, mayDecideWaivers, type Surroundings } from "./surroundings";

const looks: Record<"requested" | "active" | "expired" | "refused" | "ended", MarkLook> = {
  requested: { shape: "question", tone: "warn" }, active: bandMark.waived, expired: { shape: "clock", tone: "warn" },
  refused: { shape: "cross", tone: "mute" }, ended: { shape: "dash", tone: "mute" },
};

type Asked = { about: "request" } | { about: "approve" | "refuse" | "end"; waiver: ToldWaiver };

/** Going without the item: asked for, approved by somebody else, ended. It never looks done (decision rules §4). */
export function Waivers({ row, detail, hand, around, done, heading: Heading }: {
  row: RowView; detail: Detail; hand: Hand; around: Surroundings; done: () => void; heading: "h2" | "h3";
}) {
  const words = around.words.item.waivers;
  const [asked, ask] = useState<Asked | null>(null);
  const decides = mayDecideWaivers(around, row.sectionId);
  const asking = detail.waivers.some(({ reads }) => reads === "requested");
  // What does not count stands in nobody's way; a parent's waiver covers what is under it.
  const may = mayChange(around) && (row.counts || row.isParent) && row.applicability !== "not-applicable" && !asking;
  if (detail.waivers.length === 0 && !may && !asked) return null;
  return (
    <section id="waiver" aria-labelledby={`waivers-of-${row.id}`} className="scroll-mt-6">
      <Heading id={`waivers-of-${row.id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.title}</Heading>
      <ul>
        {detail.waivers.map((waiver) => {
          const reads = waiver.reads ?? "ended";
          const own = waiver.requestedBy === around.me;
          return (
            <li key={waiver.id} className="grid gap-1 border-t border-line py-2 text-note">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <MarkedWord {...looks[reads]}>{words.state[reads]}</MarkedWord>
                <span className="text-small text-ink-3">{fill(words.until, { when: momentWords(waiver.endsAt, around.zone) })}</span>
              </p>
              {(reads === "requested" || reads === "active") && isTooShort(waiver, around) ? <p className="text-stop">{words.tooShort}</p> : null}
              <p className="[overflow-wrap:anywhere]">{waiver.reason}</p>
              <p className="text-ink-2 [overflow-wrap:anywhere]"><span className="text-ink-3">{words.control}: </span>{waiver.control}</p>
              <p className="text-small text-ink-3">{aboutWaiver(waiver, detail, around)}</p>
              {reads === "requested" || reads === "active" ? (
                <div className="flex flex-wrap gap-2 pt-1" data-screen-only>
                  {reads === "requested" && decides && !own ? (
                    <>
                      <Button small look="primary" onClick={() => ask({ about: "approve", waiver })}>{words.approve}</Button>
                      <Button small onClick={() => ask({ about: "refuse", waiver })}>{words.refuse}</Button>
                    </>
                  ) : null}
                  {(own && !around.over) || (decides && reads === "active") ? <Button small look="quiet" className="-ml-2.5" onClick={() => ask({ about: "end", waiver })}>{reads === "requested" ? words.takeBack : words.end}</Button> : null}
                  {reads === "requested" && own && !around.over ? <span className="self-center text-small text-ink-3">{words.another}</span> : null}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {may && detail.item.neverWaive ? <p className="border-t border-line py-2 text-note text-ink-3">{words.never}</p> : null}
      {may && !detail.item.neverWaive ? (
        <button type="button" onClick={() => ask({ about: "request" })} className="flex w-full items-center border-t border-line py-2 text-left text-note text-move pointer-coarse:min-h-11" data-screen-only>
          <span><span aria-hidden="true">+ </span>{detail.waivers.some(({ reads }) => reads === "active") ? words.lengthen : words.request}</span>
        </button>
      ) : null}
      <Asking asked={asked} close={() => ask(null)} {...{ row, detail, hand, around, done }} />
    </section>
  );
}

/** Whether it ends before a go-live that is still to come, and so does not take its item out of the way (decision rules §4). */
function isTooShort({ endsAt }: ToldWaiver, { goLiveAt, now }: Surroundings): boolean {
  return goLiveAt !== null && goLiveAt > now && endsAt <= goLiveAt;
}

function aboutWaiver(waiver: ToldWaiver, detail: Detail, { words: { item: words }, zone }: Surroundings): string {
  const name = (id: string | null): string => (id === null ? words.document : (detail.people[id]?.name ?? words.someone));
  const asked = fill(words.waivers.askedBy, { name: name(waiver.requestedBy), when: dayWords(waiver.requestedAt, zone) });
  if (!waiver.decidedBy || !waiver.decidedAt) return asked;
  const told = { name: name(waiver.decidedBy), when: dayWords(waiver.decidedAt, zone), reason: waiver.decidedReason ?? "" };
  const decided = waiver.state === "refused" ? words.waivers.refusedBy : waiver.decidedReason ? words.waivers.approvedWhy : words.waivers.approvedBy;
  return `${asked} · ${fill(decided, told)}`;
}

function Asking({ asked, close, row, detail, hand, around, done }: { asked: Asked | null; close: () => void; row: RowView; detail: Detail; hand: Hand; around: Surroundings; done: () => void }) {
  const { waivers: words, reason } = around.words.item;
  const { launch } = around;
  const shared = { open: true, close, done, hand, around } as const;
  if (!asked) return null;
  if (asked.about === "request") {
    return (
      <AskDialog {...shared} made={{ item: row.id }} title={words.request} about={row.text} save={words.send} on={{ id: row.id, version: row.version, says: around.words.list.face[row.face] }} ask={(form, version) => hand.actions.requestWaiver({ launch, item: row.id, version, reason: typed(form, "reason"), control: typed(form, "control"), endsAt: typed(form, "endsAt") })}>
        <Field id="waiver-reason" label={reason}><Textarea id="waiver-reason" name="reason" required maxLength={2_000} rows={3} /></Field>
        <Field id="waiver-control" label={words.control} hint={words.controlHint}><Textarea id="waiver-control" name="control" required maxLength={2_000} rows={2} aria-describedby="waiver-control-hint" /></Field>
        <Field id="waiver-end" label={words.ends} hint={fill(words.endsHint, { day: dayWords(around.waiverUntil, around.zone) })}>
          <Input id="waiver-end" name="endsAt" type="date" required min={around.today} defaultValue={around.goLive && around.goLive >= around.today ? around.goLive : dayOf(around.waiverUntil, around.zone)} aria-describedby="waiver-end-hint" />
        </Field>
      </AskDialog>
    );
  }
  const { waiver, about } = asked;
  // What is asked is about what stood there when it was; what has become of it since is told.
  const present = detail.waivers.find(({ id }) => id === waiver.id) ?? waiver;
  const on = { id: waiver.id, version: present.version, says: `${words.state[present.reads ?? "ended"]} ${fill(words.until, { when: momentWords(present.endsAt, around.zone) })} · ${aboutWaiver(present, detail, around)}` };
  if (about === "end") {
    const taking = waiver.reads === "requested";
    return (
      <AskDialog {...shared} on={on} title={taking ? words.takeBack : words.end} about={row.text} save={taking ? words.takeBack : words.end} ask={(_form, version) => hand.actions.endWaiver({ launch, waiver: waiver.id, version })}>
        <p className="text-note text-ink-2">{taking ? words.takeBackHint : words.endHint}</p>
      </AskDialog>
    );
  }
  const approve = about === "approve";
  return (
    <AskDialog
      {...shared} on={on} title={approve ? words.approveTitle : words.refuseTitle} about={`${row.text}: ${waiver.reason}`} save={approve ? words.approve : words.refuse}
      ask={(form, version) => hand.actions.decideWaiver({ launch, waiver: waiver.id, version, approve, reason: typed(form, "reason") || null })}
    >
      {approve ? <p className="text-note text-ink-2">{isTooShort(waiver, around) ? words.approveShortHint : words.approveHint}</p> : null}
      <Field id="waiver-why" label={approve ? words.whyOptional : reason}><Textarea id="waiver-why" name="reason" required={!approve} maxLength={2_000} rows={3} /></Field>
    </AskDialog>
  );
}
