import Link from "next/link";
import { seatWords } from "@/lib/report/seat-words";
import { texts } from "@/lib/texts/texts";
import { seatMark } from "@/lib/looks/state-marks";
import { launchAddress } from "@/lib/domain/address";
import { nameOf } from "@/lib/report/names";
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
