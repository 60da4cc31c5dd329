import { describe, expect, test } from "vitest";
import { addLink } from "./commands/evidence";
import { assign, setApplicability, setDue, setWork } from "./commands/items";
import { undo } from "./commands/undo";
import { sentenceOf } from "./sentences";
import { reads } from "./db";
import { readHistory } from "./queries/history";
import { verifyLaunch } from "./queries/verify";
import { ownDatabase } from "./testing/database";
import { itemNow, launchNow } from "./testing/launch-now";
import { joined, launchFrom, person } from "./testing/people";

const database = ownDatabase();

async function scene() {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const engineer = await joined(admin, slug, await person("Engineer"), "contributor");
  return { admin, slug, engineer };
}

describe("a change", () => {
  test("writes the row, its event and the revision together, and a refusal none of them", async () => {
    const { slug, engineer } = await scene();
    const before = await launchNow(slug);
    const item = await itemNow(slug, "Backups automated");
    const refused = await setWork(engineer, { launch: slug, item: item.id, work: "blocked", reason: "  ", version: item.version });
    expect(refused).toMatchObject({ allowed: false, why: "reason-needed" });
    expect((await launchNow(slug)).state.revision).toBe(before.state.revision);

    const done = await setWork(engineer, { launch: slug, item: item.id, work: "blocked", reason: "no spare cluster", version: item.version });
    expect(done.allowed).toBe(true);
    const after = await launchNow(slug);
    expect(after.state.revision).toBe(before.state.revision + 1);
    const { events: [event] } = await readHistory(after.state.launch.id, {});
    expect(event).toMatchObject({ seq: after.state.revision, kind: "item.work", actorId: engineer.id, via: "page" });
    expect(event?.changes[0]).toMatchObject({
      id: item.id, before: { work: "todo", workReason: null }, after: { work: "blocked", workReason: "no spare cluster" },
    });
  });

  test("that finds the row moved on is refused, and the winner stands", async () => {
    const { slug, engineer, admin } = await scene();
    const item = await itemNow(slug, "Backups automated");
    const both = await Promise.all([
      setWork(engineer, { launch: slug, item: item.id, work: "done", reason: null, version: item.version }),
      setWork(admin, { launch: slug, item: item.id, work: "in-progress", reason: null, version: item.version }),
    ]);
    expect(both.filter((outcome) => outcome.allowed)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.allowed)).toMatchObject({ why: "stale-version" });
    const winner = both[0].allowed ? "done" : "in-progress";
    expect((await itemNow(slug, "Backups automated")).work).toBe(winner);
  });

  test("of nothing records nothing", async () => {
    const { slug, engineer } = await scene();
    const item = await itemNow(slug, "Backups automated");
    const { state: { revision } } = await launchNow(slug);
    await setWork(engineer, { launch: slug, item: item.id, work: "todo", reason: null, version: item.version });
    expect((await launchNow(slug)).state.revision).toBe(revision);
  });

  test("is undone by its own author as a new event, and by nobody else", async () => {
    const { slug, engineer, admin } = await scene();
    const item = await itemNow(slug, "Backups automated");
    await setWork(engineer, { launch: slug, item: item.id, work: "done", reason: null, version: item.version });
    const { state: { revision } } = await launchNow(slug);
    expect(await undo(admin, { launch: slug, revision })).toMatchObject({ why: "not-yours" });
    expect((await undo(engineer, { launch: slug, revision })).allowed).toBe(true);
    const after = await launchNow(slug);
    expect(after.state.revision).toBe(revision + 1);
    expect(after.state.item[item.id]).toMatchObject({ work: "todo", workBy: null });
    expect(await undo(engineer, { launch: slug, revision })).toMatchObject({ why: "already-undone" });
  });

  test("on top of another of one's own is taken back first, and then the other", async () => {
    const { slug, engineer } = await scene();
    const { id: item, version } = await itemNow(slug, "Backups automated");
    const { revision } = (await launchNow(slug)).state;
    await setWork(engineer, { launch: slug, item, work: "in-progress", reason: null, version });
    await setWork(engineer, { launch: slug, item, work: "blocked", reason: "no second site", version: version + 1 });
    const early = await undo(engineer, { launch: slug, revision: revision + 1 });
    expect(early).toMatchObject({ why: "later-first", count: revision + 2 });
    expect(early.allowed || sentenceOf(early)).toBe(`You have changed the same thing since. Take your later change back first: event ${revision + 2} of the history.`);
    expect((await undo(engineer, { launch: slug, revision: revision + 2 })).allowed).toBe(true);
    expect((await undo(engineer, { launch: slug, revision: revision + 1 })).allowed).toBe(true);
    expect(await itemNow(slug, "Backups automated")).toMatchObject({ work: "todo", workReason: null });
  });

  test("to a launch that is not one's own is refused like one that does not exist", async () => {
    const { slug } = await scene();
    const stranger = await person("Stranger");
    const item = await itemNow(slug, "Backups automated");
    const wanted = { item: item.id, work: "done" as const, reason: null, version: item.version };
    expect(await setWork(stranger, { launch: slug, ...wanted })).toEqual(await setWork(stranger, { launch: "no-such-launch", ...wanted }));
  });

  test("of an item through another launch finds no such item", async () => {
    const { slug, admin } = await scene();
    const other = await launchFrom(admin);
    const item = await itemNow(slug, "Backups automated");
    expect(await setWork(admin, { launch: other, item: item.id, work: "done", reason: null, version: 1 })).toMatchObject({ why: "unknown-item" });
  });

  test("by a viewer is refused", async () => {
    const { slug, admin } = await scene();
    const viewer = await joined(admin, slug, await person("Viewer"), "viewer");
    const item = await itemNow(slug, "Backups automated");
    expect(await setWork(viewer, { launch: slug, item: item.id, work: "done", reason: null, version: item.version })).toMatchObject({ why: "not-permitted" });
  });
});

describe("many changes at once", () => {
  test("lose no update: rows equal a replay of the history, and the chain holds", async () => {
    const { slug, engineer, admin } = await scene();
    const ids = Object.keys((await launchNow(slug)).state.item);
    let acknowledged = 0;
    const worker = async (seed: number): Promise<void> => {
      for (let step = 0; step < 12; step += 1) {
        const id = ids[(seed * 7 + step * 3) % ids.length] ?? "";
        const version = (await launchNow(slug)).state.item[id]?.version ?? 0;
        const actor = seed % 2 === 0 ? engineer : admin;
        const outcome = await [
          () => setWork(actor, { launch: slug, item: id, work: "done", reason: null, version }),
          () => setWork(actor, { launch: slug, item: id, work: "blocked", reason: `waiting ${seed}`, version }),
          () => setDue(actor, { launch: slug, item: id, due: "2099-01-01", version }),
          () => assign(actor, { launch: slug, item: id, owner: engineer.id, version }),
          () => setApplicability(actor, { launch: slug, item: id, applicability: "applies", reason: null, version }),
          () => addLink(actor, { launch: slug, item: id, title: "Proof", url: "https://ci.example.com/1", trueOn: new Date().toISOString().slice(0, 10), validDays: null }),
        ][(seed + step) % 6]?.();
        if (outcome?.allowed && outcome.kind) acknowledged += 1;
      }
    };
    const before = (await launchNow(slug)).state.revision;
    await Promise.all(Array.from({ length: 10 }, (_, seed) => worker(seed)));
    expect((await launchNow(slug)).state.revision - before).toBe(acknowledged);
    expect(acknowledged).toBeGreaterThan(20);
    expect(await verifyLaunch(slug)).toMatchObject({ fault: null, events: before + acknowledged });
  });
});

describe("the database itself", () => {
  test("refuses to change or remove history, also to its owner", async () => {
    await scene();
    for (const sql of ["UPDATE events SET kind = 'x'", "DELETE FROM events", "TRUNCATE events CASCADE", "UPDATE event_texts SET text = 'x'", "DELETE FROM event_texts", "DELETE FROM documents"]) {
      await expect(database.owner().query(sql), sql).rejects.toThrow(/append-only|only be erased/);
    }
  });

  test("refuses what is never without a reason", async () => {
    await scene();
    for (const sql of [
      "UPDATE items SET work = 'blocked', work_reason = NULL",
      "UPDATE items SET work = 'blocked', work_reason = '  '",
      "UPDATE items SET work_reason = 'because' WHERE work = 'todo'",
      "UPDATE items SET applicability = 'not-applicable', applicability_reason = NULL",
      "UPDATE items SET required = false, required_reason = NULL",
      "UPDATE items SET work = 'finished'",
    ]) {
      await expect(database.owner().query(sql), sql).rejects.toThrow(/check constraint/);
    }
  });

  test("refuses a link from one launch into another", async () => {
    const { admin, slug } = await scene();
    const other = await launchNow(await launchFrom(admin));
    const section = Object.keys(other.state.section)[0];
    const item = await itemNow(slug, "Backups automated");
    await expect(database.owner().query("UPDATE items SET section_id = $1 WHERE id = $2", [section, item.id])).rejects.toThrow(/foreign key/);
    expect(await reads().item.count({ where: { id: item.id, sectionId: item.sectionId } })).toBe(1);
  });
});
