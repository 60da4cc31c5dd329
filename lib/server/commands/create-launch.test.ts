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
import { assign, setWork } from "./items";
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

describe("what a document claims and a launch does not take over", () => {
  const claims = [
    "- [ ] Deploy — **Owner**: Platform team — **Evidence**: [log](https://example.com/log)", "- [ ] Wait — **Blocked**", "- [ ] Skip — **Waived until 2031-01-01**: why — **Compensating control**: how",
    "- [ ] Hope — **Waived**: why", "- [x] Parent", "  - [ ] Child", "- [ ] Drop — **N/A**", "- [ ] Own — **Owner**: operator@example.com — **Due**: 2031-01-01", "- [ ] Last",
  ];
  const claiming = `# Claims\n\n${claims.join("\n")}\n\n**Completion**: 99 %\n`;
  async function launched() {
    const admin = await person("Operator", true);
    const own = claiming.replace("operator@example.com", admin.email);
    const made = await createLaunch(admin, { slug: `claims-${(count += 1)}`, name: null, zone: "UTC", fileName: "claims.md", bytes: new TextEncoder().encode(own) });
    if (!made.allowed) throw new Error(made.why);
    return { admin, slug: made.slug, own };
  }
  test("comes back byte for byte while nothing was said here", async () => {
    const { slug, own } = await launched();
    expect(await exported(slug)).toBe(own);
  });
  test("stays on its line when others change, and beside what is said of its own", async () => {
    const { admin, slug, own } = await launched();
    const set = async (text: string, work: "done" | "in-progress") => {
      const { id, version } = await itemNow(slug, text);
      done(await setWork(admin, { launch: slug, item: id, version, work, reason: null }));
    };
    await set("Last", "done");
    const [before, after] = [own.split("\n"), (await exported(slug)).split("\n")];
    expect(after.flatMap((line, at) => (line === before[at] ? [] : [at]))).toEqual([before.indexOf("- [ ] Last"), before.indexOf("**Completion**: 99 %")]);
    await set("Deploy", "in-progress");
    expect((await exported(slug)).split("\n")[2]).toBe("- [ ] Deploy — **In progress** — **Owner**: Platform team — **Evidence**: [log](https://example.com/log)");
  });
  test("an owner is assigned by a member's very name or e-mail, and by nothing else; one who has it no longer is named no longer", async () => {
    const { admin, slug } = await launched();
    const { id, version, ownerId } = await itemNow(slug, "Own");
    expect([ownerId, (await itemNow(slug, "Deploy")).ownerId]).toEqual([admin.id, null]);
    done(await assign(admin, { launch: slug, item: id, owner: null, version }));
    expect((await exported(slug)).split("\n")).toContain("- [ ] Own — **Due**: 2031-01-01");
  });
});
