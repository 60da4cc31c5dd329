import { expect, test } from "vitest";
import { importAgain, planImportAgain } from "./commands/import-again";
import { addNote } from "./commands/settings";
import { undo } from "./commands/undo";
import { readLaunchAt } from "./queries/at";
import { readNewestSource } from "./queries/document";
import { readHistory } from "./queries/history";
import { verifyLaunch } from "./queries/verify";
import { ownClock } from "./testing/clock";
import { ownDatabase } from "./testing/database";
import { launchNow } from "./testing/launch-now";
import { smallChecklist } from "./testing/people";
import { done, scene } from "./testing/scene";

const database = ownDatabase();
ownClock(database);
const setBack = (by: string) => database.owner().query("UPDATE clock.ahead SET by = $1::interval", [by]);

test("while the clock is set back every event has a moment of its own, at which its state is shown, and the newest document is the newest", async () => {
  const { slug, admin } = await scene();
  const importing = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes });
    if (!planned.allowed) throw new Error(planned.why);
    return done(await importAgain(admin, { launch: slug, fileName: "next.md", bytes, answers: {}, revision: null }));
  };
  await setBack("-1 hour");
  done(await addNote(admin, { launch: slug, kind: "risk", text: "One region only" }));
  const second = smallChecklist.replace("# Small launch", "# Small launch\n\nSecond.");
  const third = smallChecklist.replace("# Small launch", "# Small launch\n\nThird.");
  await importing(second);
  const last = await importing(third);
  const text = async () => new TextDecoder().decode((await readNewestSource(last.after.state.launch.id))?.source.bytes);
  expect(await text()).toBe(third);
  done(await undo(admin, { launch: slug, revision: last.after.state.revision }));
  expect(await text()).toBe(second);
  await setBack("1 minute");
  const launch = await launchNow(slug);
  const { events } = await readHistory(launch.state.launch.id, { limit: 100 });
  expect(new Set(events.map(({ at }) => at)).size).toBe(events.length);
  for (const { seq, at } of events) expect((await readLaunchAt(launch, at))?.state.revision).toBe(seq);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
});
