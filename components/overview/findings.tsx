import Link from "next/link";
import { itemAddress } from "@/lib/domain/address";
import { texts } from "@/lib/texts/texts";
import { InlineText } from "../ui/inline-text";
import { Mark } from "../ui/mark";
import type { LaunchSeen } from "./launch-view";
import { Heading } from "./section-heading";

/** Ticks that do not agree with each other (decision rules §1, §3): no reason, but worth a look. Absent while there are none. */
export function Findings({ seen: { state, judgement: { findings } } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <Heading id="findings" title={t("findings.title")} />
      <ul>
        {findings.map(({ kind, itemId, message }) => {
          const item = state.item[itemId];
          return (
            <li key={`${kind} ${itemId}`} className="border-t border-line py-2 [overflow-wrap:anywhere]">
              <Mark shape="triangle" tone="warn" className="mr-1.5" />
              {item ? <Link prefetch={false} href={itemAddress(state.launch.slug, item.key)} className="hover:underline"><InlineText text={message} /></Link> : message}
              <p className="text-small text-ink-3">{t(`findings.${kind}`)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
