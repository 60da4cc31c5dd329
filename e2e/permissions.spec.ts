import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import { request as requests, type APIRequestContext, type APIResponse } from "playwright/test";
import { readiness } from "./cli";
import { ask, given } from "./database";
import { holdSeat, newLaunch, newMember, type Launch } from "./launch";
import { password, sessionCookie, somebody, type Person } from "./people";
import { kinds, permissions, type Here, type Kind } from "./permission-table";
import { expect, test } from "./test";

/** Refusals that mean: not you. Everything else was judged on its content, by somebody who was let in. */
const notYou = ["not-signed-in", "foreign-origin", "unknown-launch", "not-permitted", "needs-manager", "not-your-seat"];

/** Where a server action can be reached: its id, and a page that takes it. */
interface Reach { id: string; page: string }
const actions = new Map<string, Reach>();

let launch: Launch;
let here: Here;
const contexts = new Map<Kind, APIRequestContext>();
const headersOf = new Map<Kind, Record<string, string>>();

/** What a request of somebody's browser carries. */
async function headersFor(person: Person | null): Promise<Record<string, string>> {
  const address = given("E2E_ADDRESS");
  if (!person) return { origin: address };
  const session = randomUUID();
  await ask("insert into sessions (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')", [session, person.id]);
  const { name, value } = await sessionCookie(session);
  return { origin: address, cookie: `${name}=${value}` };
}

/** Sends an action as its page would, and gives what it answered; `null` when it was not even carried out. */
async function callAction(context: APIRequestContext, surface: string, input: unknown): Promise<{ allowed: boolean; why?: string } | null> {
  const reach = actions.get(surface);
  if (!reach) throw new Error(`${surface} is in no page of the build.`);
  const answer = await context.post(pathOf(reach.page), { headers: { "next-action": reach.id, "content-type": "text/plain;charset=UTF-8", accept: "text/x-component" }, data: JSON.stringify([input]), maxRedirects: 0 });
  const line = /^1:(\{.*\})$/m.exec(await answer.text())?.[1];
  // What actions answer with: `Answer` and its like.
  return line ? (JSON.parse(line) as { allowed: boolean; why?: string }) : null;
}

/** The address behind a page's or route's path, about this launch. */
function pathOf(path: string): string {
  const values: Record<string, string> = { "[launch]": launch.slug, "[item]": here.item, "[seat]": here.seat, "[...key]": here.key, "[format]": "csv", "[hash]": here.file };
  return Object.entries(values).reduce((so, [part, value]) => so.replace(part, value), path);
}

async function idOf(table: string, where = "true"): Promise<string> {
  const [row] = await ask<{ id: string }>(`select t.id from ${table} t join launches l on l.id = t.launch_id where l.slug = $1 and ${where} limit 1`, [launch.slug]);
  if (!row) throw new Error(`${launch.slug} has nothing in ${table}.`);
  return row.id;
}

test.beforeAll(async () => {
  // Each action with its name is in the build's own list.
  const manifest = JSON.parse(readFileSync(`${given("E2E_BUILD")}/.next/server/server-reference-manifest.json`, "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }>;
  };
  for (const [id, { workers, exportedName, filename }] of Object.entries(manifest.node)) {
    const page = Object.keys(workers)[0]?.replace(/^app/, "").replace(/\/page$/, "") ?? "";
    actions.set(`action ${filename.replace(/^app\//, "")}#${exportedName}`, { id, page: page === "" ? "/" : page });
  }
  const manager = await somebody("Manager");
  const slug = `matrix-${randomUUID().slice(0, 8)}`;
  await readiness("import", fileURLToPath(new URL("../prisma/checklists/a4co.md", import.meta.url)), "--launch", slug);
  await readiness("member", "set", slug, manager.email, "--role", "manager");
  launch = { slug, name: slug, path: `/launches/${slug}`, manager };
  const [viewer, holder, contributor] = [await newMember(launch, "viewer", "Viewer"), await newMember(launch, "viewer", "Holder"), await newMember(launch, "contributor", "Contributor")];
  await holdSeat(launch, "Lead Developer", holder);
  const stranger = (await newLaunch()).manager;
  const people: Record<Kind, Person | null> = { n: null, s: stranger, v: viewer, h: holder, c: contributor, m: manager, a: await somebody("Admin", { admin: true }) };
  for (const kind of kinds) {
    const headers = await headersFor(people[kind]);
    headersOf.set(kind, headers);
    contexts.set(kind, await requests.newContext({ baseURL: given("E2E_ADDRESS"), extraHTTPHeaders: headers }));
  }

  const item = await idOf("items", "t.condition is null and t.\"window\" = 'before'");
  const [key] = await ask<{ key: string }>("select key from items where id = $1", [item]);
  here = {
    launch: slug, item, other: await idOf("items", `t.condition is null and t.id <> '${item}'`), conditional: await idOf("items", "t.condition is not null"), key: key?.key ?? "", section: await idOf("sections"), group: await idOf("groups"),
    seat: await idOf("seats", "t.role = 'Lead Developer'"), fact: await idOf("facts"), member: viewer.id, evidence: "", waiver: "", note: "", condition: "", signOff: "", poll: "", file: "", nobody: randomUUID(), password, now: 999,
  };
  const by = (kind: Kind, name: string, input: object) => callAction(contextFor(kind), `action launches/[launch]/${name}`, { launch: slug, ...input });
  const taken = async (answer: Promise<{ allowed: boolean; why?: string } | null>): Promise<void> => expect(await answer).toMatchObject({ allowed: true });
  await taken(by("m", "actions.ts#addNote", { kind: "risk", text: "One region" }));
  await taken(by("m", "actions.ts#addEvidenceNote", { item, text: "Seen", trueOn: "2026-01-01", validDays: null }));
  await taken(by("c", "decision-actions.ts#requestWaiver", { item, reason: "later", control: "by hand", endsAt: new Date(Date.now() + 86_400_000).toISOString(), version: await versionOf(item) }));
  const digest = (await (await contextFor("h").get(`${launch.path}/sign-off`)).text()).match(/[0-9a-f]{64}/g) ?? [];
  for (const one of new Set(digest)) {
    const signed = await by("h", "actions.ts#sign", { seat: here.seat, position: "go-with-conditions", reason: "but", digest: one, password, conditions: [{ text: "Watch", ownerId: null, deadline: "2099-01-01T00:00:00.000Z", rollbackTrigger: null }] });
    if (signed?.allowed) break;
  }
  await taken(by("m", "decision-actions.ts#decide", { outcome: "no-go", reason: null, verdictSeen: "no-go" }));
  await taken(by("m", "decision-actions.ts#openPoll", {}));
  const file = await contextFor("m").post(`/api/launches/${slug}/items/${item}/files?name=a.txt&trueOn=2026-01-01`, { data: Buffer.from("a"), headers: { "content-type": "application/octet-stream" } });
  expect(file.status()).toBeLessThan(300);
  const [kept] = await ask<{ hash: string }>("select f.sha256 as hash from file_contents f join launches l on l.id = f.launch_id where l.slug = $1", [slug]);
  here = { ...here, file: kept?.hash ?? "", evidence: await idOf("evidence"), waiver: await idOf("waivers"), note: await idOf("notes", "t.author_id is not null"), condition: await idOf("conditions"), signOff: await idOf("sign_offs"), poll: await idOf("polls") };
});

test.afterAll(async () => {
  await Promise.all([...contexts.values()].map((context) => context.dispose()));
});

function contextFor(kind: Kind): APIRequestContext {
  const context = contexts.get(kind);
  if (!context) throw new Error(`no browser for ${kind}`);
  return context;
}

async function versionOf(item: string): Promise<number> {
  const [row] = await ask<{ version: number }>("select version from items where id = $1", [item]);
  return row?.version ?? 0;
}

/** Whether a page or route lets somebody in: not when it leads to the sign-in page, is not found, or says in its heading who may. */
function letsIn(answer: APIResponse, text: string, shut: string | undefined): boolean {
  const heading = /<h1[^>]*>.*?<\/h1>/s.exec(text)?.[0] ?? "";
  return ![401, 403, 404].includes(answer.status()) && !answer.headers().location?.includes("/sign-in") && !(shut && heading.includes(shut));
}

async function isLetIn(kind: Kind, surface: string): Promise<boolean> {
  const row = permissions[surface];
  const [method = "", path = ""] = surface.split(" ");
  if (method === "action") {
    const answer = await callAction(contextFor(kind), surface, row?.input?.(here));
    return answer !== null && (answer.allowed || !notYou.includes(answer.why ?? ""));
  }
  const context = contextFor(kind);
  const address = pathOf(path);
  if (path.endsWith("/events")) {
    // A stream does not end by itself: its head says enough.
    return streams(kind, address);
  }
  const answer = method === "POST"
    ? await context.post(`${address}?name=a.txt&trueOn=2999-01-01&file=a.md&take=%5B%5D&slug=x&zone=UTC&answers=2&revision=0`, { data: Buffer.from("{}"), headers: { "content-type": "application/octet-stream" }, maxRedirects: 0 })
    : await context.get(address, { maxRedirects: 0 });
  return letsIn(answer, await answer.text(), row?.shut);
}

/** Opens a stream and lets go of it once its head has come. */
async function streams(kind: Kind, address: string): Promise<boolean> {
  const over = new AbortController();
  const answer = await fetch(`${given("E2E_ADDRESS")}${address}`, { headers: headersOf.get(kind) ?? {}, signal: over.signal, redirect: "manual" });
  over.abort();
  return answer.status === 200;
}
const asked = Object.entries(permissions).filter(([, row]) => !row.open);
test(`each of ${asked.length} pages, routes, streams and actions lets in exactly those in the table`, async ({ complaints }) => {
  test.setTimeout(240_000);
  complaints.forgive(/.*/);
  const wrong: string[] = [];
  for (const [surface, { who }] of asked) {
    const found = (await Promise.all(kinds.map(async (kind) => ((await isLetIn(kind, surface)) ? kind : "")))).join("");
    const expected = kinds.filter((kind) => who.includes(kind)).join("");
    if (found !== expected) wrong.push(`${surface}: lets in ${found || "nobody"}, the table says ${expected || "nobody"}`);
  }
  console.log(`permission matrix: ${asked.length} surfaces × ${kinds.length} kinds of people = ${asked.length * kinds.length} cells, ${wrong.length} surfaces wrong`);
  expect(wrong).toEqual([]);
});
