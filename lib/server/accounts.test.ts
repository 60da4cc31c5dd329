import { describe, expect, test } from "vitest";
import { addUser } from "./commands/add-user";
import { createLaunch } from "./commands/create-launch";
import { findInvitation, invite, revokeInvitation } from "./commands/invite";
import { join } from "./commands/join";
import { removeMember, setMember } from "./commands/members";
import { newSetUpSecret, setUp, setUpAndTakeOver } from "./commands/set-up";
import { signIn } from "./commands/sign-in";
import { reads, writes } from "./db";
import { judgePassword } from "./passwords";
import { listLaunches } from "./queries/launches";
import { findVisit, goodSessions, revokeSession } from "./sessions";
import { ownDatabase } from "./testing/database";
import { launchNow } from "./testing/launch-now";
import { launchFrom, password, person, smallChecklist } from "./testing/people";

const database = ownDatabase();
const from = { address: "192.0.2.1", agent: null };

describe("set-up", () => {
  test("makes one admin from one secret, however many browsers try at once, and then never again", async () => {
    const first = await newSetUpSecret();
    const secret = await newSetUpSecret();
    if (!first || !secret) throw new Error("an empty instance can be set up");
    expect(await setUp(first, { email: "early@example.com", name: "Early", password })).toMatchObject({ why: "link-unknown" });
    const tries = await Promise.all([1, 2, 3].map((n) => setUp(secret, { email: `admin${n}@example.com`, name: "Admin", password })));
    expect(tries.filter((outcome) => outcome.allowed)).toHaveLength(1);
    expect(await reads().user.count({ where: { admin: true } })).toBe(1);
    expect(await newSetUpSecret()).toBeNull();
    expect(await setUp(secret, { email: "late@example.com", name: "Late", password })).toMatchObject({ why: "already-set-up" });
  });

  test("gives the launches that nobody manages to whoever did it, so that reasons name someone", async () => {
    await database.owner().query("UPDATE users SET admin = false");
    const seeded = await createLaunch(null, { slug: "seeded", name: null, zone: "UTC", fileName: "checklist.md", bytes: new TextEncoder().encode(smallChecklist) });
    const secret = (await newSetUpSecret()) ?? "";
    const outcome = await setUpAndTakeOver(secret, { email: "first@example.com", name: "First", password });
    if (!seeded.allowed || !outcome.allowed) throw new Error("both are allowed on an instance without an admin");
    const { state, judgement } = await launchNow("seeded");
    expect(state.member).toEqual({ [outcome.userId]: { id: outcome.userId, role: "manager", version: 1 } });
    expect(judgement.reasons.map(({ who }) => who)).toEqual(judgement.reasons.map(() => [outcome.userId]));
  });

  test("refuses passwords that are short, common or the e-mail itself", () => {
    expect(judgePassword("1234567", "a@example.com")).toBe("too-short");
    expect(judgePassword("Password1", "a@example.com")).toBe("too-common");
    expect(judgePassword("someone.long@example.com", "Someone.Long@example.com")).toBe("is-email");
    expect(judgePassword("ninety nine balloons", "a@example.com")).toBeNull();
  });
});

describe("an invitation", () => {
  test("lets exactly one person in, who then sees this launch and no other", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    await launchFrom(admin);
    const invited = await invite(admin, { launch: slug, role: "contributor", email: null });
    if (!invited.allowed) throw new Error(invited.why);
    const both = await Promise.all(["one", "two"].map((name) => join(invited.secret, { email: `${name}@example.com`, name, password }, from)));
    expect(both.filter((outcome) => outcome.allowed)).toHaveLength(1);
    const loser = both[0]?.allowed ? "two" : "one";
    expect(await reads().user.count({ where: { email: `${loser}@example.com` } })).toBe(0);
    const user = await reads().user.findUniqueOrThrow({ where: { email: loser === "one" ? "two@example.com" : "one@example.com" }, select: { id: true, name: true, email: true, admin: true } });
    const seen = await listLaunches({ ...user, via: "page" });
    expect(seen.map((launch) => [launch.slug, launch.view.role])).toEqual([[slug, "contributor"]]);
  });

  test("taken back, expired or for another address lets nobody in", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const made = await Promise.all([1, 2, 3].map(() => invite(admin, { launch: slug, role: "viewer", email: "viewer@example.com" })));
    const [taken = "", expired = "", foreign = ""] = made.map((one) => (one.allowed ? one.secret : ""));
    const open = await findInvitation(taken);
    expect((await revokeInvitation(admin, { launch: slug, invitation: open?.id ?? "" })).allowed).toBe(true);
    const { id = "" } = (await findInvitation(expired)) ?? {};
    await database.owner().query("UPDATE invitations SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    expect(await join(taken, { email: "viewer@example.com", name: "V", password }, from)).toMatchObject({ why: "link-unknown" });
    expect(await join(expired, { email: "viewer@example.com", name: "V", password }, from)).toMatchObject({ why: "link-unknown" });
    expect(await join(foreign, { email: "other@example.com", name: "O", password }, from)).toMatchObject({ why: "link-for-another" });
    expect(await reads().user.count({ where: { email: { in: ["viewer@example.com", "other@example.com"] } } })).toBe(0);
  });

  test("of a known person needs their own password", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const known = await person("Engineer");
    const invited = await invite(admin, { launch: slug, role: "contributor", email: null });
    const secret = invited.allowed ? invited.secret : "";
    expect(await join(secret, { email: known.email, name: "x", password: "not the password" }, from)).toMatchObject({ why: "wrong-password" });
    expect((await join(secret, { email: known.email, name: "x", password }, from)).allowed).toBe(true);
    expect((await launchNow(slug)).state.member[known.id]).toMatchObject({ role: "contributor" });
  });

  test("is no way around the limits of signing in: five wrong passwords of a known person, and no further try", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const known = await person("Engineer");
    const invited = await invite(admin, { launch: slug, role: "contributor", email: null });
    const secret = invited.allowed ? invited.secret : "";
    const here = { address: "192.0.2.21", agent: null };
    for (let n = 0; n < 5; n += 1) expect(await join(secret, { email: known.email, name: "x", password: `guess number ${n}` }, here)).toMatchObject({ why: "wrong-password" });
    expect(await join(secret, { email: known.email, name: "x", password }, here)).toMatchObject({ why: "too-many-attempts" });
    expect(await signIn({ email: known.email, password }, here)).toMatchObject({ why: "too-many-attempts" });
    expect((await join(secret, { email: known.email, name: "x", password }, from)).allowed).toBe(true);
  });

  test("is a manager's to give", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    const engineer = await person("Engineer");
    await setMember(admin, { launch: slug, member: engineer.id, role: "contributor", version: null });
    expect(await invite(engineer, { launch: slug, role: "manager", email: null })).toMatchObject({ why: "not-permitted" });
    expect(await invite(await person("Stranger"), { launch: slug, role: "viewer", email: null })).toMatchObject({ why: "unknown-launch" });
  });
});

describe("a session", () => {
  test("ends on its very next request once revoked, with its person disabled, and when idle or old", async () => {
    const someone = await person("Engineer");
    const open = async (): Promise<string> => {
      const outcome = await signIn({ email: someone.email, password }, from);
      return outcome.allowed ? outcome.sessionId : "";
    };
    const [revoked, idle, old, disabled] = [await open(), await open(), await open(), await open()];
    expect((await findVisit(revoked, null))?.actor.id).toBe(someone.id);
    await revokeSession(writes(), revoked);
    expect(await findVisit(revoked, null)).toBeNull();
    await database.owner().query("UPDATE sessions SET last_seen_at = now() - interval '12 hours 1 second' WHERE id = $1", [idle]);
    expect(await findVisit(idle, null)).toBeNull();
    await database.owner().query("UPDATE sessions SET expires_at = now() - interval '1 millisecond' WHERE id = $1", [old]);
    expect(await findVisit(old, null)).toBeNull();
    expect(await goodSessions([revoked, idle, old, disabled])).toEqual(new Set([disabled]));
    await database.owner().query("UPDATE users SET disabled_at = now() WHERE id = $1", [someone.id]);
    expect(await findVisit(disabled, null)).toBeNull();
    expect(await goodSessions([disabled])).toEqual(new Set());
  });

  test("never starts after five wrong passwords from one address, and starts from another", async () => {
    const someone = await person("Engineer");
    for (let n = 0; n < 5; n += 1) expect(await signIn({ email: someone.email, password: "wrong wrong" }, from)).toMatchObject({ why: "wrong-password" });
    expect(await signIn({ email: someone.email, password }, from)).toMatchObject({ why: "too-many-attempts" });
    expect((await signIn({ email: someone.email, password }, { address: "192.0.2.2", agent: null })).allowed).toBe(true);
  });

  test("lets no more than five of many wrong passwords be judged that come at once", async () => {
    const someone = await person("Engineer");
    const here = { address: "192.0.2.22", agent: null };
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => signIn({ email: someone.email, password: n === 11 ? password : `guess number ${n}` }, here)));
    expect(tries.filter((outcome) => !outcome.allowed && outcome.why === "wrong-password")).toHaveLength(5);
    expect(tries.filter((outcome) => outcome.allowed)).toEqual([]);
  });

  test("does not start for an unknown person, with the same words", async () => {
    expect(await signIn({ email: "nobody@example.com", password }, { address: "192.0.2.3", agent: null })).toEqual({ allowed: false, why: "wrong-password" });
  });
});

describe("members", () => {
  test("keep at least one manager, and who leaves leaves no seat and no item behind", async () => {
    const admin = await person("Project Manager", true);
    const slug = await launchFrom(admin);
    expect(await setMember(admin, { launch: slug, member: admin.id, role: "viewer", version: null })).toMatchObject({ why: "last-manager" });
    const engineer = await person("Engineer");
    await setMember(admin, { launch: slug, member: engineer.id, role: "contributor", version: null });
    const { state } = await launchNow(slug);
    const [seat] = Object.values(state.seat);
    const [item] = Object.values(state.item);
    if (!seat || !item) throw new Error("the launch has a seat and an item");
    const { assignSeat } = await import("./commands/seats");
    const { assign } = await import("./commands/items");
    await assignSeat(admin, { launch: slug, seat: seat.id, holder: engineer.id, version: seat.version });
    await assign(admin, { launch: slug, item: item.id, owner: engineer.id, version: item.version });
    await removeMember(admin, { launch: slug, member: engineer.id, version: 1 });
    const after = (await launchNow(slug)).state;
    expect(after.member[engineer.id]).toBeUndefined();
    expect(after.seat[seat.id]?.holderId).toBeNull();
    expect(after.item[item.id]?.ownerId).toBeNull();
  });

  test("with one e-mail exist once", async () => {
    const one = await person("Engineer");
    expect(await addUser({ email: one.email, name: "Again", password }, false)).toMatchObject({ why: "email-taken" });
  });
});
