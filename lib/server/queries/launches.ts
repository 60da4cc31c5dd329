import { reads } from "../db";
import type { Actor } from "../sessions";
import { judgeKnown, readNewest, type LaunchView } from "./launch";

export interface ListedLaunch {
  slug: string;
  name: string;
  view: LaunchView;
}

/** The launches a person may see, by name: theirs by membership, all of them for an instance's admin. */
export async function listLaunches(actor: Actor): Promise<ListedLaunch[]> {
  const found = await reads().launch.findMany({
    where: actor.admin ? {} : { members: { some: { id: actor.id } } },
    select: { id: true, slug: true, name: true, revision: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
  const now = await databaseNow();
  const listed = await Promise.all(found.map(async ({ id, slug, name, revision }) => {
    const known = await readNewest(id, revision);
    const role = actor.admin ? "manager" : known?.state.member[actor.id]?.role;
    return known && role ? [{ slug, name, view: { ...known, role, judgement: judgeKnown(known, now), now } }] : [];
  }));
  return listed.flat();
}

/** The one clock for expiry and history (trust 11), to the millisecond. */
export async function databaseNow(): Promise<string> {
  const [row] = await reads().$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', now()) AS now`;
  if (!row) throw new Error("The database did not tell the time.");
  return row.now.toISOString();
}
