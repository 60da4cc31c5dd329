import type { Judgement } from "@/lib/domain/judgement";
import type { NoteKind } from "@/lib/domain/state";
import { liveItems } from "@/lib/domain/survey";
import { seatMark } from "@/lib/looks/state-marks";
import { texts } from "@/lib/texts/texts";
import { dayWords, momentWords } from "@/lib/texts/time-words";
import { nameOf } from "./names";
import type { NotesPart, Reported, TablePart } from "./report";
import { seatWords } from "./seat-words";

/** What people have decided or put on record: seats, conditions, waivers, what left the scope, notes. */
export function seatsPart({ state: { launch: { zone } }, judgement, people }: Reported): TablePart {
  const t = texts("report");
  const someone = texts("history")("someone");
  return {
    kind: "table", id: "seats", title: t("seats"), caption: t("seats"), empty: t("noSeats"),
    columns: [{ key: "seat", head: t("seat") }, { key: "team", head: t("team") }, { key: "holder", head: t("holder") }, { key: "position", head: t("position") }, { key: "signed", head: t("signed"), num: true }],
    rows: judgement.seats.map((seat) => ({
      key: seat.id,
      cells: [
        { text: seat.role }, { text: seat.team }, { text: nameOf(seat.holderId, people, seat.holderId ? someone : t("empty")) },
        { text: seatWords(seat, zone), look: seatMark(seat) }, { text: seat.signedAt ? momentWords(seat.signedAt, zone) : "—" },
      ],
    })),
  };
}

export function conditionsPart({ state: { launch: { zone }, seat, condition }, judgement, people }: Reported): TablePart {
  const t = texts("report");
  return {
    kind: "table", id: "conditions", title: t("conditions"), caption: t("conditions"), empty: t("noConditions"),
    columns: [{ key: "what", head: t("what") }, { key: "seat", head: t("seat") }, { key: "owner", head: t("owner") }, { key: "state", head: t("state") }, { key: "trigger", head: t("trigger") }, { key: "deadline", head: t("deadline"), num: true }],
    rows: judgement.conditions.map(({ id, text, seatId, ownerId, state, deadline }) => ({
      key: id,
      cells: [{ text }, { text: seat[seatId]?.role ?? "—" }, { text: nameOf(ownerId, people, "—") }, { text: t(`condition.${state}`) }, { text: condition[id]?.rollbackTrigger ?? "—" }, { text: momentWords(deadline, zone) }],
    })),
  };
}

export function waiversPart({ state: { launch: { zone }, item, waiver }, judgement, people }: Reported): TablePart {
  const t = texts("report");
  const someone = texts("history")("someone");
  /** Who has it so: who asked for it, or who decided it and why. */
  const standing = (id: string, state: Judgement["waivers"][number]["state"]): string => {
    const row = waiver[id];
    const by = state === "requested" ? row?.requestedBy : row?.decidedBy;
    const who = nameOf(by ?? null, people, by ? someone : t("theDocument"));
    return `${t("waiverBy", { state: t(`waiver.${state}`), who })}${row?.decidedReason ? `: ${row.decidedReason}` : ""}`;
  };
  return {
    kind: "table", id: "waivers", title: t("waivers"), caption: t("waivers"), empty: t("noWaivers"),
    columns: [{ key: "item", head: t("item") }, { key: "state", head: t("state") }, { key: "because", head: t("because") }, { key: "control", head: t("control") }, { key: "ends", head: t("ends"), num: true }],
    rows: judgement.waivers.map(({ id, itemId, state, reason, endsAt }) => ({
      key: id, cells: [{ text: item[itemId]?.text ?? itemId, inline: true }, { text: standing(id, state) }, { text: reason }, { text: waiver[id]?.control ?? "—" }, { text: momentWords(endsAt, zone) }],
    })),
  };
}

export function scopePart({ state, judgement }: Reported): TablePart {
  const t = texts("report");
  const away = (id: string): boolean => judgement.items[id]?.applicability === "not-applicable";
  const out = liveItems(state).filter((item) => away(item.id) || !item.required);
  return {
    kind: "table", id: "scope", title: t("outOfScope"), caption: t("outOfScope"), empty: t("noOutOfScope"),
    columns: [{ key: "item", head: t("item") }, { key: "state", head: t("state") }, { key: "because", head: t("because") }],
    rows: out.map((item) => ({
      key: item.id,
      cells: [{ text: item.text, inline: true }, { text: away(item.id) ? t("notApplicable") : t("advisory") }, { text: (away(item.id) ? item.applicabilityReason : item.requiredReason) ?? "—" }],
    })),
  };
}

export function notesPart({ state, people }: Reported): NotesPart {
  const t = texts("report");
  const someone = texts("history")("someone");
  const notes = Object.values(state.note).filter(({ retiredAt }) => retiredAt === null).sort((a, b) => (a.at < b.at ? -1 : 1));
  const kinds: readonly NoteKind[] = ["exception", "risk", "consideration"];
  return {
    kind: "notes", id: "notes", title: t("notes"), empty: t("noNotes"),
    groups: kinds.flatMap((kind) => {
      const own = notes.filter((note) => note.kind === kind);
      return own.length === 0 ? [] : [{
        key: kind, title: t(`note.${kind}`),
        notes: own.map(({ id, text, authorId, at }) => ({ key: id, text, by: t("noteBy", { who: nameOf(authorId, people, authorId ? someone : t("theDocument")), when: dayWords(at, state.launch.zone) }) })),
      }];
    }),
  };
}
