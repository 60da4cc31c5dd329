import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { importVerb } from "../cli/import";
import { reads } from "../db";
import { exportLaunch } from "../exports/export";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { joined, launchFrom, person, smallChecklist } from "../testing/people";
import { createLaunch } from "./create-launch";
import { giveInto, importAgain, planImportAgain } from "./import-again";
import { addLink } from "./evidence";
import { assign, setWork } from "./items";
import { addNote } from "./settings";
import { undo } from "./undo";
import { requestWaiver } from "./waivers";

ownDatabase();
const bytes = (text: string) => new TextEncoder().encode(text);
const text = async (slug: string) => new TextDecoder().decode((await exportLaunch(await launchNow(slug), "md")).bytes);
const next = smallChecklist
  .replace("- [ ] Backups automated", "- [ ] Backups automated and encrypted")
  .replace("- [ ] Restore tested\n", "")
  .replace("### Launch Day Checks", "### Launch Day Checks\n- [ ] Restore tested\n- [x] Status page ready");

describe("importing again", () => {
  test("applies everything as one event, keeps keys and work, and exports the new file byte for byte", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const restore = await itemNow(slug, "Restore");
    await setWork(admin, { launch: slug, item: restore.id, work: "in-progress", reason: null, version: 1 });
    const before = await launchNow(slug);
    const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(next) });
    if (!planned.allowed) throw new Error(planned.why);
    expect(planned.plan.questions).toEqual([]);
    expect(planned.plan.steps.map((step) => step.kind).sort()).toEqual(["added", "changed", "moved", "reworded"]);
    const done = await importAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(next), answers: {}, revision: planned.revision });
    expect(done).toMatchObject({ allowed: true, kind: "launch.imported-again" });
    const { state } = await launchNow(slug);
    expect(state.revision).toBe(before.state.revision + 1);
    expect(state.item[restore.id]).toMatchObject({ key: restore.key, work: "in-progress", window: "launch-day" });
    expect(await itemNow(slug, "Status page")).toMatchObject({ work: "done", workBy: null });
    expect((await text(slug)).split("\n").filter((line, at) => line !== next.split("\n")[at])).toEqual(["- [ ] Restore tested — **In progress**"]);
    expect((await verifyLaunch(slug))?.fault ?? null).toBeNull();
  });

  test("is taken back by one undo, the document included, and again brought forth by undoing that", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    await importAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(next), answers: {}, revision: null });
    expect(await text(slug)).toBe(next);
    const undone = await undo(admin, { launch: slug, revision: (await launchNow(slug)).state.revision });
    expect(undone).toMatchObject({ allowed: true });
    expect(await text(slug)).toBe(smallChecklist);
    await undo(admin, { launch: slug, revision: (await launchNow(slug)).state.revision });
    expect(await text(slug)).toBe(next);
  });

  test("is not taken back once somebody has built on an item it brought, and nothing is half undone", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    await importAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(next.replace("- [x] Status page ready", "- [ ] Status page ready")), answers: {}, revision: null });
    const { revision } = (await launchNow(slug)).state;
    const page = await itemNow(slug, "Status page");
    const asked = { reason: "next week", control: "mails by hand", endsAt: new Date(Date.now() + 5 * 86_400_000).toISOString() };
    expect(await requestWaiver(admin, { launch: slug, item: page.id, version: page.version, ...asked })).toMatchObject({ allowed: true });
    expect(await undo(admin, { launch: slug, revision })).toMatchObject({ allowed: false, why: "built-upon" });
    expect((await launchNow(slug)).state.revision).toBe(revision + 1);
    expect((await verifyLaunch(slug))?.fault ?? null).toBeNull();
  });

  test("applies nothing while a question is open, and nothing to a launch that has moved on", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const item = await itemNow(slug, "Restore");
    await setWork(admin, { launch: slug, item: item.id, work: "done", reason: null, version: 1 });
    const without = bytes(smallChecklist.replace("- [ ] Restore tested\n", ""));
    const refused = await importAgain(admin, { launch: slug, fileName: "a.md", bytes: without, answers: {}, revision: null });
    expect(refused).toMatchObject({ allowed: false, count: 1 });
    const late = await importAgain(admin, { launch: slug, fileName: "a.md", bytes: bytes(next), answers: {}, revision: 1 });
    expect(late).toMatchObject({ allowed: false, why: "state-moved" });
    expect((await launchNow(slug)).state.revision).toBe(2);
    expect(await reads().document.count({ where: { launch: { slug } } })).toBe(1);
  });

  test("of the same file records nothing; of other prose records that, and the lines follow", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const same = await importAgain(admin, { launch: slug, fileName: "a.md", bytes: bytes(smallChecklist), answers: {}, revision: null });
    expect(same).toMatchObject({ allowed: true, kind: null });
    const other = `${smallChecklist}\nThe end.\n`;
    expect(await importAgain(admin, { launch: slug, fileName: "a.md", bytes: bytes(other), answers: {}, revision: null })).toMatchObject({ allowed: true, kind: "launch.imported-again" });
    expect(await text(slug)).toBe(other);
  });

  test("of the launch's own export would change nothing", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const [item, other] = [await itemNow(slug, "Restore"), await itemNow(slug, "Backups")];
    await setWork(admin, { launch: slug, item: item.id, work: "blocked", reason: "no **vault** — yet", version: 1 });
    await assign(admin, { launch: slug, item: other.id, owner: admin.id, version: 1 });
    await addLink(admin, { launch: slug, item: other.id, title: "run", url: "https://ci.example.com/7", trueOn: new Date().toISOString().slice(0, 10), validDays: null });
    await addNote(admin, { launch: slug, kind: "risk", text: "One supplier\n\n```\nonly" });
    const own = bytes(await text(slug));
    const planned = await planImportAgain(admin, { launch: slug, fileName: "own.md", bytes: own });
    expect(planned.allowed && [planned.plan.steps, planned.plan.questions, planned.plan.notices]).toEqual([[], [], []]);
  });

  test.each(["csv", "xlsx", "json"] as const)("of the launch's own %s would change nothing, its seats and dates included", async (format) => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin, `${smallChecklist}\n**Target Go-Live**: 2031-05-01\n`);
    const [item, other] = [await itemNow(slug, "Restore"), await itemNow(slug, "Replication")];
    await setWork(admin, { launch: slug, item: item.id, work: "blocked", reason: "no **vault** — yet", version: 1 });
    await assign(admin, { launch: slug, item: other.id, owner: admin.id, version: 1 });
    await addNote(admin, { launch: slug, kind: "risk", text: "One supplier" });
    const { name, bytes: own } = await exportLaunch(await launchNow(slug), format);
    const first = await giveInto(admin, slug, { name, bytes: own }, {});
    if ("allowed" in first) throw new Error(first.why);
    const given = first.kind === "table" ? await giveInto(admin, slug, { name, bytes: own }, { mapping: first.table.mapping }) : first;
    if ("allowed" in given || given.kind !== "document") throw new Error("no document");
    const planned = await planImportAgain(admin, { launch: slug, fileName: given.name, bytes: given.bytes });
    expect(planned.allowed && [planned.plan.steps, planned.plan.questions, planned.plan.notices]).toEqual([[], [], []]);
  });

  test("reads what was read of the text before wherever it stands now, or what is chosen anew", async () => {
    const admin = await person("Project Manager", true);
    const piers = "# Quay\n\n- [ ] Lamps are lit\n\n| Berth | Ready |\n|---|---|\n| North | [ ] |\n| South | [ ] |\n";
    const made = await createLaunch(admin, { slug: `quay-${randomUUID().slice(0, 8)}`, name: null, zone: "UTC", fileName: "quay.md", bytes: bytes(piers), take: ["table:7"] });
    if (!made.allowed) throw new Error(made.why);
    const newer = bytes(piers.replace("- [ ] Lamps are lit\n", "A line more.\n\n- [ ] Lamps are lit\n- [~] Ropes are new\n"));
    const plan = async (take: string[] | null) => {
      const planned = await planImportAgain(admin, { launch: made.slug, fileName: "quay.md", bytes: newer, take });
      if (!planned.allowed) throw new Error(planned.why);
      return [planned.taken, planned.plan.steps.map(({ kind, before, after }) => `${kind} ${after ?? before ?? ""}`)];
    };
    expect(await plan(null)).toEqual([["table:10"], []]);
    expect(await plan(["table:10", "unclear-boxes:6"])).toEqual([["unclear-boxes:6", "table:10"], ["added Ropes are new"]]);
    expect(await plan([])).toEqual([[], ["removed North", "removed South"]]);
    const done = await importAgain(admin, { launch: made.slug, fileName: "quay.md", bytes: newer, take: ["table:10", "unclear-boxes:6"], answers: {}, revision: null });
    expect(done).toMatchObject({ allowed: true });
    expect(await text(made.slug)).toBe(new TextDecoder().decode(newer));
  });

  test("is a manager's: a contributor may not, and a stranger does not learn that the launch exists", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const engineer = await joined(admin, slug, await person("Engineer"), "contributor");
    const input = { launch: slug, fileName: "a.md", bytes: bytes(next) };
    expect(await planImportAgain(engineer, input)).toMatchObject({ why: "not-permitted" });
    expect(await importAgain(engineer, { ...input, answers: {}, revision: null })).toMatchObject({ why: "not-permitted" });
    const stranger = await person("Stranger");
    expect(await planImportAgain(stranger, input)).toMatchObject({ why: "unknown-launch" });
    expect(await importAgain(stranger, { ...input, answers: {}, revision: null })).toMatchObject({ why: "unknown-launch" });
  });
});

describe("readiness import into a launch that is there", () => {
  test("shows the plan, refuses while a question is open, and takes answers from a file", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const item = await itemNow(slug, "Restore");
    await setWork(admin, { launch: slug, item: item.id, work: "done", reason: null, version: 1 });
    const file = path.join(tmpdir(), `${randomUUID()}.md`);
    writeFileSync(file, smallChecklist.replace("- [ ] Restore tested\n", ""));
    const args = [file, "--launch", slug, "--as", admin.email];
    const plan = JSON.parse(String(await importVerb([...args, "--dry-run", "--json"]))) as { open: string[] };
    expect(plan.open).toHaveLength(1);
    expect(await importVerb([...args, "--dry-run"])).toContain("Restore tested [done]");
    await expect(importVerb(args)).rejects.toMatchObject({ code: 3 });
    const answers = path.join(tmpdir(), `${randomUUID()}.json`);
    writeFileSync(answers, JSON.stringify({ [plan.open[0] ?? ""]: "keep" }));
    expect(await importVerb([...args, "--answers", answers])).toContain(`Imported into ${slug} as event 3`);
    expect((await itemNow(slug, "Restore")).retiredAt).toBeNull();
    // What is kept here stands in the export again, spliced into the document that no longer has it.
    expect(await text(slug)).toContain("- [x] Restore tested");
    expect(readFileSync(file, "utf8")).not.toContain("Restore");
  });
});
