import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { diffRows, replay } from "@/lib/domain/changes";
import { genesis, hashInput, restoreTexts } from "@/lib/domain/event";
import { exportLaunch, formats } from "../exports/export";
import { verifyPack } from "../exports/verify-pack";
import { reads } from "../db";
import { sha256 } from "../digest";
import { differenceBetween, readLaunchAt } from "../queries/at";
import { lookAtErasing } from "../queries/erasing";
import { readEvents, readHistory } from "../queries/history";
import { readItem } from "../queries/item";
import { readLaunch } from "../queries/launch";
import { readRowsAfresh, rememberLaunch } from "../queries/launch-state";
import { statusOf } from "../queries/status";
import { readStoredEvents, verifyLaunch } from "../queries/verify";
import { findVisit, openSession, type Actor } from "../sessions";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { joined, launchFrom, person, smallChecklist } from "../testing/people";
import { asked, done, of, signNow } from "../testing/scene";
import { eraseShownText } from "./erase";
import { eraseShownPerson } from "./erase-person";
import { importAgain, planImportAgain } from "./import-again";
import { setWork } from "./items";
import { assignSeat } from "./seats";
import * as structure from "./structure";
import { decideWaiver, requestWaiver } from "./waivers";

const database = ownDatabase();

/** Every text of the database that a dump would hold, but for what other launches of this file have, as one. */
async function everything(): Promise<string> {
  const { rows } = await database.owner().query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const dumps: string[] = [];
  for (const { name } of rows) {
    // Bytes as words: a document's would be hex.
    const { rows: all } = await database.owner().query<Record<string, unknown>>(`SELECT * FROM "${name}" t`);
    dumps.push(JSON.stringify(all, (_, value: unknown) => (isBytes(value) ? Buffer.from(value.data).toString() : value)));
  }
  return dumps.join("\n").toLowerCase();
}
const isBytes = (value: unknown): value is { data: number[] } => typeof value === "object" && value !== null && "type" in value && value.type === "Buffer" && "data" in value;

/** Brings in the small checklist as it is, without the words that are to go; what is gone from it is kept here. */
async function bringInWithout(admin: Actor, slug: string): Promise<void> {
  const next = new TextEncoder().encode(smallChecklist);
  const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes: next });
  if (!planned.allowed) throw new Error(planned.why);
  const answers = Object.fromEntries(planned.plan.questions.map(({ id, options }) => [id, (options.find((option) => option.id === "keep") ?? options[0])?.id ?? ""]));
  done(await importAgain(admin, { launch: slug, fileName: "next.md", bytes: next, answers, revision: null }));
}

async function visitOf(actor: Actor, slug: string) {
  const visit = await findVisit(await openSession(reads(), actor.id, null), slug);
  if (!visit) throw new Error("no visit");
  return visit;
}

/** Rows, history, pack and every export hold nothing of these words, agree with each other and verify. */
async function goneEverywhere(slug: string, words: readonly string[]): Promise<void> {
  const launch = await launchNow(slug);
  const { id, slug: named } = launch.state.launch;
  const told = [await everything(), JSON.stringify(launch), JSON.stringify(statusOf(launch)), JSON.stringify(await readHistory(id, { limit: 100 }))];
  for (const format of formats) {
    const { bytes } = await exportLaunch(launch, format);
    const zipped = format === "pack" || format === "xlsx";
    told.push(...(zipped ? Object.values(unzipSync(bytes)) : [bytes]).map((part) => Buffer.from(part).toString()));
    if (format === "pack") expect(await verifyPack(bytes)).toMatchObject({ fault: null, missing: { unrecorded: 0 } });
  }
  for (const word of words) expect(told.flatMap((one) => one.toLowerCase().split("\n").filter((line) => line.includes(word)).map((line) => line.slice(Math.max(0, line.indexOf(word) - 200), line.indexOf(word) + 50))), word).toEqual([]);
  expect(await verifyLaunch(named)).toMatchObject({ fault: null });
  const rows = await readRowsAfresh(reads(), id, launch.state.revision);
  if (!rows) throw new Error("the launch moved on by itself");
  expect(diffRows(replay(await readEvents(reads(), id, null)), rows.state)).toEqual([]);
}

test("a secret in an item's first words is gone from its key everywhere, its page is found by another, and all of it verifies", async () => {
  const admin = await person("Project Manager", true);
  const engineer = await person("Engineer");
  const slug = await launchFrom(admin, smallChecklist.replace("Backups automated", "Rotate key AKIA1234"));
  await joined(admin, slug, engineer, "contributor");
  const { id: item, key, version } = await itemNow(slug, "AKIA1234");
  expect(key).toBe("platform/database/rotate-key-akia1234");
  const { judgement, state: { seat } } = await launchNow(slug);
  const [lead] = Object.values(seat);
  done(await assignSeat(admin, { launch: slug, seat: lead?.id ?? "", holder: engineer.id, version: lead?.version ?? 0 }));
  done(await requestWaiver(engineer, { launch: slug, item, version, ...asked }));
  const [waiver] = Object.values((await launchNow(slug)).state.waiver);
  done(await decideWaiver(admin, { launch: slug, waiver: waiver?.id ?? "", approve: true, reason: null, version: 1 }));
  done(await signNow(engineer, slug, lead?.id ?? "", "no-go", "not yet"));
  done(await setWork(engineer, { launch: slug, ...(await of(slug, "AKIA1234")), work: "in-progress", reason: null }));
  await bringInWithout(admin, slug);
  const place = { entity: "item" as const, id: item, field: "text" };
  expect(await lookAtErasing(await visitOf(admin, slug), place)).toMatchObject({ keys: [key], rows: 2 });
  expect(await everything()).toContain("akia1234");
  done(await eraseShownText(admin, { launch: slug, place, bytes: true }));

  await goneEverywhere(slug, ["akia1234", "rotate-key"]);
  expect((await launchNow(slug)).state.item[item]).toMatchObject({ text: "[erased]", key: `erased-${item}` });
  const visit = await visitOf(admin, slug);
  const view = await readLaunch(visit);
  if (!view) throw new Error("no launch");
  expect((await readItem(view, `erased-${item}`))?.item.id).toBe(item);
  expect(await readItem(view, key)).toBeNull();
  // A past moment is shown under the new key as well, and does not differ by it.
  const past = await readLaunchAt(await launchNow(slug), judgement.at);
  expect(past?.state.item[item]?.key).toBe(`erased-${item}`);
  expect(past && JSON.stringify(differenceBetween(past, await launchNow(slug)))).not.toContain("akia");
  expect(await lookAtErasing(visit, { entity: "item", id: item, field: "key" })).toMatchObject({ allowed: false });
});

test("what carries the words in its key goes with a heading's, a seat's and a repeat's, and nothing else does", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin, smallChecklist.replace("### Database", "### Vault hunter2 › Zulu77 (if needed)").replace("## 2. Launch", "## 2. Launch of Kilo55")
    .replace("### Development Team", "### Team Lima33").replace("- [ ] Docker Compose configured", "- [ ] Restore tested\n- [ ] Uniform88 set (if needed)\n- [ ] Or Uniform88 by hand"));
  const { state: { section, group, seat, item } } = await launchNow(slug);
  const keyOf = Object.fromEntries(Object.values(item).map(({ text, key }) => [text, key]));
  const within = Object.values(group).find(({ title }) => title.includes("hunter2"));
  done(await structure.addItem(admin, { launch: slug, group: within?.id ?? "", parent: Object.values(item).find(({ text }) => text === "Restore tested")?.id ?? null, before: null, text: "Below it" }));
  done(await structure.addSeat(admin, { launch: slug, team: "Oscar44 Team", role: "Papa55" }));
  const added = Object.values((await launchNow(slug)).state.seat).find(({ team }) => team === "Oscar44 Team");
  await bringInWithout(admin, slug);
  const places = [
    { entity: "group" as const, id: within?.id ?? "", field: "title" },
    { entity: "section" as const, id: Object.values(section).find(({ title }) => title.includes("Kilo55"))?.id ?? "", field: "title" },
    { entity: "seat" as const, id: Object.values(seat)[0]?.id ?? "", field: "team" },
    { entity: "seat" as const, id: added?.id ?? "", field: "team" }, { entity: "seat" as const, id: added?.id ?? "", field: "role" },
    ...Object.values(item).filter(({ text }) => text.includes("Uniform88")).map(({ id }) => ({ entity: "item" as const, id, field: "text" })),
  ];
  // What the newer text reworded is in the history still.
  const first = (await readEvents(reads(), (await launchNow(slug)).state.launch.id, null))[0]?.changes ?? [];
  for (const place of places) {
    const at = first.findIndex(({ id }) => id === place.id);
    done(await eraseShownText(admin, { launch: slug, bytes: true, place: at < 0 ? place : { seq: 1, path: `${at}.after.${place.field}` } }));
  }
  await goneEverywhere(slug, ["hunter2", "zulu77", "kilo55", "lima33", "oscar44", "papa55", "uniform88"]);
  const now = Object.values((await launchNow(slug)).state.item);
  const held = now.filter(({ key }) => !key.startsWith("erased-")).map(({ key }) => key);
  expect(held).toContain(keyOf["Or Kubernetes cluster ready (if using K8s)"]);
  expect(held.filter((key) => key.endsWith("/restore-tested"))).toEqual(["platform/containers/restore-tested"]);
  expect(new Set(now.map(({ key }) => key)).size).toBe(now.length);
  for (const { id, key } of now) expect([id, key.startsWith("erased-")]).toEqual([id, key === `erased-${id}`]);
});

test("a history from before keys were committed goes on verifying, also after its words were erased", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin, smallChecklist.replace("Backups automated", "Rotate key AKIA9876").replaceAll("Docker Compose configured", "AKIA5555 configured"));
  const { state } = await launchNow(slug);
  await asBefore(state.launch.id);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  const [event] = await readStoredEvents(reads(), state.launch.id);
  expect(JSON.stringify(event?.changes)).toContain("rotate-key-akia9876");
  const { id: item, key } = await itemNow(slug, "AKIA9876");
  for (const { id } of [{ id: item }, await itemNow(slug, "AKIA5555")]) done(await eraseShownText(admin, { launch: slug, place: { entity: "item", id, field: "text" }, bytes: false }));
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  const launch = await launchNow(slug);
  expect(launch.state.item[item]).toMatchObject({ text: "[erased]", key: `erased-${item}` });
  expect(JSON.stringify(launch.state).toLowerCase()).not.toContain("akia");
  expect(new Set(Object.values(launch.state.item).flatMap(({ alternatives }) => alternatives ?? [])).size).toBe(1);
  expect(await verifyPack((await exportLaunch(launch, "pack")).bytes)).toMatchObject({ fault: null });
  // As it was told then, so it is replayed.
  expect(replay(await readEvents(reads(), state.launch.id, 1)).item[item]?.key).toBe(key);
});

test("a person's name that is an item's words goes from its key", async () => {
  const admin = await person("Project Manager", true);
  const other = await person("Juliett Mike");
  const slug = await launchFrom(admin);
  const { groupId } = await itemNow(slug, "Restore");
  done(await structure.addItem(admin, { launch: slug, group: groupId, parent: null, before: null, text: "Juliett Mike" }));
  const { id } = await itemNow(slug, "Juliett Mike");
  done(await eraseShownPerson(admin, { launch: slug, person: other.id }));
  expect((await launchNow(slug)).state.item[id]).toMatchObject({ text: "[erased]", key: `erased-${id}` });
  await goneEverywhere(slug, ["juliett"]);
});

/** The events of a launch as versions before this one wrote them, keys and alternatives' words in clear, hashed anew. */
async function asBefore(launchId: string): Promise<void> {
  const owner = database.owner();
  await owner.query("ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE event_texts DISABLE TRIGGER USER");
  let prev = genesis;
  for (const event of await readStoredEvents(reads(), launchId)) {
    const { changes: told } = restoreTexts(event.changes, event.texts);
    const keys = new Map(told.map(({ id, after }) => [id, after?.key]));
    const changes = event.changes.map((change, at) => {
      const { key, alternatives } = told[at]?.after ?? {};
      const word = typeof alternatives === "string" ? { alternatives: keys.get(alternatives) } : {};
      return key === undefined ? change : { ...change, after: { ...change.after, key, ...word } };
    });
    for (const { after, id } of changes) if (after?.alternatives) await owner.query("UPDATE items SET alternatives = $1 WHERE launch_id = $2 AND id = $3", [after.alternatives, launchId, id]);
    const hash = sha256(hashInput(prev, { ...event, changes }));
    await owner.query("UPDATE events SET changes = $1, prev = $2, hash = $3 WHERE launch_id = $4 AND seq = $5", [JSON.stringify(changes), prev, hash, launchId, event.seq]);
    prev = hash;
  }
  await owner.query("DELETE FROM event_texts WHERE launch_id = $1 AND path LIKE '%.key'", [launchId]);
  await owner.query("UPDATE launches SET head = $1 WHERE id = $2", [prev, launchId]);
  await owner.query("ALTER TABLE events ENABLE TRIGGER USER; ALTER TABLE event_texts ENABLE TRIGGER USER");
  // What is in memory is of the rows as they were.
  const rows = await readRowsAfresh(reads(), launchId, (await readStoredEvents(reads(), launchId)).length);
  if (rows) rememberLaunch(rows);
}
