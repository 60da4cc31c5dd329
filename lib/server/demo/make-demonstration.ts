import { readFileSync } from "node:fs";
import { applyChanges, created, emptyState } from "@/lib/domain/changes";
import { demonstrationSlug } from "@/lib/domain/demonstration";
import { genesis } from "@/lib/domain/event";
import { judgeAssignSeat } from "@/lib/domain/judge-seat";
import { keepMoments } from "@/lib/domain/keep-moments";
import { judgeSettings } from "@/lib/domain/judge-settings";
import type { Person } from "@/lib/domain/permissions";
import type { Change, Instant, Launch, LaunchState } from "@/lib/domain/state";
import { addDays, dayOf } from "@/lib/domain/zone";
import { launchRows } from "@/lib/document/launch-rows";
import type { Reading } from "@/lib/document/reading";
import { appendEvent } from "../change";
import { addUser } from "../commands/add-user";
import { writes } from "../db";
import { newId, newSecret, sha256 } from "../digest";
import { Prisma } from "../generated/prisma/client";
import { databaseNow } from "../queries/launches";
import { readSource } from "../reader/reader";
import { sentenceOf } from "../sentences";
import { writeChanges } from "../write-changes";
import { deedsOf, numbersFrom, type Cast } from "./story";

const days = 60;
const hour = 3_600_000;

interface Told { at: Instant; kind: string; actorId: string | null; changes: Change[] }

/**
 * Makes up a launch with two months of history, by the same judging functions as a real one, and three people to sign in as.
 * @returns their e-mails with one password; `null` when the demonstration is there already
 */
export async function makeDemonstration(checklist: string): Promise<{ password: string; emails: string[] } | null> {
  if (await writes().launch.findUnique({ where: { slug: demonstrationSlug }, select: { id: true } })) return null;
  const password = newSecret();
  const people = await Promise.all([["Product Manager", "demo-manager"], ["Lead Developer", "demo-developer"], ["Security Officer", "demo-officer"]].map(async ([name = "", mail = ""]) => {
    const email = `${mail}-${newSecret().slice(0, 4).toLowerCase().replace(/[^a-z0-9]/g, "x")}@example.com`;
    const added = await addUser({ name, email, password }, false);
    if (!added.allowed) throw new Error(`The demonstration's people could not be added: ${added.why}.`);
    return { email, id: added.userId };
  }));
  const [manager, developer, officer] = people.map(({ id }, at): Person => ({ id, admin: false, role: at === 0 ? "manager" : "contributor" }));
  if (!manager || !developer || !officer) throw new Error("The story needs three people.");
  const bytes = new Uint8Array(readFileSync(checklist));
  const read = await readSource("brought", { bytes, take: [] });
  if (!read.allowed) throw new Error(sentenceOf(read));
  await write(tell({ manager, developer, officer }, read.reading, await databaseNow()), bytes);
  return { password, emails: people.map(({ email }) => email) };
}

/** The whole story, in memory: what happened, one event after another. */
function tell(cast: Cast, reading: Reading, now: Instant): Told[] {
  const begin = Date.parse(now) - days * 24 * hour;
  const at = (after: number): Instant => new Date(Math.min(begin + after, Date.parse(now))).toISOString();
  const rows = launchRows(reading, at(0), newId);
  const launch = { ...plainLaunch(at(0)), name: "Demonstration: invented history" };
  const told: Told[] = [{
    at: at(0), kind: "launch.imported", actorId: cast.manager.id,
    changes: [
      created("launch", launch), ...Object.values(cast).map((one: Person) => created("member", { id: one.id, role: one.role ?? "viewer", version: 1 })),
      ...(["section", "group", "fact", "item", "waiver", "seat", "note"] as const).flatMap((kind) => rows[kind].map((row) => created(kind, row as never))),
    ],
  }];
  let state: LaunchState = applyChanges(emptyState, told[0]?.changes ?? [], 1);
  const happen = (actor: Person, moment: Instant, outcome: ReturnType<typeof judgeSettings>): void => {
    if (!outcome.allowed || outcome.changes.length === 0) return;
    const changes = keepMoments(state, outcome.changes, moment);
    told.push({ at: moment, kind: outcome.kind, actorId: actor.id, changes });
    state = applyChanges(state, changes, told.length);
  };
  const goLive = `${addDays(dayOf(now, "UTC"), 18)}T09:00`;
  happen(cast.manager, at(hour), judgeSettings(state, cast.manager, { version: 1, set: { goLive } }, at(hour)));
  [cast.manager, cast.developer, cast.officer].forEach((person, index) => {
    const role = ["Product Manager", "Lead Developer", "Security Officer"][index];
    const seat = Object.values(state.seat).find((one) => one.role === role);
    if (seat) happen(cast.manager, at(2 * hour + index), judgeAssignSeat(state, cast.manager, { seatId: seat.id, holderId: person.id, version: seat.version }, at(2 * hour + index)));
  });
  const random = numbersFrom(7);
  for (let day = 1; day < days; day += 1) {
    deedsOf(cast, day, days, random).forEach((deed, index) => {
      const moment = at(day * 24 * hour + (8 + index * 0.4) * hour);
      const done = deed(state, moment);
      if (done) happen(done.actor, moment, done.outcome);
    });
  }
  return told;
}

function plainLaunch(at: Instant): Launch {
  return { ...emptyState.launch, id: newId(), slug: demonstrationSlug, phaseAt: at, createdAt: at, version: 1 };
}

/** All of it in one transaction: the demonstration is there whole, or not at all. */
async function write(told: readonly Told[], bytes: Uint8Array): Promise<void> {
  const first = told[0]?.changes[0]?.after as unknown as Launch; // told[0] is the import, whose first change makes the launch.
  const document = { launchId: first.id, id: newId(), name: "a4co.md", bytes: new Uint8Array(bytes), sha256: sha256(bytes), importedAt: first.createdAt };
  await writes().$transaction(async (tx) => {
    await tx.launch.create({ data: { ...first, goLives: Prisma.DbNull, revision: 0, head: genesis }, select: { id: true } });
    for (const [revision, event] of told.entries()) {
      await writeChanges(tx, first.id, revision === 0 ? event.changes.slice(1) : event.changes);
      const { head } = await tx.launch.findUniqueOrThrow({ where: { id: first.id }, select: { head: true } });
      await appendEvent(tx, { launchId: first.id, revision, head }, { ...event, via: "seed", ...(revision === 0 ? { beside: { document: document.sha256 } } : {}) });
    }
    await tx.document.create({ data: document, select: { id: true } });
  }, { timeout: 120_000 });
}
