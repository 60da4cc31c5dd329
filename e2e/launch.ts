import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Role } from "@/lib/domain/state";
import type { Status } from "@/lib/server/queries/status";
import { readiness } from "./cli";
import { ask } from "./database";
import { somebody, type Person } from "./people";

/** Checklists to begin with: `harbour` below; `beacon`, three items that count, night boards and two seats; `buoy`, the same without seats; `quay`, two of which a question decides one. */
export type Fixture = "harbour" | "beacon" | "buoy" | "quay";
export const fileOf = (fixture: Fixture): string => fileURLToPath(new URL(`fixtures/${fixture}.md`, import.meta.url));

/** A launch of its own for one test. `harbour` has eight items, of which seven count before launch, and two seats. */
export interface Launch { slug: string; name: string; path: string; manager: Person }

/** Items of the fixture, by what they are needed for. */
export const items = {
  restored: "Backups are restored once",
  second: "Backups are kept in a second place",
  written: "Restoring is written down",
  deleted: "Old copies are deleted",
  admins: "Admin accounts are listed",
  signOn: "Single sign-on configured (if needed)",
  unused: "Unused accounts are closed",
  phone: "The team is reachable by phone",
} as const;

/** The three items of `beacon` and `buoy` that count before launch, and those of the night. */
export const beacon = {
  tested: "The penetration test is repeated",
  rotated: "Keys are rotated",
  read: "The crew has read the runbook",
  phone: "The crew is reachable by phone",
  watched: "Errors are watched",
  backup: "The first backup is checked",
} as const;
export const beaconCounts = [beacon.tested, beacon.rotated, beacon.read];

/** Imports a fixture on the command line, as the first admin; `manager` is made its manager. */
export async function newLaunch(manager?: Person, fixture: Fixture = "harbour"): Promise<Launch> {
  const by = manager ?? (await somebody("Manager"));
  const slug = `${fixture}-${randomUUID().slice(0, 8)}`;
  const name = `${fixture.charAt(0).toUpperCase()}${fixture.slice(1)} ${slug.slice(-4)}`;
  await readiness("import", fileOf(fixture), "--launch", slug, "--name", name);
  await readiness("member", "set", slug, by.email, "--role", "manager");
  return { slug, name, path: `/launches/${slug}`, manager: by };
}

/** Makes somebody new a member. */
export async function newMember(launch: Launch, role: Role, name: string): Promise<Person> {
  const person = await somebody(name);
  await readiness("member", "set", launch.slug, person.email, "--role", role, "--as", launch.manager.email);
  return person;
}

export async function holdSeat(launch: Launch, role: string, person: Person): Promise<void> {
  await readiness("seat", "assign", launch.slug, role, person.email, "--as", launch.manager.email);
}

/** Marks items done by their texts, in the given order. */
export async function markDone(launch: Launch, texts: readonly string[]): Promise<void> {
  for (const text of texts) await readiness("set", launch.slug, await keyOf(launch, text), "--work", "done", "--as", launch.manager.email);
}

export async function keyOf(launch: Pick<Launch, "slug">, text: string): Promise<string> {
  const [row] = await ask<{ key: string }>("select i.key from items i join launches l on l.id = i.launch_id where l.slug = $1 and i.text = $2", [launch.slug, text]);
  if (!row) throw new Error(`${launch.slug} has no item "${text}".`);
  return row.key;
}

/** `readiness status SLUG --json`, whose shape is the contract's. */
export async function statusOf(slug: string): Promise<Status> {
  return JSON.parse(await readiness("status", slug, "--json")) as Status;
}
