import Link from "next/link";
import type { JudgedSeat } from "@/lib/domain/judgement";
import { texts } from "@/lib/texts/texts";
import { seatMark } from "../marks/state-marks";
import { launchAddress } from "@/lib/domain/address";
import { nameOf } from "../shell/names";
import { shortDayWords } from "../ui/format-time";
import { Mark, toneText } from "../ui/mark";
import type { LaunchSeen } from "./launch-view";
import { Heading } from "./section-heading";

/** Each seat with its position, and how much has changed since it was taken. */
export function Seats({ seen: { state, judgement: { seats }, people } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  const address = launchAddress(state.launch.slug, "sign-off");
  return (
    <section aria-labelledby="seats">
      <Heading id="seats" title={t("seats.title")}><Link prefetch={false} className="hover:underline" href={address}>{t("seats.all")} →</Link></Heading>
      {seats.length === 0 ? (
        <p className="border-t border-line py-2.5">{t("seats.none")}<span className="block text-small text-ink-3">{t("seats.noneHint")}</span></p>
      ) : (
        <ul>
          {seats.map((seat) => (
            <li key={seat.id} className="grid grid-cols-[1.1rem_1fr_auto] items-baseline gap-3 border-t border-line py-2">
              <Mark {...seatMark(seat)} />
              <div>
                {seat.role}{seat.holderId ? <span className="text-ink-3"> · {nameOf(seat.holderId, people, texts("history")("someone"))}</span> : null}
                <p className={`text-small ${toneText[seatMark(seat).tone]}`}>{seatWords(seat, state.launch.zone)}</p>
              </div>
              {seat.stale ? <Link prefetch={false} className="link text-small" href={`${address}#${seat.key}`}>{t("seats.see")}</Link> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a seat says in a few words: "Go, 3 changes since". */
export function seatWords(seat: JudgedSeat, zone: string): string {
  const t = texts("overview");
  if (!seat.position) return seat.holderId ? t("seats.unsigned") : t("seats.empty");
  const position = texts("common")(`position.${seat.position}`);
  if (seat.stale) return t("seats.stale", { position, n: seat.changedSince.length });
  const said = seat.reason ? t("seats.saidWhy", { position, reason: seat.reason }) : t("seats.said", { position, date: seat.signedAt ? shortDayWords(seat.signedAt, zone) : "" });
  return seat.openConditions > 0 ? `${said} · ${t("seats.conditions", { n: seat.openConditions })}` : said;
}
