import type { Page } from "playwright/test";
import { holdSeat, items, keyOf, markDone, newLaunch, newMember, type Launch } from "./launch";
import { readiness } from "./cli";
import { ask } from "./database";

/** Every page there is, by its name. `signedIn` says whom it is for. */
export interface Place { name: string; path: string; signedIn: boolean; status?: number }

/** A launch with something of everything: done, blocked, in progress, undecided, not applicable, seats with and without a holder. */
export async function fullLaunch(): Promise<Launch> {
  const launch = await newLaunch();
  const lead = await newMember(launch, "contributor", "Lead");
  await holdSeat(launch, "Lead Developer", lead);
  await markDone(launch, [items.restored]);
  const as = ["--as", launch.manager.email];
  await readiness("set", launch.slug, await keyOf(launch, items.second), "--work", "blocked", "--reason", "the second site has no power", ...as);
  await readiness("set", launch.slug, await keyOf(launch, items.written), "--work", "in-progress", ...as);
  await readiness("set", launch.slug, await keyOf(launch, items.unused), "--not-applicable", "--reason", "nobody has left yet", ...as);
  return launch;
}

export async function placesOf(launch: Launch): Promise<Place[]> {
  const of = (name: string, path: string): Place => ({ name, path: `${launch.path}${path}`, signedIn: true });
  return [
    { name: "sign-in", path: "/sign-in", signedIn: false },
    { name: "set-up", path: "/setup", signedIn: false },
    { name: "set-up with a link", path: "/setup#used-already", signedIn: false },
    { name: "join", path: "/join", signedIn: false },
    { name: "join with a link", path: "/join#used-already", signedIn: false },
    of("overview", ""), of("checklist", "/checklist"), of("item", `/items/${await keyOf(launch, items.second)}`), of("sign-off", "/sign-off"), of("launch night", "/night"), of("import again", "/import"), of("what if", "?what-if=1"),
    of("history", "/history"), of("report", "/report"), of("settings", "/settings"),
    of("history at a moment", `/history?at=${await firstMoment(launch)}`), of("history checked", "/history?check=1"),
    { name: "not found", path: "/no/such/page", signedIn: true, status: 404 },
    { name: "no such item", path: `${launch.path}/items/no/such/item`, signedIn: true, status: 404 },
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
