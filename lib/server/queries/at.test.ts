import { expect, test } from "vitest";
import { addLink } from "../commands/evidence";
import { setWork } from "../commands/items";
import { saveSettings } from "../commands/settings";
import { signNow, done, scene } from "../testing/scene";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow, launchThen } from "../testing/launch-now";
import { differenceBetween, readLaunchAt, readLaunchAtTime } from "./at";
import { readHistory } from "./history";
import { databaseNow } from "./launches";
import { statusOf } from "./status";

ownDatabase();
const work = async (slug: string, text: string) => {
  const { id: item, version } = await itemNow(slug, text);
  return { launch: slug, item, version, reason: null };
};

test("every past moment shows exactly what its pages showed then", async () => {
  const { slug, admin, engineer, holder, seat } = await scene();
  const seen: { at: string; status: unknown }[] = [];
  const look = async (): Promise<void> => {
    const launch = await launchThen(slug);
    seen.push({ at: launch.judgement.at, status: statusOf(launch) });
  };
  await look();
  done(await setWork(engineer, { ...(await work(slug, "Backups")), work: "done" }));
  await look();
  const { item } = await work(slug, "Backups");
  done(await addLink(engineer, { launch: slug, item, title: "drill", url: "https://ci.example.com/1", trueOn: (await databaseNow()).slice(0, 10), validDays: 1 }));
  done(await signNow(holder, slug, seat, "no-go", "not yet"));
  await look();
  done(await saveSettings(admin, { launch: slug, name: "Renamed", zone: "Europe/Madrid", goLive: "2099-01-01T09:00", nextReview: null, version: 1 }));
  await look();
  const now = await launchNow(slug);
  for (const { at, status } of seen) {
    const past = await readLaunchAt(now, at);
    if (!past) throw new Error("there was a launch then");
    expect(statusOf(past)).toEqual(status);
  }
});

test("before its first event and in the future there is no launch to show", async () => {
  const { slug } = await scene();
  const launch = await launchNow(slug);
  const { events } = await readHistory(launch.state.launch.id, { limit: 500 });
  const first = events.at(-1)?.at ?? "";
  expect((await readLaunchAt(launch, first))?.state.revision).toBe(1);
  expect(await readLaunchAt(launch, new Date(Date.parse(first) - 1).toISOString())).toBeNull();
  expect(await readLaunchAt(launch, "2999-01-01T00:00:00.000Z")).toBeNull();
});

test("a day means its end and today means now; what is no moment shows nothing", async () => {
  const { slug } = await scene();
  const launch = await launchNow(slug);
  const today = (await databaseNow()).slice(0, 10);
  expect((await readLaunchAtTime(launch, today))?.state.revision).toBe(launch.state.revision);
  for (const none of ["2001-01-01", "2999-01-01", "yesterday", "", "2026-02-30"]) expect(await readLaunchAtTime(launch, none)).toBeNull();
  expect((await readLaunchAtTime(launch, launch.judgement.at))?.state.revision).toBe(launch.state.revision);
});

test("the difference of two moments names rows, fields and reasons, and is empty for one", async () => {
  const { slug, engineer, holder, seat } = await scene();
  const before = await launchNow(slug);
  done(await setWork(engineer, { ...(await work(slug, "Backups")), work: "done" }));
  done(await signNow(holder, slug, seat, "no-go", "not yet"));
  const difference = differenceBetween(before, await launchNow(slug));
  expect(difference.rows.map(({ entity, subject, kind }) => [entity, subject, kind])).toEqual([["item", "Backups automated", "changed"], ["signOff", "Lead Developer", "added"]]);
  expect(difference.rows[0]?.fields).toContainEqual({ field: "work", before: "todo", after: "done" });
  expect(difference.cleared).toEqual([{ kind: "open", subject: "Backups automated" }, { kind: "seat-unsigned", subject: "Lead Developer" }]);
  expect(difference.arisen).toEqual([{ kind: "seat-no-go", subject: "Lead Developer" }]);
  expect(difference.after.numbers.claimed.done - difference.before.numbers.claimed.done).toBe(1);
  expect(differenceBetween(before, before)).toMatchObject({ rows: [], cleared: [], arisen: [] });
});
