import { expect, test } from "vitest";
import { badgeSvg, badgeWords } from "../exports/badge";
import { sha256 } from "../digest";
import { readBadge, listBadgeKeys } from "../queries/badge";
import { statusOf } from "../queries/status";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, launchFrom, person } from "../testing/people";
import { makeBadgeKey, revokeBadgeKey } from "./badge";

const database = ownDatabase();

test("a badge is off until a manager makes an address, which works until it ends or is taken back", async () => {
  const manager = await person("Project Manager", true);
  const slug = await launchFrom(manager);
  const { revision, launch: { id } } = (await launchNow(slug)).state;
  expect(await listBadgeKeys(id)).toEqual([]);
  const made = await makeBadgeKey(manager, { launch: slug, days: 30 });
  if (!made.allowed) throw new Error(made.why);
  expect(made.key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect((await readBadge(made.key))?.numbers).toEqual((await launchNow(slug)).judgement.numbers);
  const { rows } = await database.owner().query<{ row: string; days: number }>("select b::text as row, extract(day from expires_at - created_at)::int as days from badge_keys b");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain(made.key);
  expect(rows[0]?.row).toContain(sha256(made.key));
  expect(rows[0]?.days).toBe(30);
  // It says nothing about the launch, so it is not in its history.
  expect((await launchNow(slug)).state.revision).toBe(revision);

  await database.owner().query("update badge_keys set created_at = now() - interval '31 days', expires_at = now() - interval '1 millisecond'");
  expect(await readBadge(made.key)).toBeNull();
  const again = await makeBadgeKey(manager, { launch: slug, days: 1 });
  if (!again.allowed) throw new Error(again.why);
  const [listed] = await listBadgeKeys(id);
  expect(listed).toMatchObject({ createdBy: "Project Manager", revokedAt: null });
  expect(await revokeBadgeKey(manager, { launch: slug, key: listed?.id ?? "" })).toEqual({ allowed: true });
  expect(await readBadge(again.key)).toBeNull();
  expect(await revokeBadgeKey(manager, { launch: slug, key: listed?.id ?? "" })).toMatchObject({ why: "link-unknown" });
  for (const none of ["", "x".repeat(22), made.key.slice(1)]) expect(await readBadge(none)).toBeNull();
});

test("only a manager whose password was just given makes or takes back addresses, and only their launch's", async () => {
  const manager = await person("Project Manager", true);
  const slug = await launchFrom(manager);
  const contributor = await joined(manager, slug, await person("Engineer"), "contributor");
  const stranger = await person("Stranger");
  const other = await joined(manager, await launchFrom(manager), await person("Other Manager"), "manager");
  expect(await makeBadgeKey(contributor, { launch: slug, days: 30 })).toMatchObject({ why: "not-permitted" });
  for (const one of [stranger, other]) expect(await makeBadgeKey(one, { launch: slug, days: 30 })).toMatchObject({ why: "unknown-launch" });
  expect(await makeBadgeKey({ ...manager, authenticatedAt: new Date(Date.now() - 11 * 60_000).toISOString() }, { launch: slug, days: 30 })).toMatchObject({ why: "password-needed" });
  const made = await makeBadgeKey(manager, { launch: slug, days: 30 });
  if (!made.allowed) throw new Error(made.why);
  const [{ id } = { id: "" }] = await listBadgeKeys((await launchNow(slug)).state.launch.id);
  for (const one of [contributor, stranger, other]) expect((await revokeBadgeKey(one, { launch: slug, key: id })).allowed).toBe(false);
  expect(await readBadge(made.key)).not.toBeNull();
  for (let more = 1; more < 20; more += 1) expect((await makeBadgeKey(manager, { launch: slug, days: 1 })).allowed).toBe(true);
  expect(await makeBadgeKey(manager, { launch: slug, days: 1 })).toMatchObject({ why: "too-many-badges" });
});

test("a badge says the verdict and the verified number, in words for everybody, and no name", async () => {
  const manager = await person("Project Manager", true);
  const slug = await launchFrom(manager, "# Secret <launch> & \"Co\"\n\n## 1. Part\n- [ ] One thing\n");
  const launch = await launchNow(slug);
  const { numbers } = statusOf(launch);
  const svg = badgeSvg(launch.judgement);
  expect(svg).toContain(`<title>launch: No-go · ${numbers.verified.done} of ${numbers.verified.of} verified</title>`);
  expect(svg).toContain(`aria-label="launch: No-go · 0 of 1 verified"`);
  expect(svg).not.toMatch(/Secret|One thing|Project Manager|<script|<style|style=|href|on\w+=/);
  for (const [verdict, word] of [["go", "Go"], ["conditional-go", "Conditional go"], ["no-go", "No-go"]] as const) {
    expect(badgeWords({ ...launch.judgement, verdict }).value).toBe(`${word} · 0 of 1 verified`);
  }
  const all = [...badgeSvg({ ...launch.judgement, verdict: "go" }).matchAll(/<(\/?)([a-z]+)/g)];
  expect(all.filter(([, close]) => !close).length - [...svg.matchAll(/\/>/g)].length).toBe(all.filter(([, close]) => close).length);
});
