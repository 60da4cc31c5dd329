import { describe, expect, test } from "vitest";
import { diff } from "@/lib/document/testing/diff";
import { followOffers } from "@/lib/document/follow-offers";
import { exportLaunch } from "../exports/export";
import { readLaunchDocument } from "../queries/document";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { launchFrom, person, smallChecklist } from "../testing/people";
import { done, scene, signNow } from "../testing/scene";
import { importAgain, planImportAgain } from "./import-again";
import { setApplicability, setWork } from "./items";
import * as structure from "./structure";
import { undo } from "./undo";

ownDatabase();
const bytes = (text: string) => new TextEncoder().encode(text);
const text = async (slug: string) => new TextDecoder().decode((await exportLaunch(await launchNow(slug), "md")).bytes);
const groupNow = async (slug: string, title: string) => {
  const found = Object.values((await launchNow(slug)).state.group).find((group) => group.title === title);
  if (!found) throw new Error(`no group ${title}`);
  return found;
};
const changed = async (slug: string) => diff(smallChecklist, await text(slug));

describe("editing the structure", () => {
  test("adds, rewords, moves and retires; the export shows just those lines; undo brings the file back byte for byte", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const [database, containers] = [await groupNow(slug, "Database"), await groupNow(slug, "Containers")];
    done(await structure.addItem(admin, { launch: slug, group: database.id, parent: null, before: null, text: " Backups  encrypted " }));
    expect(await itemNow(slug, "Backups encrypted")).toMatchObject({ key: "platform/database/backups-encrypted", line: null, work: "todo", window: "before" });
    expect(await changed(slug)).toEqual(["+- [ ] Backups encrypted"]);
    const item = await itemNow(slug, "Backups automated");
    done(await structure.rewordPart(admin, { launch: slug, part: "item", id: item.id, text: "Backups rehearsed", version: 1 }));
    expect((await itemNow(slug, "Backups rehearsed")).key).toBe(item.key);
    const restore = await itemNow(slug, "Restore tested");
    done(await structure.moveItem(admin, { launch: slug, item: restore.id, group: containers.id, parent: null, before: null, version: 1 }));
    expect((await changed(slug)).sort()).toEqual(["+- [ ] Backups encrypted", "+- [ ] Backups rehearsed", "+- [ ] Restore tested", "-- [ ] Backups automated", "-- [ ] Restore tested"]);
    const night = await groupNow(slug, "Launch Day Checks");
    done(await structure.retirePart(admin, { launch: slug, part: "group", id: night.id, version: 1 }));
    expect(await text(slug)).not.toContain("Launch Day Checks");
    for (let step = 0; step < 4; step += 1) done(await undo(admin, { launch: slug, revision: (await launchNow(slug)).state.revision - 2 * step }));
    expect(await text(slug)).toBe(smallChecklist);
    expect((await verifyLaunch(slug))?.fault ?? null).toBeNull();
  });

  test("brings a retired group back with its items' state, byte for byte", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    await setWork(admin, { launch: slug, item: (await itemNow(slug, "Restore")).id, work: "in-progress", reason: null, version: 1 });
    const before = await text(slug);
    const group = await groupNow(slug, "Database");
    done(await structure.retirePart(admin, { launch: slug, part: "group", id: group.id, version: group.version }));
    expect(await text(slug)).not.toContain("Restore");
    done(await structure.returnPart(admin, { launch: slug, part: "group", id: group.id, version: group.version + 1 }));
    expect(await text(slug)).toBe(before);
  });

  test("a reworded item makes a signature stale with just that, a moved one leaves it valid", async () => {
    const { admin, slug, holder, seat } = await scene();
    for (const start of ["Backups", "Restore", "Docker"]) done(await setWork(admin, { launch: slug, item: (await itemNow(slug, start)).id, work: "done", reason: null, version: 1 }));
    const replication = await itemNow(slug, "Replication");
    done(await setApplicability(admin, { launch: slug, item: replication.id, applicability: "not-applicable", reason: "one node", version: replication.version }));
    done(await signNow(holder, slug, seat, "go"));
    const restore = await itemNow(slug, "Restore");
    done(await structure.moveItem(admin, { launch: slug, item: restore.id, group: (await groupNow(slug, "Containers")).id, parent: null, before: null, version: restore.version }));
    expect((await launchNow(slug)).judgement.seats[0]).toMatchObject({ position: "go", stale: false });
    const moved = await itemNow(slug, "Restore");
    done(await structure.rewordPart(admin, { launch: slug, part: "item", id: moved.id, text: "Restore rehearsed", version: moved.version }));
    const [judged] = (await launchNow(slug)).judgement.seats;
    expect(judged).toMatchObject({ stale: true });
    expect(JSON.stringify(judged?.changedSince)).toContain("Restore rehearsed");
    expect(judged?.changedSince).toHaveLength(1);
  });

  test("refuses words that a document would read as something else, and places that it cannot hold", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const group = (await groupNow(slug, "Database")).id;
    const why = async (words: string) => {
      const outcome = await structure.addItem(admin, { launch: slug, group, parent: null, before: null, text: words });
      return outcome.allowed ? null : outcome.why;
    };
    expect(await why("Lead: ______ Date: ______")).toBe("reads-otherwise");
    expect(await why("Keys <!-- secret --> rotated")).toBe("reads-otherwise");
    expect(await why("Keys rotated — **N/A**: because")).toBe("reads-otherwise");
    expect(await why("two\nlines")).toBe("one-line");
    expect(await why("# Keys [rotated](https://example.com) in `vault`")).toBeNull();
    const plain = await launchFrom(admin, "- [ ] one\n- [ ] two\n");
    const [section] = Object.values((await launchNow(plain)).state.section);
    const outcome = await structure.addGroup(admin, { launch: plain, section: section?.id ?? "", title: "Group" });
    expect(outcome).toMatchObject({ allowed: false, why: "document-cannot" });
    expect((await launchNow(plain)).state.revision).toBe(1);
  });

  test("adds sections, groups and seats that the document then has, and names them as it would", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    done(await structure.addSection(admin, { launch: slug, title: "7. ✅ Legal" }));
    expect(await text(slug)).toBe(smallChecklist);
    const section = Object.values((await launchNow(slug)).state.section).find(({ title }) => title === "Legal");
    done(await structure.addGroup(admin, { launch: slug, section: section?.id ?? "", title: "Contracts" }));
    done(await structure.addItem(admin, { launch: slug, group: (await groupNow(slug, "Contracts")).id, parent: null, before: null, text: "Terms agreed" }));
    done(await structure.addSeat(admin, { launch: slug, team: "Legal Team", role: "Counsel" }));
    expect(await changed(slug)).toEqual(["+## 3. Legal", "+", "+### Contracts", "+", "+- [ ] Terms agreed", "+", "+### Legal Team", "+", "+- [ ] Counsel: ____ Date: ____", "+"]);
    expect(Object.values((await launchNow(slug)).state.seat).map(({ key }) => key)).toEqual(["development-team/lead-developer", "legal-team/counsel"]);
  });

  test("says what words and place say besides, holds none of it until it is taken over", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const offers = async () => {
      const { state } = await launchNow(slug);
      return [...followOffers((await readLaunchDocument(state.launch.id))?.reading ?? null, state).entries()].map(([id, found]) => [state.item[id]?.text, found]);
    };
    expect(await offers()).toEqual([]);
    done(await structure.addItem(admin, { launch: slug, group: (await groupNow(slug, "Containers")).id, parent: null, before: null, text: "Cluster p95 < 200 ms (if using K8s)" }));
    const added = await itemNow(slug, "Cluster");
    expect(added).toMatchObject({ condition: null, threshold: null, applicability: "applies" });
    expect((await offers()).map(([, found]) => found)).toEqual([[{ field: "condition", says: "if using K8s" }, { field: "threshold", says: expect.stringContaining("< 200 ms") as string }]]);
    done(await structure.followWords(admin, { launch: slug, item: added.id, field: "condition", version: 1 }));
    const fact = Object.values((await launchNow(slug)).state.fact)[0];
    expect(await itemNow(slug, "Cluster")).toMatchObject({ condition: "if using K8s", factId: fact?.id, factAnswer: true, applicability: "undecided" });
    done(await structure.followWords(admin, { launch: slug, item: added.id, field: "threshold", version: 2 }));
    expect(await offers()).toEqual([]);
    const healthy = await itemNow(slug, "All services");
    done(await structure.moveItem(admin, { launch: slug, item: healthy.id, group: (await groupNow(slug, "Database")).id, parent: null, before: null, version: 1 }));
    expect(await itemNow(slug, "All services")).toMatchObject({ window: "launch-day" });
    expect(await offers()).toEqual([["All services healthy", [{ field: "window", says: "before" }]]]);
  });

  test("its own export imported again changes nothing, and somebody's other edit of the file still merges", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const [database, containers] = [await groupNow(slug, "Database"), await groupNow(slug, "Containers")];
    done(await structure.addItem(admin, { launch: slug, group: database.id, parent: null, before: null, text: "Backups kept 30 days minimum (nice to have)" }));
    const restore = await itemNow(slug, "Restore");
    done(await structure.rewordPart(admin, { launch: slug, part: "item", id: restore.id, text: "Restore rehearsed daily (if needed)", version: 1 }));
    const services = await itemNow(slug, "All services");
    done(await structure.moveItem(admin, { launch: slug, item: services.id, group: containers.id, parent: null, before: null, version: 1 }));
    const [seat] = Object.values((await launchNow(slug)).state.seat);
    done(await structure.renameSeat(admin, { launch: slug, seat: seat?.id ?? "", team: "Development Team", role: "Tech Lead", version: 1 }));
    done(await structure.addSeat(admin, { launch: slug, team: "Development Team", role: "Designer" }));
    const mine = await text(slug);
    const plan = async (document: string) => {
      const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(document) });
      if (!planned.allowed) throw new Error(planned.why);
      return planned.plan;
    };
    expect((await plan(mine)).steps).toEqual([]);
    expect((await plan(mine)).questions).toEqual([]);
    const theirs = smallChecklist.replace("- [ ] Docker Compose configured", "- [ ] Registry reachable\n- [x] Docker Compose configured");
    const merged = await plan(theirs);
    expect(merged.questions).toEqual([]);
    expect(merged.steps.map(({ kind, after }) => [kind, after]).filter(([kind]) => kind !== "kept").sort()).toEqual([["added", "Registry reachable"], ["changed", "done"]]);
    done(await importAgain(admin, { launch: slug, fileName: "next.md", bytes: bytes(theirs), answers: {}, revision: null }));
    const after = await text(slug);
    for (const line of ["- [x] Docker Compose configured", "- [ ] Registry reachable", "- [ ] Backups kept 30 days minimum (nice to have) — **Required**", "- [ ] Tech Lead: ____ Date: ____", "- [ ] Designer: ____ Date: ____"]) expect(after.split("\n")).toContain(line);
    expect(after).toContain("Restore rehearsed daily (if needed)");
    expect((await plan(after)).steps).toEqual([]);
  });
});
