import type { Page } from "playwright/test";
import { holdSeat, items, keyOf, markDone, newLaunch, newMember, type Launch } from "./launch";
import { readiness } from "./cli";
import { ask } from "./database";
import { somebody, type Person } from "./people";

/** Every page there is, by its name. `by` is somebody who may open it; `null` = nobody signed in. */
export interface Place { name: string; path: string; by: Person | null; status?: number }

let admin: Promise<Person> | null = null;

/** A launch with something of everything: done, blocked, in progress, undecided, not applicable, seats with and without a holder, something new since its manager looked. */
export async function fullLaunch(): Promise<Launch> {
  const launch = await newLaunch();
  const lead = await newMember(launch, "contributor", "Lead");
  await holdSeat(launch, "Lead Developer", lead);
  await markDone(launch, [items.restored]);
  const as = ["--as", launch.manager.email];
  await readiness("set", launch.slug, await keyOf(launch, items.second), "--work", "blocked", "--reason", "the second site has no power", ...as);
  await readiness("set", launch.slug, await keyOf(launch, items.written), "--work", "in-progress", "--as", lead.email);
  await readiness("set", launch.slug, await keyOf(launch, items.unused), "--not-applicable", "--reason", "nobody has left yet", ...as);
  // The manager looked once, when it began: what the lead did since is new.
  await ask("insert into bookmarks (launch_id, user_id, seq) select id, $2, 1 from launches where slug = $1", [launch.slug, launch.manager.id]);
  return launch;
}

export async function placesOf(launch: Launch): Promise<Place[]> {
  const of = (name: string, path: string): Place => ({ name, path: `${launch.path}${path}`, by: launch.manager });
  admin ??= somebody("Admin", { admin: true });
  return [
    { name: "sign-in", path: "/sign-in", by: null },
    { name: "set-up", path: "/setup", by: null },
    { name: "set-up with a link", path: "/setup#used-already", by: null },
    { name: "join", path: "/join", by: null },
    { name: "join with a link", path: "/join#used-already", by: null },
    { name: "new launch", path: "/launches/new", by: await admin },
    of("overview", ""), of("checklist", "/checklist"), of("edit the checklist", "/checklist/edit"), of("item", `/items/${await keyOf(launch, items.second)}`), of("sign-off", "/sign-off"), of("launch night", "/night"), of("import again", "/import"), of("what if", "?what-if=1"), of("what is new", "?news=1"),
    of("history", "/history"), of("report", "/report"), of("settings", "/settings"),
    of("history at a moment", `/history?at=${await firstMoment(launch)}`), of("history checked", "/history?check=1"),
    { name: "not found", path: "/no/such/page", by: launch.manager, status: 404 },
    { name: "no such item", path: `${launch.path}/items/no/such/item`, by: launch.manager, status: 404 },
  ];
}

/** When a launch's history began. */
async function firstMoment(launch: Launch): Promise<string> {
  const [row] = await ask<{ at: Date }>("select min(e.at) as at from events e join launches l on l.id = e.launch_id where l.slug = $1", [launch.slug]);
  if (!row) throw new Error(`${launch.slug} has no history.`);
  return row.at.toISOString();
}

/** Waits until the page answers to hands: React has taken the markup over and nothing is being fetched. */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll("a, button, main, p")].some((one) => Object.keys(one).some((key) => key.startsWith("__reactFiber$"))));
}
