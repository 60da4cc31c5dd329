import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { createLaunch } from "../commands/create-launch";
import { importAgain, planImportAgain } from "../commands/import-again";
import { reads } from "../db";
import { readLaunchDocument } from "../queries/document";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { launchFrom, person, smallChecklist } from "../testing/people";
import { readDocumentsWith, readSource } from "./reader";

ownDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "readiness-reader-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.useRealTimers());
const own = path.resolve("bin", "document-worker.mjs");
const endless = path.join(folder, "endless.mjs");
writeFileSync(endless, `import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { for (;;); });`);
const bytes = new TextEncoder().encode(smallChecklist);

test("a document that is never read to its end makes no launch, not even half of one, and the next import works", async () => {
  const admin = await person("Project Manager", true);
  const input = { slug: "endless", name: null, zone: "UTC", fileName: "a.md", bytes };
  const before = { launches: await reads().launch.count(), documents: await reads().document.count() };
  readDocumentsWith(endless);
  const refused = await createLaunch(admin, input);
  readDocumentsWith(own);
  expect(refused).toMatchObject({ allowed: false, why: "document-too-slow" });
  expect({ launches: await reads().launch.count(), documents: await reads().document.count() }).toEqual(before);
  expect(await createLaunch(admin, input)).toMatchObject({ allowed: true, slug: "endless" });
});

test("a launch's own document is read while one that somebody brought is still being worked on", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const { state } = await launchNow(slug);
  const { revision } = state;
  readDocumentsWith(endless);
  // The time a document may take does not pass by itself here: reading another one is to be done before it, not sooner.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let answered = false;
  const brought = readSource("brought", { bytes, take: [] }).finally(() => (answered = true));
  readDocumentsWith(own);
  expect((await readLaunchDocument(state.launch.id))?.reading.original).toBe(smallChecklist);
  expect(answered).toBe(false);
  vi.advanceTimersByTime(20_000);
  expect(await brought).toMatchObject({ allowed: false, why: "document-too-slow" });
  expect((await launchNow(slug)).state.revision).toBe(revision);
});

test("a launch that moved on between two looks at the same import is left alone", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const next = { launch: slug, fileName: "b.md", bytes: new TextEncoder().encode(smallChecklist.replace("Backups automated", "Backups automated and encrypted")) };
  const planned = await planImportAgain(admin, next);
  if (!planned.allowed) throw new Error(planned.why);
  const both = await Promise.all([importAgain(admin, { ...next, answers: {}, revision: planned.revision }), importAgain(admin, { ...next, answers: {}, revision: planned.revision })]);
  expect(both.map((one) => (one.allowed ? "applied" : one.why)).sort()).toEqual(["applied", "state-moved"]);
  expect((await launchNow(slug)).state.revision).toBe(planned.revision + 1);
});
