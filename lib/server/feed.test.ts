import { beforeAll, expect, test, vi } from "vitest";
import type { Update } from "@/lib/domain/update";
import { setWork } from "./commands/items";
import { removeMember } from "./commands/members";
import { saveSettings } from "./commands/settings";
import { follow, openStreams, type Stream } from "./feed";
import { inTurn } from "./in-turn";
import { ownDatabase } from "./testing/database";
import { itemNow, launchNow } from "./testing/launch-now";
import { joined, launchFrom, password, person } from "./testing/people";
import { signIn } from "./commands/sign-in";
import { revokeSession } from "./sessions";
import { writes } from "./db";

const database = ownDatabase();
// How often the feed looks for ended sessions is time of its own, which does not pass by itself here.
beforeAll(() => void vi.useFakeTimers({ toFake: ["setInterval"] }));

async function scene() {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const signed = await signIn({ email: admin.email, password }, { address: "192.0.2.9", agent: null });
  return { admin, slug, sessionId: signed.allowed ? signed.sessionId : "" };
}

/** Follows, and waits until the feed has seen the launch once: what happens from then on is told change by change. */
async function followed(launchId: string, page: Heard): Promise<() => void> {
  const behind = listener(page.sessionId, -1);
  const caughtUp = behind.next();
  const end = follow(launchId, page);
  const endBehind = follow(launchId, behind);
  await caughtUp;
  endBehind();
  return end;
}

interface Heard extends Stream { updates: Update[]; resyncs: number[]; closed: boolean; told: boolean; next: () => Promise<void> }

function listener(sessionId: string, revision: number): Heard {
  let wake = (): void => undefined;
  const heard: Heard = {
    sessionId, revision, mayLook: () => true, updates: [], resyncs: [], closed: false, told: false,
    send: (update) => { heard.updates.push(update); wake(); },
    resync: (to) => { heard.resyncs.push(to); wake(); },
    signedOut: () => { heard.told = true; wake(); },
    close: () => { heard.closed = true; wake(); },
    next: () => new Promise((resolve) => { wake = resolve; }),
  };
  return heard;
}

test("a page hears the change itself: the rows that look different, the numbers, and where it leads from", async () => {
  const { admin, slug, sessionId } = await scene();
  const { state } = await launchNow(slug);
  const page = listener(sessionId, state.revision);
  const end = await followed(state.launch.id, page);
  const item = await itemNow(slug, "Backups automated");
  const heard = page.next();
  await setWork(admin, { launch: slug, item: item.id, work: "done", reason: null, version: item.version });
  await heard;
  expect(page.updates).toHaveLength(1);
  expect(page.updates[0]).toMatchObject({ from: state.revision, revision: state.revision + 1, structural: false });
  expect(page.updates[0]?.rows.map(({ id, face }) => [id, face])).toEqual([[item.id, "done"]]);
  expect(page.updates[0]?.summary.numbers.claimed.done).toBe(1);
  end();
  expect(openStreams()).toBe(0);
});

test("a page that missed something is told to read itself again", async () => {
  const { slug, sessionId } = await scene();
  const { state } = await launchNow(slug);
  const page = listener(sessionId, state.revision - 1);
  const heard = page.next();
  const end = follow(state.launch.id, page);
  await heard;
  expect([page.updates, page.resyncs]).toEqual([[], [state.revision]]);
  end();
});

test("a change made past this process, by another one, is heard as well", async () => {
  const { slug, sessionId } = await scene();
  const { state } = await launchNow(slug);
  const page = listener(sessionId, state.revision);
  const end = await followed(state.launch.id, page);
  const heard = page.next();
  // Another process is stood for by its notice and its rows: nothing of it is in this process's memory.
  await database.owner().query("UPDATE launches SET name = 'Renamed', revision = revision + 1 WHERE id = $1", [state.launch.id]);
  await database.owner().query("SELECT pg_notify('readiness', $1)", [`${state.launch.id} ${state.revision + 1}`]);
  await heard;
  expect(page.updates[0]).toMatchObject({ revision: state.revision + 1, structural: true });
  end();
});

test("streams of a session that has ended are told so within five seconds", async () => {
  const { slug, sessionId } = await scene();
  const { state } = await launchNow(slug);
  const page = listener(sessionId, state.revision);
  const end = follow(state.launch.id, page);
  const heard = page.next();
  await revokeSession(writes(), sessionId);
  vi.advanceTimersByTime(5_000);
  await heard;
  expect(page.told).toBe(true);
  end();
});

test("a member who is removed hears that the page is to be read again and nothing of what happened since", async () => {
  const { admin, slug, sessionId } = await scene();
  const engineer = await joined(admin, slug, await person("Engineer"), "contributor");
  const { state } = await launchNow(slug);
  const [theirs, other] = [listener(sessionId, state.revision), listener(sessionId, state.revision)];
  theirs.mayLook = ({ member }) => member[engineer.id] !== undefined;
  const end = await followed(state.launch.id, other);
  const endTheirs = follow(state.launch.id, theirs);
  const heard = [theirs.next(), other.next()];
  await removeMember(admin, { launch: slug, member: engineer.id, version: 1 });
  await Promise.all(heard);
  expect([theirs.updates, theirs.resyncs.at(-1), other.updates.length]).toEqual([[], state.revision + 1, 1]);
  expect([theirs.closed, other.closed]).toEqual([true, false]);
  endTheirs();
  end();
});

test("a feed that ends while it still reads sets no alarm any more, and one that is left open does", async () => {
  const { admin, slug, sessionId } = await scene();
  await saveSettings(admin, { launch: slug, name: "Small launch", zone: "UTC", goLive: "2099-01-01T09:00", nextReview: null, version: 1 });
  const { state } = await launchNow(slug);
  const set = vi.spyOn(globalThis, "setTimeout");
  // So far ahead only a feed waits: for the next flip, an hour at a time.
  const alarms = (): number => set.mock.calls.filter(([, delay]) => delay === 3_600_000).length;
  const read = (): Promise<void> => inTurn(`feed ${state.launch.id}`, () => Promise.resolve());
  try {
    follow(state.launch.id, listener(sessionId, state.revision))();
    await read();
    expect(alarms()).toBe(0);
    const end = follow(state.launch.id, listener(sessionId, state.revision));
    await read();
    expect(alarms()).toBe(1);
    end();
  } finally {
    set.mockRestore();
  }
});
