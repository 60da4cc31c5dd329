import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/document/read";
import { exportMarkdown } from "../exports/markdown";
import { exportPack } from "../exports/pack";
import { verifyPack } from "../exports/verify-pack";
import { momentOf } from "../queries/history";
import { readLaunchDocument } from "../queries/document";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { person } from "../testing/people";
import { done } from "../testing/scene";
import { createLaunch } from "./create-launch";
import { importAgain, planImportAgain } from "./import-again";
import { setWork } from "./items";
import { undo } from "./undo";

ownDatabase();

const text = "# Quay\n\n- [ ] Lamps are lit\n- [~] Ropes are new\n\n| Berth | Ready |\n|---|---|\n| North | [ ] |\n| South | [ ] |\n";
const bytes = new TextEncoder().encode(text);
let count = 0;

/** A launch of this file, its table read as items. */
async function quay() {
  const read = readDocument(bytes);
  const take = read.ok ? read.reading.choices.filter((choice) => choice.kind === "table").map((choice) => choice.id) : [];

  const admin = await person("Operator", true);
  const made = await createLaunch(admin, { slug: `quay-${(count += 1)}`, name: null, zone: "UTC", fileName: "quay.md", bytes, take });
  if (!made.allowed) throw new Error(made.why);
  return { admin, slug: made.slug };
}
async function exported(slug: string): Promise<string> {
  const launch = await launchNow(slug);
  const { launch: { id }, revision } = launch.state;
  const lastEvent = await momentOf(id, revision);
  return new TextDecoder().decode(await exportMarkdown(launch, await readLaunchDocument(id, lastEvent), lastEvent));
}

describe("choices that were taken", () => {
  test("are items, and the file still comes back byte for byte", async () => {
    const { slug } = await quay();
    expect(Object.values((await launchNow(slug)).state.item).map((item) => item.text)).toEqual(["Lamps are lit", "North", "South"]);
    expect(await exported(slug)).toBe(text);
  });

  test("are written where they stand, and nowhere else", async () => {
    const { admin, slug } = await quay();
    const { id, version } = await itemNow(slug, "North");
    done(await setWork(admin, { launch: slug, item: id, work: "done", reason: null, version }));
    expect(await exported(slug)).toBe(text.replace("| North | [ ] |", "| North | [x] |"));
  });

  test("travel with an evidence pack, whose export is made again when it is checked", async () => {
    const { slug } = await quay();
    const pack = await exportPack((await launchNow(slug)).state.launch.id, new Date(Date.now() + 1_000).toISOString());
    if (!pack) throw new Error("no history");
    const files = unzipSync(pack);
    expect(new TextDecoder().decode(files["checklist.md"])).toBe(text);
    expect(await verifyPack(pack)).toMatchObject({ fault: null });
  });

  test("stay taken when the same file is imported again, changed, and taken back", async () => {
    const { admin, slug } = await quay();
    expect(await planImportAgain(admin, { launch: slug, fileName: "quay.md", bytes })).toMatchObject({ allowed: true, plan: { empty: true } });
    const changed = { launch: slug, fileName: "quay.md", bytes: new TextEncoder().encode(text.replace("Lamps", "All lamps")) };
    const planned = await planImportAgain(admin, changed);
    if (!planned.allowed) throw new Error(planned.why);
    expect(planned.plan.steps.map((step) => step.kind)).toEqual(["reworded"]);
    const { after } = done(await importAgain(admin, { ...changed, answers: {}, revision: planned.revision }));
    expect(await exported(slug)).toContain("All lamps are lit");
    done(await undo(admin, { launch: slug, revision: after.state.revision }));
    expect(await exported(slug)).toBe(text);
  });
});

test("a launch is made neither at the address of a page nor in a zone that does not exist", async () => {
  const admin = await person("Operator", true);
  const wanted = { name: null, fileName: "quay.md", bytes };
  expect(await createLaunch(admin, { ...wanted, slug: "new", zone: "UTC" })).toMatchObject({ allowed: false, why: "slug-taken" });
  expect(await createLaunch(admin, { ...wanted, slug: "quay-nowhere", zone: "Europe/Atlantis" })).toMatchObject({ allowed: false, why: "bad-zone" });
});
