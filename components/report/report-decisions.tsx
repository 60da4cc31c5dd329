import type { NoteKind } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { seatMark } from "../marks/state-marks";
import type { LaunchSeen } from "../overview/launch-view";
import { seatWords } from "../overview/seats";
import { nameOf } from "../shell/names";
import { dayWords, momentWords } from "../ui/format-time";
import { MarkedWord } from "../ui/mark";
import { Part } from "./part";
import { ReportTable } from "./report-table";

/** What people have decided or put on record: seats, conditions, waivers, what left the scope, notes. */
export function ReportDecisions({ seen: { state, judgement, people } }: { seen: LaunchSeen }) {
  const t = texts("report");
  const { zone } = state.launch;
  const someone = texts("history")("someone");
  const itemText = (id: string): string => state.item[id]?.text ?? id;
  const out = Object.values(state.item).filter((item) => item.retiredAt === null && (judgement.items[item.id]?.applicability === "not-applicable" || !item.required)).sort((a, b) => a.position - b.position);
  const notes = Object.values(state.note).filter(({ retiredAt }) => retiredAt === null).sort((a, b) => (a.at < b.at ? -1 : 1));
  const noteKinds: readonly NoteKind[] = ["exception", "risk", "consideration"];
  return (
    <>
      <Part id="report-seats" title={t("seats")}>
        <ReportTable
          caption={t("seats")} empty={t("noSeats")}
          columns={[{ key: "seat", head: t("seat") }, { key: "team", head: t("team") }, { key: "holder", head: t("holder") }, { key: "position", head: t("position") }, { key: "signed", head: t("signed"), num: true }]}
          rows={judgement.seats.map((seat) => ({
            key: seat.id,
            cells: [seat.role, seat.team, nameOf(seat.holderId, people, seat.holderId ? someone : t("empty")), <MarkedWord key="position" {...seatMark(seat)}>{seatWords(seat, zone)}</MarkedWord>, seat.signedAt ? momentWords(seat.signedAt, zone) : "—"],
          }))}
        />
      </Part>
      <Part id="report-conditions" title={t("conditions")}>
        <ReportTable
          caption={t("conditions")} empty={t("noConditions")}
          columns={[{ key: "what", head: t("what") }, { key: "seat", head: t("seat") }, { key: "owner", head: t("owner") }, { key: "state", head: t("state") }, { key: "deadline", head: t("deadline"), num: true }]}
          rows={judgement.conditions.map(({ id, text, seatId, ownerId, state: standing, deadline }) => ({
            key: id, cells: [text, state.seat[seatId]?.role ?? "—", nameOf(ownerId, people, "—"), t(`condition.${standing}`), momentWords(deadline, zone)],
          }))}
        />
      </Part>
      <Part id="report-waivers" title={t("waivers")}>
        <ReportTable
          caption={t("waivers")} empty={t("noWaivers")}
          columns={[{ key: "item", head: t("item") }, { key: "state", head: t("state") }, { key: "because", head: t("because") }, { key: "ends", head: t("ends"), num: true }]}
          rows={judgement.waivers.map(({ id, itemId, state: standing, reason, endsAt }) => ({ key: id, cells: [itemText(itemId), t(`waiver.${standing}`), reason, momentWords(endsAt, zone)] }))}
        />
      </Part>
      <Part id="report-scope" title={t("outOfScope")}>
        <ReportTable
          caption={t("outOfScope")} empty={t("noOutOfScope")}
          columns={[{ key: "item", head: t("item") }, { key: "state", head: t("state") }, { key: "because", head: t("because") }]}
          rows={out.map((item) => {
            const away = judgement.items[item.id]?.applicability === "not-applicable";
            return { key: item.id, cells: [item.text, away ? t("notApplicable") : t("advisory"), (away ? item.applicabilityReason : item.requiredReason) ?? "—"] };
          })}
        />
      </Part>
      <Part id="report-notes" title={t("notes")}>
        {notes.length === 0 ? <p className="border-t border-line py-2 text-ink-2">{t("noNotes")}</p> : noteKinds.map((kind) => {
          const own = notes.filter((note) => note.kind === kind);
          return own.length === 0 ? null : (
            <div key={kind} className="border-t border-line py-2 text-note">
              <h3 className="text-note">{t(`note.${kind}`)}</h3>
              <ul>{own.map((note) => <li key={note.id} className="mt-1 whitespace-pre-line">{note.text} <span className="text-ink-3">({t("noteBy", { who: nameOf(note.authorId, people, note.authorId ? someone : t("theDocument")), when: dayWords(note.at, zone) })})</span></li>)}</ul>
            </div>
          );
        })}
      </Part>
    </>
  );
}
