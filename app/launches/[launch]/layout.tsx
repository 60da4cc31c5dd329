import { cookies } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { LiveStatus } from "@/components/live/live";
import { Steady } from "@/components/live/steady";
import { LaunchNav } from "@/components/shell/launch-nav";
import { Person } from "@/components/shell/person";
import { themeOf } from "@/components/shell/theme-of";
import { UnsentWords } from "@/components/unsent/unsent-words";
import { launchAddress } from "@/lib/domain/address";
import { isDemonstration } from "@/lib/domain/demonstration";
import { isOver } from "@/lib/domain/find-item";
import { summaryOf } from "@/lib/domain/update";
import { requireLaunch } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { signOut } from "../../sign-in/actions";

/** The frame of a launch's pages. It reads for itself and protects nothing: every page asks who looks once more. */
export default async function LaunchLayout({ children, params }: { children: ReactNode; params: Promise<{ launch: string }> }) {
  const { launch: slug } = await params;
  const { state, judgement, role, visit: { actor } } = await requireLaunch(slug);
  const t = texts("shell");
  const live = texts("live");
  // Somebody with a single launch never sees the list, so the way to another one stands here.
  const person = (
    <>
      {actor.admin ? <Link prefetch={false} href="/launches/new" className="link text-small text-ink-2">{texts("launches")("new")}</Link> : null}
      <Person name={actor.name} theme={themeOf((await cookies()).get("theme")?.value)} signOut={signOut} />
    </>
  );
  return (
    <div className="mx-auto min-h-dvh max-w-[85rem] md:grid md:grid-cols-[13rem_minmax(0,1fr)] print:!block print:max-w-none">
      <a className="skip" href="#content">{t("skip")}</a>
      <LaunchNav slug={slug} revision={state.revision} summary={summaryOf(judgement)} foot={person} />
      <div className="min-w-0 px-4 pt-4 pb-16 md:px-10 md:pt-5 print:!p-0">
        <header className="mb-7 flex flex-wrap justify-between gap-x-6 gap-y-1 text-note text-ink-3 print:hidden">
          <p>{state.launch.name}</p>
          <LiveStatus launch={slug} revision={state.revision} validUntil={judgement.validUntil} words={{ live: live("live"), connecting: live("connecting"), lost: live("lost"), signedOut: live("signedOut"), signIn: live("signIn") }} />
        </header>
        {isOver(state) ? (
          <p className="mb-5 border-l-2 border-line pl-3 text-note text-ink-2" role="note">
            {t("over")}
            {role === "manager" ? <> <Link prefetch={false} className="link" data-screen-only href={`${launchAddress(slug, "sign-off")}#phase`}>{t("bringBack")}</Link></> : null}
          </p>
        ) : null}
        {isDemonstration(state.launch) ? <p className="mb-5 border-l-2 border-warn bg-warn-soft px-3 py-2 text-note" role="note">{t("demonstration")}</p> : null}
        <main id="content" tabIndex={-1} className="outline-none"><Steady of={children}>{children}</Steady></main>
        <UnsentWords standing={{ launch: slug, phase: state.launch.phase, role }} words={wordsOf("shell").unsent} />
        <footer className="mt-14 grid max-w-64 gap-2 border-t border-line pt-4 md:hidden print:hidden">{person}</footer>
      </div>
    </div>
  );
}
