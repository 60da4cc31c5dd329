import { expect, test } from "vitest";
import { reads } from "../db";
import { newId } from "../digest";
import { countNews, readNews } from "../queries/news";
import { findVisit, openSession, type Actor } from "../sessions";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, person } from "../testing/people";
import { done, scene, signNow } from "../testing/scene";
import { moveBookmark } from "./bookmark";
import { eraseShownPerson } from "./erase-person";
import { setWork } from "./items";
import { removeMember } from "./members";
import { signShown } from "./sign-offs";

const database = ownDatabase();

type Scene = Awaited<ReturnType<typeof scene>>;

/** One change of an item by somebody, so that there is something to see. */
async function edit({ slug }: Scene, by: Actor): Promise<number> {
  const [item] = Object.values((await launchNow(slug)).state.item);
  return done(await setWork(by, { launch: slug, item: item?.id ?? "", work: item?.work === "done" ? "todo" : "done", reason: null, version: item?.version ?? 0 })).after.state.revision;
}

/** The launch as a page of this person asks for it. */
async function viewOf({ slug }: Scene, actor: Actor) {
  const visit = await findVisit(await openSession(reads(), actor.id, null), slug);
  if (!visit) throw new Error("the session was just opened");
  return { state: (await launchNow(slug)).state, visit };
}

const seenBy = async ({ slug }: Scene, actor: Actor): Promise<number[]> =>
  (await database.owner().query<{ seq: number }>("select b.seq from bookmarks b join launches l on l.id = b.launch_id where l.slug = $1 and b.user_id = $2", [slug, actor.id])).rows.map(({ seq }) => seq);

test("whoever has not looked has no news; after looking, what others change is news and one's own changes are not", async () => {
  const at = await scene();
  expect(await countNews(await viewOf(at, at.holder))).toBeNull();
  expect(await readNews(await viewOf(at, at.holder))).toBeNull();
  const { revision } = (await launchNow(at.slug)).state;
  expect(await moveBookmark(at.holder, { launch: at.slug, to: revision, back: false })).toEqual({ allowed: true });
  expect(await countNews(await viewOf(at, at.holder))).toBe(0);
  const [first, second] = [await edit(at, at.engineer), await edit(at, at.engineer)];
  done(await signNow(at.holder, at.slug, at.seat, "no-go", "not yet"));
  const news = await readNews(await viewOf(at, at.holder));
  expect(news).toMatchObject({ seq: revision, count: 2 });
  expect(news?.events.map(({ seq }) => seq)).toEqual([second, first]);
  // Looking is no event, and reading moves nothing.
  expect((await launchNow(at.slug)).state.revision).toBe(second + 1);
  expect((await readNews(await viewOf(at, at.holder)))?.count).toBe(2);
});

test("a tab that shows an older state never loses what is new, and a slip can be taken back", async () => {
  const at = await scene();
  const older = (await launchNow(at.slug)).state.revision;
  const newer = await edit(at, at.engineer);
  await moveBookmark(at.holder, { launch: at.slug, to: newer, back: false });
  await moveBookmark(at.holder, { launch: at.slug, to: older, back: false });
  expect(await seenBy(at, at.holder)).toEqual([newer]);
  await moveBookmark(at.holder, { launch: at.slug, to: older, back: true });
  expect(await seenBy(at, at.holder)).toEqual([older]);
  await moveBookmark(at.holder, { launch: at.slug, to: newer, back: true });
  expect(await seenBy(at, at.holder)).toEqual([older]);
});

test("what nobody can have been shown is refused, and a launch that is not theirs to see is unknown", async () => {
  const at = await scene();
  const { revision } = (await launchNow(at.slug)).state;
  expect(await moveBookmark(at.holder, { launch: at.slug, to: revision + 1, back: false })).toMatchObject({ why: "unknown-event" });
  const stranger = await person("Stranger");
  for (const back of [true, false]) expect(await moveBookmark(stranger, { launch: at.slug, to: 1, back })).toMatchObject({ why: "unknown-launch" });
  expect(await moveBookmark(at.holder, { launch: newId(), to: 1, back: false })).toMatchObject({ why: "unknown-launch" });
  expect((await database.owner().query("select from bookmarks b join launches l on l.id = b.launch_id where l.slug = $1", [at.slug])).rowCount).toBe(0);
});

test("signing says that everything shown was seen, in the signature's own transaction; a refused one says nothing", async () => {
  const at = await scene();
  const shown = await launchNow(at.slug);
  const wanted = { launch: at.slug, seat: at.seat, position: "no-go" as const, reason: "not yet", conditions: [], seen: shown.state.revision };
  expect(await signShown(at.holder, { ...wanted, digest: "0".repeat(64) })).toMatchObject({ why: "state-moved" });
  expect(await seenBy(at, at.holder)).toEqual([]);
  done(await signShown(at.holder, { ...wanted, digest: shown.judgement.seats[0]?.digest ?? "" }));
  expect(await seenBy(at, at.holder)).toEqual([shown.state.revision]);
});

test("where somebody had read up to goes with the membership, and with the person's name", async () => {
  const at = await scene();
  const reader = await joined(at.admin, at.slug, await person("Reader"), "viewer");
  for (const one of [at.engineer, reader]) await moveBookmark(one, { launch: at.slug, to: 1, back: false });
  expect(await removeMember(at.holder, { launch: at.slug, member: at.engineer.id, version: 1 })).toMatchObject({ allowed: false });
  expect(await seenBy(at, at.engineer)).toEqual([1]);
  done(await removeMember(at.admin, { launch: at.slug, member: at.engineer.id, version: 1 }));
  expect(await seenBy(at, at.engineer)).toEqual([]);
  done(await eraseShownPerson(at.admin, { launch: at.slug, person: reader.id }));
  expect(await seenBy(at, reader)).toEqual([]);
});
