import type { JudgedSeat } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { shortDayWords } from "@/lib/texts/time-words";

/** Somebody's words within ours: where they run from right to left, ours behind them stay where they are (UAX 9, isolates). */
const apart = (text: string): string => (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text) ? `\u2068${text}\u2069` : text);

/** What a seat says in a few words: "Go, 3 changes since". */
export function seatWords(seat: JudgedSeat, zone: string): string {
  const t = texts("overview");
  if (!seat.position) return seat.holderId ? t("seats.unsigned") : t("seats.empty");
  const position = texts("common")(`position.${seat.position}`);
  if (seat.stale) return t("seats.stale", { position, n: seat.changedSince.length });
  const said = seat.reason ? t("seats.saidWhy", { position, reason: apart(seat.reason) }) : t("seats.said", { position, date: seat.signedAt ? shortDayWords(seat.signedAt, zone) : "" });
  return seat.openConditions > 0 ? `${said} · ${t("seats.conditions", { n: seat.openConditions })}` : said;
}
