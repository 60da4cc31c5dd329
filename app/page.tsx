import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LaunchList } from "@/components/shell/launch-list";
import { Person } from "@/components/shell/person";
import { PlainPage } from "@/components/shell/plain-page";
import { themeOf } from "@/components/shell/theme-of";
import { requireActor } from "@/lib/server/auth";
import { listLaunches } from "@/lib/server/queries/launches";
import { texts } from "@/lib/texts/texts";
import { cookies } from "next/headers";
import { signOut } from "./sign-in/actions";

export const metadata: Metadata = { title: texts("launches")("title") };

/** The launches one may see; with a single one, straight to it. */
export default async function LaunchesPage() {
  const actor = await requireActor();
  const launches = await listLaunches(actor);
  const [only] = launches;
  if (only && launches.length === 1) redirect(`/launches/${only.slug}`);
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <PlainPage foot={<Person name={actor.name} theme={theme} signOut={signOut} />}>
      <LaunchList launches={launches} admin={actor.admin} />
    </PlainPage>
  );
}
