import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChainedEvent, type Checkpoint, type EventBody, commitTexts, genesis, hashInput, hashPieces, verifyChain } from "./event";
import { sha256 } from "./testing/sha256";

function bodyOf(seq: number, launchId: string): EventBody {
  return {
    launchId, seq, id: `e${seq}`, at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(), kind: "item.work", actorId: seq % 3 === 0 ? null : "ann",
    via: "page", changes: [{ entity: "item", id: `i${seq % 7}`, before: { work: "todo" }, after: { work: "done", version: seq } }],
  };
}
function chained(bodies: readonly EventBody[], after: string = genesis): ChainedEvent[] {
  let prev = after;
  return bodies.map((body) => {
    const hash = sha256(hashInput(prev, body));
    const event = { ...body, prev, hash };
    prev = hash;
    return event;
  });
}
const chain = (length: number, launchId = "launch") => chained(Array.from({ length }, (_, index) => bodyOf(index + 1, launchId)));
const headOf = (events: readonly ChainedEvent[]): Checkpoint[] => events.slice(-1).map(({ seq, hash }) => ({ seq, hash }));

const others = new Map<number, ChainedEvent[]>();
function other(length: number): ChainedEvent[] {
  const known = others.get(length) ?? chain(length, "other");
  others.set(length, known);
  return known;
}

type Tampering = (events: ChainedEvent[], at: number) => ChainedEvent[] | null;
const put = (events: readonly ChainedEvent[], at: number, over: Partial<ChainedEvent>) => events.map((event, index) => (index === at ? { ...event, ...over } : event));

/** What follows the first `known` events, and the last of those. */
const after = (events: readonly ChainedEvent[], known: number) => ({ events: events.slice(known), from: events[known - 1] ?? null });

/** The nine kinds of trust.md, figure 6; `null` where a position does not allow one. */
const tamperings: Record<string, { alter: Tampering; needsCheckpoint: boolean }> = {
  "a field flipped": { alter: (events, at) => put(events, at, { actorId: "eve" }), needsCheckpoint: false },
  "a hash flipped": { alter: (events, at) => put(events, at, { hash: (events[at]?.hash ?? "").replace(/^./, (digit) => (digit === "0" ? "1" : "0")) }), needsCheckpoint: false },
  "an event deleted": { alter: (events, at) => (at === events.length - 1 ? null : events.filter((_, index) => index !== at)), needsCheckpoint: false },
  "an event duplicated": { alter: (events, at) => events.flatMap((event, index) => (index === at ? [event, event] : [event])), needsCheckpoint: false },
  "two events swapped": { alter: (events, at) => {
    const [first, second] = [events[at], events[at + 1]];
    return first === undefined || second === undefined ? null : [...events.slice(0, at), second, first, ...events.slice(at + 2)];
  }, needsCheckpoint: false },
  "an event inserted": { alter: (events, at) => {
    const body = { ...bodyOf(at + 1, "launch"), id: "forged" };
    const prev = events[at - 1]?.hash ?? genesis;
    return [...events.slice(0, at), { ...body, prev, hash: sha256(hashInput(prev, body)) }, ...events.slice(at)];
  }, needsCheckpoint: false },
  "the suffix hashed again": { alter: (events, at) => [
    ...events.slice(0, at), ...chained(events.slice(at).map((event, index) => (index === 0 ? { ...event, actorId: "eve" } : event)), events[at - 1]?.hash),
  ], needsCheckpoint: true },
  "the tail cut off": { alter: (events, at) => events.slice(0, at), needsCheckpoint: true },
  "another launch spliced in": { alter: (events, at) => [...events.slice(0, at), ...other(events.length).slice(at)], needsCheckpoint: true },
};

test("an event's text is the same in pieces, however its changes are parted and its texts committed", () => {
  const changes = fc.array(fc.record({ entity: fc.constant("item" as const), id: fc.string(), before: fc.constant(null), after: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))) }), { maxLength: 9 });
  fc.assert(fc.property(changes, fc.integer({ min: 1, max: 4 }), fc.option(fc.string()), (all, size, actorId) => {
    const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
    const body = { ...bodyOf(4, "launch"), actorId };
    expect([...hashPieces(genesis, body, parts)].join("")).toBe(hashInput(genesis, { ...body, changes: all }));
    const salted = (path: { value: number }) => () => String((path.value += 1));
    const [one, other] = [{ value: 0 }, { value: 0 }];
    let from = 0;
    const parted = parts.map((part) => {
      const made = commitTexts(part, salted(one), sha256, from);
      from += part.length;
      return made;
    });
    expect({ changes: parted.flatMap((part) => part.changes), texts: parted.flatMap((part) => part.texts) }).toEqual(commitTexts(all, salted(other), sha256));
  }));
});

describe("a chain", () => {
  test.each([1, 2, 100])("of %d honest events verifies, with its own checkpoints and without", (length) => {
    const events = chain(length);
    expect(verifyChain(events, sha256)).toEqual({ ok: true, events: length, head: events.at(-1)?.hash });
    expect(verifyChain(events, sha256, events.map(({ seq, hash }) => ({ seq, hash })), "launch").ok).toBe(true);
  });

  for (const [what, { alter, needsCheckpoint }] of Object.entries(tamperings)) {
    test.each([1, 2, 100])(`shows ${what} at every position of %d events${needsCheckpoint ? ", against a checkpoint" : ""}`, (length) => {
      const events = chain(length);
      for (let at = 0; at < length; at++) {
        const tampered = alter(events, at);
        if (tampered === null) continue;
        expect(verifyChain(tampered, sha256, needsCheckpoint ? headOf(events) : [], "launch").ok, `position ${at}`).toBe(false);
      }
    });
  }

  test("judged onwards from any beginning found good says what judging the whole says", () => {
    for (const [what, { alter, needsCheckpoint }] of [...Object.entries(tamperings), ["nothing", { alter: (events: ChainedEvent[]) => events, needsCheckpoint: true }] as const]) {
      for (const length of [1, 2, 40]) {
        const events = chain(length);
        for (let at = 0; at < length; at++) {
          const tampered = alter(events, at);
          if (tampered === null) continue;
          const said = needsCheckpoint ? headOf(events) : [];
          const whole = verifyChain(tampered, sha256, said, "launch");
          for (const known of [0, at >> 1, at]) {
            const { events: rest, from } = after(tampered, known);
            const onwards = verifyChain(rest, sha256, said, "launch", from);
            expect(onwards.ok ? onwards : { ...onwards, position: onwards.position + known }, `${what} at ${at} of ${length}, known ${known}`).toEqual(whole);
          }
        }
      }
    }
  });

  test("of 1,000 events shows all nine kinds at every position", () => {
    // What lies before the position is byte for byte the honest chain, judged once here; each tampered chain is judged from there on.
    const events = chain(1000);
    expect(verifyChain(events, sha256, headOf(events), "launch").ok).toBe(true);
    let judged = 0;
    const missed: string[] = [];
    for (const [what, { alter, needsCheckpoint }] of Object.entries(tamperings)) {
      for (let at = 0; at < events.length; at++) {
        const tampered = alter(events, at);
        if (tampered === null) continue;
        if (tampered.slice(0, at).some((event, index) => event !== events[index])) throw new Error(`${what} touches what lies before position ${at}.`);
        const { events: rest, from } = after(tampered, at);
        judged += 1;
        if (verifyChain(rest, sha256, needsCheckpoint ? headOf(events) : [], "launch", from).ok) missed.push(`${what} at ${at}`);
      }
    }
    process.stdout.write(`chain of 1,000: ${judged} tampered chains (9 kinds x every position), ${judged - missed.length} shown, ${missed.length} missed\n`);
    expect(missed).toEqual([]);
    // Every position of every kind, but the last one where there is nothing to delete (that is cutting off the tail) or to swap with.
    expect(judged).toBe(9 * 1000 - 2);
  }, 60_000);

  test("judged onwards from an event that is not its checkpoint, or of another launch, is refused there", () => {
    const { events, from } = after(chain(4), 2);
    expect(verifyChain(events, sha256, [{ seq: 2, hash: "else" }], "launch", from)).toEqual({ ok: false, fault: "not-the-checkpoint", seq: 2, position: -1 });
    expect(verifyChain(events, sha256, [], "other", from)).toEqual({ ok: false, fault: "wrong-launch", seq: 2, position: -1 });
    expect(verifyChain([], sha256, [], "launch", from)).toEqual({ ok: true, events: 2, head: from?.hash });
  });

  test("names the first fault and where it is", () => {
    const events = chain(5);
    expect(verifyChain(put(events, 3, { kind: "else" }), sha256)).toEqual({ ok: false, fault: "wrong-hash", seq: 4, position: 3 });
    expect(verifyChain(events.filter((_, index) => index !== 2), sha256)).toEqual({ ok: false, fault: "wrong-number", seq: 4, position: 2 });
    expect(verifyChain(events.slice(0, 3), sha256, headOf(events))).toEqual({ ok: false, fault: "truncated", seq: 4, position: 3 });
    expect(verifyChain(chain(5, "other"), sha256, [], "launch")).toMatchObject({ fault: "wrong-launch", position: 0 });
  });

  test("shows an event that is sound in itself but follows another one", () => {
    const events = chain(4);
    const body = bodyOf(4, "launch");
    const elsewhere = "ab".repeat(32);
    const foreign = { ...body, prev: elsewhere, hash: sha256(hashInput(elsewhere, body)) };
    expect(verifyChain([...events.slice(0, 3), foreign], sha256)).toEqual({ ok: false, fault: "broken-link", seq: 4, position: 3 });
  });

  test("shows what has no canonical form, and two checkpoints that contradict each other", () => {
    const [first] = chain(1);
    if (first === undefined) throw new Error("no event");
    expect(verifyChain([{ ...first, kind: "\ud800" }], sha256)).toMatchObject({ fault: "not-canonical" });
    expect(verifyChain([first], sha256, [{ seq: 1, hash: first.hash }, { seq: 1, hash: "else" }])).toMatchObject({ fault: "not-the-checkpoint" });
  });

  test("shows an honest-looking event whose time runs back", () => {
    const events = chained([bodyOf(1, "l"), { ...bodyOf(2, "l"), at: "2020-01-01T00:00:00.000Z" }]);
    expect(verifyChain(events, sha256)).toMatchObject({ fault: "time-runs-back", seq: 2 });
  });

  test("of any honest events never raises a false alarm", () => {
    const events = fc.array(fc.record({ kind: fc.string(), actorId: fc.option(fc.string()), value: fc.jsonValue() }), { maxLength: 20 });
    fc.assert(fc.property(events, (rows) => {
      const honest = chained(rows.map(({ kind, actorId, value }, index) => ({
        ...bodyOf(index + 1, "l"), kind, actorId, changes: [{ entity: "note" as const, id: "n", before: null, after: { value } }],
      })));
      // As a database gives it back: through JSON.
      expect(verifyChain(JSON.parse(JSON.stringify(honest)) as ChainedEvent[], sha256).ok).toBe(true);
    }), { numRuns: 10_000 });
  });
});
