import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAssign } from "./judge-assign";
import { judgeUndo, type Undoable } from "./judge-undo";
import { judgeDecide } from "./judge-decision";
import { judgeLinkItems } from "./judge-link";
import { judgeRemoveMember } from "./judge-member";
import { judgePhase } from "./judge-phase";
import { judgeOpenPoll } from "./judge-poll";
import { judgeSetWork } from "./judge-work";
import { judge } from "./judge";
import type { Person } from "./permissions";
import type { Outcome } from "./refusal";
import type { LaunchState } from "./state";
import { decision, item, poll, seat, signOff, stateOf } from "./testing/build";
import { after, ann, counter, max, why } from "./testing/people";
import { sha256 } from "./testing/sha256";

const begin = stateOf({ item: [item("a"), item("b")] });
const at = (seq: number) => new Date(Date.UTC(2026, 2, 1) + seq * 60_000).toISOString();
interface Lived { state: LaunchState; events: Undoable[] }
const born: Lived = { state: begin, events: [] };

/** Records what was allowed and changed something, as the server does: one event after the other. */
function record({ state, events }: Lived, actor: Person, outcome: Outcome): Lived {
  if (!outcome.allowed || outcome.changes.length === 0) return { state, events };
  return { state: after(state, outcome), events: [...events, { seq: events.length + 1, actorId: actor.id, kind: outcome.kind, changes: outcome.changes }] };
}
const undo = ({ state, events }: Lived, actor: Person, seq: number): Outcome => {
  const event = events[seq - 1];
  if (event === undefined) throw new Error(`no event ${seq}`);
  return judgeUndo(state, actor, event, events.slice(seq), "2026-03-10T12:00:00.000Z");
};
const undone = (lived: Lived, actor: Person, seq: number): Lived => record(lived, actor, undo(lived, actor, seq));

type Step = { on: "a" | "b"; work: "todo" | "in-progress" | "done" | "blocked" } | { on: "a" | "b"; owner: "ann" | "max" | null };
function step(lived: Lived, actor: Person, act: Step): Lived {
  const row = lived.state.item[act.on];
  if (row === undefined) throw new Error("the item is gone");
  const { version } = row;
  if ("owner" in act) return record(lived, actor, judgeAssign(lived.state, actor, { itemId: act.on, ownerId: act.owner, version }));
  return record(lived, actor, judgeSetWork(lived.state, actor, { itemId: act.on, work: act.work, reason: act.work === "blocked" ? "waiting" : null, version }, at(lived.events.length)));
}
const steps = fc.array(fc.oneof(
  fc.record({ on: fc.constantFrom("a" as const, "b" as const), work: fc.constantFrom("todo" as const, "in-progress" as const, "done" as const, "blocked" as const) }),
  fc.record({ on: fc.constantFrom("a" as const, "b" as const), owner: fc.constantFrom("ann" as const, "max" as const, null) }),
), { maxLength: 12 });
/** All but the versions, which never go back. */
const rows = ({ state }: Lived) => Object.values(state.item).map((row) => ({ ...row, version: 0 }));

describe("taking back several of one's own steps", () => {
  test("on the same row, the last first, leads back to where one began", () => {
    fc.assert(fc.property(steps, (acts) => {
      const done = acts.reduce((lived, act) => step(lived, ann, act), born);
      const back = [...done.events].reverse().reduce((lived, { seq }) => {
        expect(undo(lived, ann, seq)).toMatchObject({ allowed: true });
        return undone(lived, ann, seq);
      }, done);
      expect(rows(back)).toEqual(rows(born));
    }));
  });

  test("in any order is never a refusal without a way: the step that it names can be taken back, and leads to the one that was wanted", () => {
    fc.assert(fc.property(steps, fc.nat(), (acts, pick) => {
      let lived = acts.reduce((so, act) => step(so, ann, act), born);
      if (lived.events.length === 0) return;
      const wanted = 1 + (pick % lived.events.length);
      const most = acts.length;
      for (let tries = 0; ; tries++) {
        expect(tries).toBeLessThanOrEqual(most);
        const outcome = undo(lived, ann, wanted);
        // Changed back by hand: there is nothing left to take back.
        if (outcome.allowed || outcome.why === "already-undone") break;
        expect(outcome.why).toBe("later-first");
        expect(undo(lived, ann, outcome.count ?? 0)).toMatchObject({ allowed: true });
        lived = undone(lived, ann, outcome.count ?? 0);
      }
      if (undo(lived, ann, wanted).allowed) lived = undone(lived, ann, wanted);
      expect(why(undo(lived, ann, wanted))).toBe("already-undone");
    }));
  });

  test("is refused as soon as somebody else has touched the row, whatever became of that", () => {
    fc.assert(fc.property(steps, steps, (mine, theirs) => {
      const lived = theirs.reduce((so, act) => step(so, max, act), mine.reduce((so, act) => step(so, ann, act), born));
      for (const { seq, actorId, changes } of lived.events) {
        if (actorId !== "ann") continue;
        const built = lived.events.some((other) => other.actorId === "max" && other.seq > seq && other.changes.some(({ id }) => changes.some((change) => change.id === id)));
        if (built) expect(why(undo(lived, ann, seq))).toBe("built-upon");
      }
    }));
  });

  test("names the later step by its number, and says of a step that was taken back that it was", () => {
    const twice = step(step(born, ann, { on: "a", work: "in-progress" }), ann, { on: "a", work: "done" });
    expect(undo(twice, ann, 1)).toEqual({ allowed: false, why: "later-first", count: 2 });
    const once = undone(twice, ann, 2);
    expect(why(undo(once, ann, 2))).toBe("already-undone");
    expect(undone(once, ann, 1).state.item.a).toMatchObject({ work: "todo", workBy: null, version: 5 });
  });

  test("keeps a later step on the same row that changed something else", () => {
    const both = step(step(born, ann, { on: "a", work: "done" }), ann, { on: "a", owner: "max" });
    expect(undo(both, ann, 1)).toMatchObject({ why: "later-first", count: 2 });
  });
});

describe("taking back a slip of a manager's", () => {
  const now = "2026-03-10T12:00:00.000Z";
  const decided = stateOf({ item: [item("a")], decision: [decision("d", { outcome: "go", at: "2026-03-09T12:00:00.000Z" })], poll: [poll("p")] }, { phase: "decided", phaseAt: "2026-03-09T12:00:00.000Z" });
  const moved = (from: LaunchState, to: "launched" | "closed" | "preparing" | "archived" | "rolled-back", actor = max): Lived =>
    record({ state: from, events: [] }, actor, judgePhase(from, actor, { to, at: null, version: from.launch.version }, now));
  const phaseOf = ({ state: { launch, poll: polls } }: Lived) => ({ phase: launch.phase, launchedAt: launch.launchedAt, open: Object.values(polls).filter(({ closedAt }) => closedAt === null).length });

  test("a launch that was recorded by mistake is decided again, and the poll that ended with it is open", () => {
    const launched = moved(decided, "launched");
    expect(phaseOf(launched)).toEqual({ phase: "launched", launchedAt: now, open: 0 });
    expect(phaseOf(undone(launched, max, 1))).toEqual({ phase: "decided", launchedAt: null, open: 1 });
    expect(judge(undone(launched, max, 1).state, now, sha256).decision?.stands).toBe(true);
  });

  test("a launch closed or taken back to preparing by mistake is what it was; another's step, and an archive, are not", () => {
    const { state } = moved(decided, "launched");
    expect(phaseOf(undone(moved(state, "closed"), max, 1))).toMatchObject({ phase: "launched", launchedAt: now });
    const back = moved(decided, "preparing");
    expect(judge(back.state, now, sha256).decision?.stands).toBe(false);
    expect(judge(undone(back, max, 1).state, now, sha256).decision?.stands).toBe(true);
    expect(why(undo(back, { ...max, id: "other" }, 1))).toBe("not-yours");
    expect(why(undo(back, { ...max, role: "contributor" }, 1))).toBe("not-permitted");
    expect(why(undo(moved(decided, "archived"), max, 1))).toBe("launch-over");
  });

  test("nothing becomes launched or archived again over a poll that was opened since", () => {
    const { state } = moved(decided, "launched");
    const rolled = moved(state, "rolled-back");
    const asked = record(rolled, max, judgeOpenPoll(rolled.state, max, now, counter("p")));
    expect(why(undo(rolled, max, 1))).toBeNull();
    expect(why(undo(asked, max, 1))).toBe("built-upon");
  });

  test("a decision takes its phase along, and neither is undone", () => {
    const from = stateOf({ item: [item("a", { work: "done" })] });
    const lived = record({ state: from, events: [] }, max, judgeDecide(from, max, { outcome: "go", reason: null, verdictSeen: "go" }, now, counter("d"), sha256));
    expect(why(undo(lived, max, 1))).toBe("not-undoable");
  });

  test("somebody taken out of the launch comes back with their items, seat and signature", () => {
    const held = seat("q", { holderId: "ann", holderAt: "2026-02-01T00:00:00.000Z" });
    const from = stateOf({ item: [item("a", { ownerId: "ann" })], seat: [held], signOff: [signOff("o", "q", { byId: "ann", at: "2026-03-02T10:00:00.000Z" })] });
    const removed = record({ state: from, events: [] }, max, judgeRemoveMember(from, max, { memberId: "ann", version: 1 }));
    expect([removed.state.member.ann, removed.state.item.a?.ownerId]).toEqual([undefined, null]);
    const back = undone(removed, max, 1);
    expect(back.state).toMatchObject({ member: { ann: { role: "contributor" } }, item: { a: { ownerId: "ann" } }, seat: { q: { holderId: "ann" } } });
    expect(judge(back.state, now, sha256).seats[0]?.signOffId).toBe("o");
    expect(why(undo(removed, { ...max, role: "contributor" }, 1))).toBe("not-permitted");
    expect(why(undo(back, max, 2))).toBe("not-undoable");
  });
});

test("an item is not linked with itself, and says so", () => {
  const self = { itemId: "a", version: 1 };
  expect(judgeLinkItems(begin, ann, { items: [self, self] }, () => "w")).toMatchObject({ why: "linked-with-itself" });
});
