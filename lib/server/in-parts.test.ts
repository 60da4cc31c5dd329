import { expect, test } from "vitest";
import { created } from "@/lib/domain/changes";
import type { Change, Note } from "@/lib/domain/state";
import { appendEvent } from "./change";
import type { Tx } from "./db";
import { newId } from "./digest";
import { partsOf } from "./in-parts";
import { writeChanges } from "./write-changes";

const at = "2026-11-23T10:00:00.000Z";
const notes = (many: number): Change[] => Array.from({ length: many }, (_, index) => {
  const note: Note = { id: newId(), kind: "consideration", text: `Note ${index}`, authorId: null, at, retiredAt: null, version: 1 };
  return created("note", note);
});

/** A database that answers at once, so that every turn that others get is one that this code gives them. */
function atOnce(): { tx: Tx; rows: number[] } {
  const rows: number[] = [];
  const tx = {
    $executeRaw: () => Promise.resolve(0),
    $executeRawUnsafe: (_: string, _launch: string, json: string) => {
      // Written by `writeChanges` as a list of rows.
      rows.push((JSON.parse(json) as unknown[]).length);
      return Promise.resolve(rows.at(-1));
    },
  };
  // The two ways to run a statement are all that is used of it here.
  return { tx: tx as unknown as Tx, rows };
}

async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  await work();
  clearImmediate(next);
  return turns;
}

test("an event of 5,000 rows lets everybody else be answered again and again while it is sealed", async () => {
  const { tx } = atOnce();
  const launch = { launchId: newId(), revision: 0, head: "0".repeat(64) };
  const event = { at, kind: "launch.imported", actorId: null, via: "page" as const };
  expect(await turnsDuring(() => appendEvent(tx, launch, { ...event, changes: notes(5_000) }))).toBeGreaterThan(30);
  expect(await turnsDuring(() => appendEvent(tx, launch, { ...event, changes: notes(2) }))).toBeLessThan(3);
});

test("5,000 rows are written in statements of some hundreds", async () => {
  const { tx, rows } = atOnce();
  await writeChanges(tx, newId(), notes(5_000));
  expect(rows.reduce((sum, one) => sum + one)).toBe(5_000);
  expect(Math.max(...rows)).toBeLessThanOrEqual(250);
});

test("the parts of a list are the list", () => {
  for (const many of [0, 1, 249, 250, 251, 1_003]) {
    const all = Array.from({ length: many }, (_, index) => index);
    expect([...partsOf(all)].flat()).toEqual(all);
  }
});
