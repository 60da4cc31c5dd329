import type { Metadata } from "next";
import { cookies } from "next/headers";
import { NewLaunch } from "@/components/import/new-launch";
import { Person } from "@/components/shell/person";
import { PlainPage } from "@/components/shell/plain-page";
import { themeOf } from "@/components/shell/theme-of";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { signOut } from "../../sign-in/actions";

export const metadata: Metadata = { title: texts("import")("title") };

/** A launch from a checklist, for admins. */
export default async function NewLaunchPage() {
  const actor = await requireActor();
  const words = wordsOf("import");
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <PlainPage foot={<Person name={actor.name} theme={theme} signOut={signOut} />}>
      {actor.admin ? (
        <div className="max-w-3xl">
          <h1 className="text-figure tracking-tight">{words.title}</h1>
          <p className="mb-6 text-ink-3">{words.lead}</p>
          <NewLaunch words={words} zones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
        </div>
      ) : (
        <Notice as="h1" mark={{ shape: "dash", tone: "warn" }} title={words.noPermission.title} action={<ButtonLink href="/">{words.noPermission.action}</ButtonLink>}>
          <p>{words.noPermission.text}</p>
        </Notice>
      )}
    </PlainPage>
  );
}
