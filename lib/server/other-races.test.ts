import { expect, test } from "vitest";
import type { DecisionRecord } from "@/lib/domain/judge-decision";
import { speaksFor } from "@/lib/domain/permissions";
import { setApplicability, setWork } from "./commands/items";
import { closePoll, decide, openPoll, setPhase } from "./commands/poll";
import { setDelegate } from "./commands/seats";
import { signShown } from "./commands/sign-offs";
import { undo } from "./commands/undo";
import { decideWaiver, requestWaiver } from "./commands/waivers";
import { once } from "./once";
import { verifyLaunch } from "./queries/verify";
import { ownClock } from "./testing/clock";
import { ownDatabase } from "./testing/database";
import { itemNow, launchNow } from "./testing/launch-now";
import { done, of, scene } from "./testing/scene";

const clock = ownClock(ownDatabase());
const rounds = 40;
type Scene = Awaited<ReturnType<typeof scene>>;
type Position = "no-go" | "abstain" | "go";

/** Takes away the queue of this process, so that two changes meet at the database's lock, as those of two processes do. */
const withoutQueue = () => once("in-turn.tails", () => new Map<string, Promise<unknown>>()).clear();

/** Two acts at once, now the one first and now the other; each outcome is given back to where it came from. */
async function atOnce<A, B>(round: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) {
    const first = one();
    withoutQueue();
    return Promise.all([first, other()]);
  }
  const first = other();
  withoutQueue();
  const [b, a] = await Promise.all([first, one()]);
  return [a, b];
}

/** A signature over what stands when this is called, to be given later. */
async function pen({ slug, seat }: Scene, by: Scene["holder"], reason: string | null, position: Position = "no-go") {
  const digest = (await launchNow(slug)).judgement.seats[0]?.digest ?? "";
  return () => signShown(by, { launch: slug, seat, position, reason, digest, conditions: [] });
}

const launchVersion = async (slug: string) => (await launchNow(slug)).state.launch.version;

test("the same signature from two tabs at once is given once", async () => {
  const at = await scene();
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [await pen(at, at.holder, `round ${round}`), await pen(at, at.holder, `round ${round}`)];
    const outcomes = await atOnce(round, one, other);
    expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(1);
    expect(outcomes.find(({ allowed }) => !allowed)).toMatchObject({ why: "already-signed" });
  }
  expect(Object.keys((await launchNow(at.slug)).state.signOff)).toHaveLength(rounds);
  expect(await verifyLaunch(at.slug)).toMatchObject({ fault: null });
});

test("a delegate who is taken off while signing has signed before it, or not at all", async () => {
  const at = await scene();
  const seat = async () => (await launchNow(at.slug)).state.seat[at.seat];
  const delegate = async (to: string | null) => setDelegate(at.holder, { launch: at.slug, seat: at.seat, delegate: to, from: null, to: null, version: (await seat())?.version ?? 0 });
  const first = { signed: 0, off: 0 };
  for (let round = 0; round < rounds; round += 1) {
    done(await delegate(at.engineer.id));
    const version = (await seat())?.version ?? 0;
    const [signed, off] = await atOnce(round, await pen(at, at.engineer, `round ${round}`), () => setDelegate(at.holder, { launch: at.slug, seat: at.seat, delegate: null, from: null, to: null, version }));
    const after = done(off).after.state;
    if (signed.allowed) expect(signed.after.state.revision).toBeLessThan(after.revision);
    else expect(signed).toMatchObject({ why: "not-your-seat" });
    const row = await seat();
    expect(row && speaksFor(at.engineer.id, row, new Date().toISOString())).toBe(false);
    first[signed.allowed ? "signed" : "off"] += 1;
  }
  expect(Math.min(first.signed, first.off)).toBeGreaterThan(2);
  expect(await verifyLaunch(at.slug)).toMatchObject({ fault: null });
});

test("a poll closed, a decision made and a change taken back while somebody signs: each sees the one state or the other", async () => {
  const at = await scene();
  const { slug, admin, engineer } = at;
  for (let round = 0; round < rounds; round += 1) {
    const opened = done(await openPoll(admin, { launch: slug }));
    const poll = Object.values(opened.after.state.poll).find(({ closedAt }) => closedAt === null);
    const [signed, closed] = await atOnce(round, await pen(at, at.holder, `poll ${round}`), () => closePoll(admin, { launch: slug, poll: poll?.id ?? "", version: poll?.version ?? 0 }));
    done(signed);
    done(closed);

    const { id: item, version, work } = await itemNow(slug, "Restore");
    const edited = done(await setWork(engineer, { launch: slug, item, work: work === "done" ? "todo" : "done", reason: null, version }));
    const [taken, pened] = await atOnce(round, () => undo(engineer, { launch: slug, revision: edited.after.state.revision }), await pen(at, at.holder, `undo ${round}`));
    done(taken);
    // Signed before it was taken back, and stale since; or refused, as the state had moved.
    if (!pened.allowed) expect(pened).toMatchObject({ why: "state-moved" });
    expect((await launchNow(slug)).judgement.seats[0]).toMatchObject(pened.allowed ? { stale: true, reason: `undo ${round}` } : { reason: `poll ${round}` });
  }
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
});

test("a decision and an edit at once: the record says what stood at the decision, and nothing of what came after", async () => {
  const at = await scene();
  const { slug, admin, engineer } = at;
  for (let round = 0; round < rounds / 2; round += 1) {
    const { id: item, version, work } = await itemNow(slug, "Restore");
    const [decided, edited] = await atOnce(round, () => decide(admin, { launch: slug, outcome: "no-go", reason: null, verdictSeen: "no-go" }),
      () => setWork(engineer, { launch: slug, item, work: work === "done" ? "todo" : "done", reason: null, version }));
    const [before, after] = [done(decided), done(edited)];
    const record = Object.values(before.after.state.decision).reduce((one, other) => (one.at > other.at ? one : other)).record as DecisionRecord; // as `decide` writes it
    const then = before.before.state.item[item]?.work;
    expect([record.material.items[item]?.work, record.reasons.some(({ subjectId }) => subjectId === item)]).toEqual([then, then !== "done"]);
    expect(before.after.state.revision).not.toBe(after.after.state.revision);
  }
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
});

test("nobody signs for a launch that is archived meanwhile", async () => {
  const at = await scene();
  const first = { signed: 0, archived: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const version = await launchVersion(at.slug);
    const [signed, archived] = await atOnce(round, await pen(at, at.holder, `round ${round}`), () => setPhase(at.admin, { launch: at.slug, to: "archived", at: null, version }));
    const gone = done(archived);
    if (signed.allowed) expect(signed.after.state.revision).toBeLessThan(gone.after.state.revision);
    else expect(signed).toMatchObject({ why: "launch-over" });
    first[signed.allowed ? "signed" : "archived"] += 1;
    done(await setPhase(at.admin, { launch: at.slug, to: "preparing", at: null, version: await launchVersion(at.slug) }));
  }
  expect(Math.min(first.signed, first.archived)).toBeGreaterThan(2);
  expect(await verifyLaunch(at.slug)).toMatchObject({ fault: null });
});

test("a go is signed until the waiver it rests on ends, and refused from then on, without anybody having changed anything", async () => {
  const at = await scene();
  const { slug, admin, engineer, holder } = at;
  for (const start of ["Backups", "Docker"]) done(await setWork(engineer, { launch: slug, ...(await of(slug, start)), work: "done", reason: null }));
  const { id: item, version } = await itemNow(slug, "Replication");
  done(await setApplicability(admin, { launch: slug, item, applicability: "not-applicable", reason: "one node", version }));
  const endsAt = await clock.inSeconds(3_600);
  const asked = done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Restore")), reason: "next week", control: "by hand", endsAt }));
  done(await decideWaiver(admin, { launch: slug, waiver: Object.keys(asked.after.state.waiver)[0] ?? "", approve: true, reason: null, version: 1 }));
  const sign = await pen(at, holder, null, "go");
  await clock.passes(new Date(Date.parse(endsAt) - 60_000).toISOString());
  expect(await sign()).toMatchObject({ allowed: true });
  await clock.passes(endsAt);
  // The digest is the one that was shown: the passing of time moves no state. What has run out is a reason none the less.
  const again = await pen(at, holder, "still", "go");
  expect(await again()).toMatchObject({ why: "items-in-the-way" });
  expect((await launchNow(slug)).judgement.seats[0]).toMatchObject({ stale: false });
  expect((await launchNow(slug)).judgement.verdict).toBe("no-go");
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
});
