import { expect, test } from "vitest";
import type { Change } from "@/lib/domain/state";
import { createLaunch } from "./commands/create-launch";
import { importAgain } from "./commands/import-again";
import { writes } from "./db";
import { verifyLaunch } from "./queries/verify";
import { ownDatabase } from "./testing/database";
import { itemNow, launchNow } from "./testing/launch-now";
import { launchFrom, person } from "./testing/people";
import { writeChanges } from "./write-changes";

ownDatabase();

const change = (id: string, version: number, after: object): Change => ({ entity: "item", id, before: { version }, after: { ...after, version: version + 1 } });

test("many rows of one table are written as their history says, each with the columns it changes", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const { state } = await launchNow(slug);
  const [one, two] = [await itemNow(slug, "Restore"), await itemNow(slug, "Backups")];
  await writes().$transaction((tx) => writeChanges(tx, state.launch.id, [
    change(one.id, one.version, { work: "blocked", workReason: "no \"vault\" — yet", workAt: "2031-05-09T07:30:00.125Z" }),
    change(two.id, two.version, { threshold: { metric: "restore", comparator: "<", limit: 0.1, unit: "h" }, hadProof: true, position: 41 }),
    // The same row once more: after the first time.
    change(one.id, one.version + 1, { work: "todo", workReason: null, window: "ongoing" }),
  ]));
  const rows = await writes().item.findMany({ where: { launchId: state.launch.id, id: { in: [one.id, two.id] } }, orderBy: { position: "asc" } });
  const stood = (id: string) => rows.find((row) => row.id === id);
  expect(stood(one.id)).toMatchObject({ work: "todo", workReason: null, workAt: new Date("2031-05-09T07:30:00.125Z"), window: "ongoing", version: one.version + 2, position: one.position, text: one.text });
  expect(stood(two.id)).toMatchObject({ threshold: { metric: "restore", comparator: "<", limit: 0.1, unit: "h" }, hadProof: true, position: 41, work: two.work });
});

test("one row of many that is not as the history says stops them all", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const { state } = await launchNow(slug);
  const [one, two] = [await itemNow(slug, "Restore"), await itemNow(slug, "Backups")];
  await expect(writes().$transaction((tx) => writeChanges(tx, state.launch.id, [change(one.id, one.version, { position: 7 }), change(two.id, two.version + 1, { position: 8 })]))).rejects.toThrow(/1 of 2 rows/);
  expect(await itemNow(slug, "Restore")).toEqual(one);
  const other = await launchFrom(admin);
  const elsewhere = await itemNow(other, "Restore");
  await expect(writes().$transaction((tx) => writeChanges(tx, state.launch.id, [change(elsewhere.id, elsewhere.version, { position: 9 })]))).rejects.toThrow(/0 of 1 rows/);
});

test("a field that could be no column is never written", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const [{ state }, one] = [await launchNow(slug), await itemNow(slug, "Restore")];
  await expect(writes().$transaction((tx) => writeChanges(tx, state.launch.id, [change(one.id, one.version, { 'work" = \'done\', "text': "x" })]))).rejects.toThrow(/is no column/);
});

test("a list that is put in another order moves all its rows at once, and the history holds", async () => {
  const admin = await person("Project Manager", true);
  const lines = Array.from({ length: 400 }, (_, at) => `- [ ] Step ${at} is done`);
  const document = (of: string[]) => new TextEncoder().encode(`# Long\n\n## All\n\n${of.join("\n")}\n`);
  await createLaunch(admin, { slug: "long", name: null, zone: "UTC", fileName: "a.md", bytes: document(lines) });
  const done = await importAgain(admin, { launch: "long", fileName: "b.md", bytes: document([...lines.slice(200), ...lines.slice(0, 200)]), answers: {}, revision: null });
  expect(done).toMatchObject({ allowed: true, kind: "launch.imported-again" });
  const { state } = await launchNow("long");
  const order = Object.values(state.item).sort((a, b) => a.position - b.position).map((item) => item.text);
  expect(order).toEqual([...lines.slice(200), ...lines.slice(0, 200)].map((line) => line.slice(6)));
  expect((await verifyLaunch("long"))?.fault ?? null).toBeNull();
});
