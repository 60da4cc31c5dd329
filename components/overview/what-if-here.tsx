import Link from "next/link";
import { launchAddress } from "@/lib/domain/address";
import { wordsOf } from "@/lib/texts/words";
import type { LaunchSeen } from "./launch-view";
import { reasonOrder } from "@/lib/report/reason-order";
import { Heading } from "./section-heading";
import { WhatIfLazy } from "./what-if-lazy";

/** "What if" in the place of the reasons: only whoever asks for it loads it. */
export function WhatIfHere({ seen: { state, judgement } }: { seen: LaunchSeen }) {
  const { whatIf: words } = wordsOf("overview");
  const common = wordsOf("common");
  const { reasons, seats, conditions, numbers } = judgement;
  return (
    <section id="what-if" aria-labelledby="what-if-title" className="scroll-mt-6">
      <Heading id="what-if-title" title={words.title}><Link prefetch={false} scroll={false} className="hover:underline" href={launchAddress(state.launch.slug)}>{words.close}</Link></Heading>
      <p className="mb-3 max-w-[60ch] text-note text-ink-3">{words.intro}</p>
      <WhatIfLazy
        state={{ seat: Object.fromEntries(seats.map(({ id }) => [id, { sections: state.seat[id]?.sections ?? null }])) }}
        judgement={{
          reasons: reasons.toSorted((a, b) => reasonOrder.indexOf(a.kind) - reasonOrder.indexOf(b.kind)), numbers: { waived: numbers.waived },
          seats: seats.map(({ id, position, stale }) => ({ id, position, stale })), conditions: conditions.map((one) => ({ state: one.state, seatId: one.seatId })),
        }}
        roles={Object.fromEntries(seats.map(({ id, role }) => [id, role]))}
        sections={Object.fromEntries(judgement.sections.map(({ id, title }) => [id, title]))}
        words={words} verdictWords={common.verdict} reasonWords={common.reason}
      />
    </section>
  );
}
