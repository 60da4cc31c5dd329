import Link from "next/link";
import { itemAddress } from "@/lib/domain/address";
import { outOfScope } from "@/lib/domain/what-if";
import { texts } from "@/lib/texts/texts";
import { InlineText } from "../ui/inline-text";
import type { LaunchSeen } from "./launch-view";
import { Heading } from "./section-heading";

/** So many stand open; the rest is a click away. */
const atFirst = 5;

/** What a person took out of the count, with the reason (decision rules §2). Absent while there is nothing. */
export function OutOfScope({ seen: { state } }: { seen: LaunchSeen }) {
  const t = texts("overview");
  const out = outOfScope(state, null);
  if (out.length === 0) return null;
  const line = (item: (typeof out)[number]) => {
    const away = item.applicability === "not-applicable";
    const why = away ? t("outOfScope.notApplicable") : t("outOfScope.advisory");
    const reason = (away ? item.applicabilityReason : item.requiredReason) ?? t("outOfScope.noReason");
    return (
      <li key={item.id} className="border-t border-line py-2 [overflow-wrap:anywhere]">
        <Link prefetch={false} href={itemAddress(state.launch.slug, item.key)} className="hover:underline"><InlineText text={item.text} /></Link>
        <p className="text-small text-ink-3">{t("outOfScope.because", { why, reason })}</p>
      </li>
    );
  };
  return (
    <section aria-labelledby="out-of-scope">
      <Heading id="out-of-scope" title={t("outOfScope.title")} />
      <ul>{out.slice(0, atFirst).map(line)}</ul>
      {out.length > atFirst ? (
        <details className="border-t border-line py-2 text-note"><summary className="text-ink-2">{t("outOfScope.more", { n: out.length - atFirst })}</summary><ul className="mt-2 text-body">{out.slice(atFirst).map(line)}</ul></details>
      ) : null}
    </section>
  );
}
