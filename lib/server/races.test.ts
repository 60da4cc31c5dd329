import { expect, test } from "vitest";
import { replay } from "@/lib/domain/changes";
import { materialOfSeat } from "@/lib/domain/material";
import { setWork } from "./commands/items";
import { signShown } from "./commands/sign-offs";
import { reads } from "./db";
import { sha256 } from "./digest";
import { once } from "./once";
import { readEvents } from "./queries/history";
import { verifyLaunch } from "./queries/verify";
import { ownDatabase } from "./testing/database";
import { launchNow } from "./testing/launch-now";
import { scene } from "./testing/scene";

ownDatabase();
const launches = 10;
const rounds = 100;

type Scene = Awaited<ReturnType<typeof scene>>;

/** Takes away the queue of this process, so that two changes meet at the database's lock, as those of two processes do. */
function withoutQueue(): void {
  once("in-turn.tails", () => new Map<string, Promise<unknown>>()).clear();
}

/** An edit and a signature over the state before it, at once. Returns who came first. */
async function race({ slug, engineer, holder, seat }: Scene, round: number): Promise<"edit" | "sign"> {
  const shown = await launchNow(slug);
  // Items that count: an edit of any other changes nothing that is signed.
  const item = Object.values(shown.state.item).find(({ text }) => text === (round % 3 === 0 ? "Backups automated" : "Restore tested"));
  const digest = shown.judgement.seats[0]?.digest ?? "";
  const edit = () => setWork(engineer, { launch: slug, item: item?.id ?? "", work: item?.work === "done" ? "todo" : "done", reason: null, version: item?.version ?? 0 });
  const sign = () => signShown(holder, { launch: slug, seat, position: "no-go", reason: `round ${round}`, digest, conditions: [] });
  const started = round % 2 === 0 ? [edit(), (withoutQueue(), sign())] : [sign(), (withoutQueue(), edit())];
  const [first, second] = await Promise.all(started);
  const [edited, signed] = round % 2 === 0 ? [first, second] : [second, first];
  if (!edited?.allowed) throw new Error("nothing stood in the edit's way");
  const { judgement } = await launchNow(slug);
  const [standing] = judgement.seats;
  if (!signed?.allowed) {
    expect(signed).toMatchObject({ why: "state-moved" });
    return "edit";
  }
  // The signature came first: the edit after it makes it stale, and so it says.
  expect(signed.after.state.revision).toBeLessThan(edited.after.state.revision);
  expect(standing).toMatchObject({ stale: true, reason: `round ${round}` });
  expect(standing?.changedSince.map(({ id }) => id)).toContain(item?.id);
  return "sign";
}

/** Every signature of a history is over the state that stood right before it. */
async function expectTrueSignatures(slug: string): Promise<void> {
  const { state } = await launchNow(slug);
  let before = replay([]);
  for (const event of await readEvents(reads(), state.launch.id, null)) {
    if (event.kind === "seat.signed") {
      const { seatId, digest } = event.changes[0]?.after ?? {};
      const seat = before.seat[String(seatId)];
      if (!seat) throw new Error("a signature for no seat");
      expect(digest).toBe(sha256(materialOfSeat(before, seat).canonical));
    }
    before = replay([event], before);
  }
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
}

test("in 1,000 races of an edit against a signature none ends in a valid signature on a state that nobody signed", { timeout: 300_000 }, async () => {
  const first = { edit: 0, sign: 0 };
  for (let launch = 0; launch < launches; launch += 1) {
    const at = await scene();
    for (let round = 0; round < rounds; round += 1) first[await race(at, round)] += 1;
    await expectTrueSignatures(at.slug);
  }
  expect(first.edit + first.sign).toBe(launches * rounds);
  // Both orders did happen, or it was no race.
  expect(Math.min(first.edit, first.sign)).toBeGreaterThan(50);
});
