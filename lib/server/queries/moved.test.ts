import { expect, test } from "vitest";
import { setWork } from "../commands/items";
import { setSeatSections } from "../commands/seats";
import { newId } from "../digest";
import { Memory } from "../memory";
import { once } from "../once";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { done, scene } from "../testing/scene";
import { readMoved } from "./moved";

ownDatabase();

type Scene = Awaited<ReturnType<typeof scene>>;

async function tick({ slug, engineer }: Scene, text: string, work: "done" | "todo"): Promise<number> {
  const item = Object.values((await launchNow(slug)).state.item).find((one) => one.text === text);
  return done(await setWork(engineer, { launch: slug, item: item?.id ?? "", work, reason: null, version: item?.version ?? 0 })).after.state.revision;
}

test("what moved under a pen is exactly what differs from the revision shown, with the digest that stands now", async () => {
  const at = await scene();
  const shown = (await launchNow(at.slug)).state.revision;
  await tick(at, "Backups automated", "done");
  const between = await tick(at, "Restore tested", "done");
  const { state, judgement } = await launchNow(at.slug);
  const moved = await readMoved(state, at.seat, shown);
  expect(moved).toMatchObject({ digest: judgement.seats[0]?.digest, revision: state.revision });
  expect(moved?.changes.map(({ subject, field, before, after }) => [subject, field, before, after]).sort()).toEqual([["Backups automated", "work", "todo", "done"], ["Restore tested", "work", "todo", "done"]]);
  expect((await readMoved(state, at.seat, between))?.changes).toEqual([]);
  // Long ago means out of memory: rebuilt from the history it is the same.
  once("launch-state.memory", () => new Memory<unknown>(1)).delete(`${state.launch.id}/${shown}`);
  expect(await readMoved(state, at.seat, shown)).toEqual(moved);
});

test("what came back to what it was, and what nobody signs for, has not moved", async () => {
  const at = await scene();
  const shown = (await launchNow(at.slug)).state.revision;
  await tick(at, "Backups automated", "done");
  await tick(at, "Backups automated", "todo");
  await tick(at, "All services healthy", "done");
  const { state } = await launchNow(at.slug);
  expect(state.revision).toBe(shown + 3);
  expect((await readMoved(state, at.seat, shown))?.changes).toEqual([]);
});

test("a seat that answers for other sections than were shown says so, and no seat or revision that is not there is told about", async () => {
  const at = await scene();
  const shown = (await launchNow(at.slug)).state;
  const [first] = Object.values(shown.section).sort((a, b) => a.position - b.position);
  done(await setSeatSections(at.admin, { launch: at.slug, seat: at.seat, sections: [first?.id ?? ""], version: shown.seat[at.seat]?.version ?? 0 }));
  const { state } = await launchNow(at.slug);
  expect((await readMoved(state, at.seat, shown.revision))?.changes).toEqual([{ subject: "launch", id: null, field: "sections", before: null, after: [first?.id] }]);
  for (const from of [0, -1, state.revision + 1]) expect(await readMoved(state, at.seat, from)).toBeNull();
  for (const seat of ["", newId(), "constructor"]) expect(await readMoved(state, seat, 1)).toBeNull();
  // Before there was anything to sign.
  expect((await readMoved(state, at.seat, 1))?.digest).toMatch(/^[0-9a-f]{64}$/);
});
