"use client";

import { useId, type FormEvent } from "react";
import type { RowView } from "@/lib/domain/row";
import { OverNote } from "../item/over-note";
import type { Surroundings } from "../item/surroundings";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import type { RowIntent } from "./optimistic";

export type Asked = { about: "blocked" | "not-applicable" | "assign" | "due"; row: RowView };

/** Asks for what one stroke cannot say: a reason, a person, a day. */
export function Ask({ asked, around, onAnswer, onClose }: {
  asked: Asked | null; around: Surroundings; onAnswer: (item: string, intent: RowIntent, seen: number) => void; onClose: () => void;
}) {
  const words = around.words.list.ask;
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!asked) return;
    const said = String(new FormData(event.currentTarget).get("said") ?? "").trim();
    // What somebody else changed while this was being typed has not been seen.
    onAnswer(asked.row.id, intentOf(asked.about, said), asked.row.version);
    onClose();
  };
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked ? words[asked.about] : ""} close={words.close}>
      {asked ? (
        <form onSubmit={submit} className="grid gap-4">
          <p className="text-note text-ink-2">{asked.row.text}</p>
          <AskedField id={id} asked={asked} around={around} />
          <OverNote around={around} />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose} look="quiet">{words.cancel}</Button>
            <Button type="submit" look="primary">{words.save}</Button>
          </div>
        </form>
      ) : null}
    </Dialog>
  );
}

function AskedField({ id, asked: { about, row }, around }: { id: string; asked: Asked; around: Surroundings }) {
  const words = around.words.list.ask;
  if (about === "assign") {
    return (
      <Field id={id} label={words.owner}>
        <Select id={id} name="said" autoFocus defaultValue={row.ownerId ?? around.me}>
          <option value="">{words.nobody}</option>
          {around.members.map((member) => <option key={member.id} value={member.id}>{member.name}</option>)}
        </Select>
      </Field>
    );
  }
  if (about === "due") {
    return <Field id={id} label={words.day}><Input id={id} name="said" type="date" autoFocus defaultValue={row.due ?? ""} min={around.today} max="9999-12-31" /></Field>;
  }
  const before = row.face === about ? (row.note ?? "") : "";
  const hint = about === "blocked" ? words.blockedHint : words.notApplicableHint;
  return (
    <Field id={id} label={words.reason} hint={hint}>
      <Textarea
        id={id} name="said" required autoFocus defaultValue={before} maxLength={2_000} rows={3} aria-describedby={`${id}-hint`}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
    </Field>
  );
}

function intentOf(about: Asked["about"], said: string): RowIntent {
  switch (about) {
    case "blocked": return { kind: "work", work: "blocked", reason: said };
    case "not-applicable": return { kind: "applicability", applicability: "not-applicable", reason: said };
    case "assign": return { kind: "assign", owner: said || null };
    case "due": return { kind: "due", due: said || null };
  }
}
