import type { Metadata } from "next";
import Link from "next/link";
import { count, fill } from "@/components/fill";
import { membersOf } from "@/components/members-of";
import { launchAddress } from "@/lib/domain/address";
import { checklistAddress } from "@/components/shell/checklist-address";
import { AssignHolder } from "@/components/sign-off/assign-holder";
import { scopeOf } from "@/components/sign-off/scope";
import { SeatCard } from "@/components/sign-off/seat-card";
import { SignForm } from "@/components/sign-off/sign-form";
import { WithdrawSignOff } from "@/components/sign-off/withdraw-sign-off";
import { Notice } from "@/components/ui/notice";
import { speaksFor } from "@/lib/domain/permissions";
import { requireLaunch } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { assignSeat, sign, withdrawSignOff } from "../actions";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("sign-off")("title")} · ${state.launch.name}` };
}

export default async function SignOffPage({ params }: Props) {
  const view = await requireLaunch((await params).launch);
  const { state, judgement, people, role, now, visit: { actor } } = view;
  const words = wordsOf("sign-off");
  const { position, meaning } = wordsOf("common");
  const members = membersOf(state, people, wordsOf("settings").someone);
  const slug = state.launch.slug;
  const seen = { state, judgement, people, role, now, me: actor.id };
  const teams = [...new Set(judgement.seats.map(({ team }) => team))];
  return (
    <div className="max-w-3xl">
      <h1 className="text-[1.75rem] leading-tight tracking-tight">{words.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-2">{words.intro}</p>
      {judgement.seats.length === 0 ? <Notice title={words.none.title}>{words.none.text}</Notice> : (
        <p className="mt-3 font-medium">{count(words.tally, judgement.seats.length, { go: judgement.seats.filter((seat) => seat.position === "go" && !seat.stale).length })}</p>
      )}
      {teams.map((team) => (
        <section key={team} className="mt-8" aria-label={team || words.otherTeam}>
          <h2 className="pb-2 text-note text-ink-2">{team || words.otherTeam}</h2>
          {judgement.seats.filter((seat) => seat.team === team).map((judged) => {
            const seat = state.seat[judged.id];
            if (!seat) return null;
            const mine = speaksFor(actor.id, seat, now);
            const signOff = judged.signOffId ? state.signOff[judged.signOffId] : undefined;
            const only = seat.sections?.length === 1 ? state.section[seat.sections[0] ?? ""]?.key : undefined;
            return (
              <SeatCard key={seat.id} judged={judged} seen={seen}>
                {mine ? (
                  <div className="flex flex-wrap items-start gap-2">
                    <SignForm
                      launch={slug} members={members} zone={state.launch.zone} words={words} common={{ position, meaning }} sign={sign}
                      seat={{ id: seat.id, role: seat.role, digest: judged.digest, position: judged.position, reason: judged.reason, stale: judged.stale }}
                      inTheWay={scopeOf(seat, state, judgement).inTheWay} inTheWayHref={checklistAddress(slug, { about: "in-the-way", ...(only ? { section: only } : {}) })}
                    />
                    {signOff ? <WithdrawSignOff launch={slug} signOff={{ id: signOff.id, version: signOff.version }} words={words} withdraw={withdrawSignOff} /> : null}
                  </div>
                ) : null}
                {role === "manager" && members.length === 0 ? (
                  <p className="text-note"><Link prefetch={false} href={`${launchAddress(slug, "settings")}#invite`} className="link">{words.assign.invite}</Link></p>
                ) : null}
                {role === "manager" && members.length > 0 ? (
                  <AssignHolder
                    launch={slug} seat={{ id: seat.id, role: seat.role, holderId: seat.holderId, version: seat.version }} members={members} assignSeat={assignSeat}
                    words={{ label: words.assign.label, hint: judged.position ? words.assign.hint : null, nobody: words.nobody, unreachable: words.unreachable }}
                  />
                ) : null}
              </SeatCard>
            );
          })}
        </section>
      ))}
      <p className="mt-6 text-small text-ink-3">{words.notYours} · {fill(words.rule, { rule: judgement.rule })}</p>
    </div>
  );
}
