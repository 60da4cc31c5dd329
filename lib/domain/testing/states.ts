import fc from "fast-check";
import type { Item, LaunchState } from "../state";
import { pollRules, positions, windows, works } from "../state";
import * as build from "./build";

/** Random states for property tests, small but crooked: every axis varies by itself, every rule has something to do. */
export const now = "2026-03-10T12:00:00.000Z";
export const zones = ["UTC", "Europe/Madrid", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe"] as const;

const days = (from: number, to: number) => fc.integer({ min: from, max: to });
const at = (day: number, hour = 9) => new Date(Date.parse(now) + day * 86_400_000 + (hour - 12) * 3_600_000).toISOString();
const pastMoment = fc.tuple(days(-40, -1), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => at(day, hour));
const futureMoment = fc.tuple(days(1, 60), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => at(day, hour));
const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: null, freq });
const people = fc.constantFrom("ann", "max", "hana");

const item = (index: number, before: readonly string[]): fc.Arbitrary<Item> => fc.record({
  sectionId: fc.constantFrom("s1", "s2"),
  window: fc.oneof({ weight: 4, arbitrary: fc.constant("before" as const) }, { weight: 3, arbitrary: fc.constant("final-week" as const) }, { weight: 1, arbitrary: fc.constantFrom(...windows) }),
  required: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  work: fc.constantFrom(...works, "done" as const, "done" as const),
  workAt: pastMoment, ownerId: maybe(people),
  applicability: fc.constantFrom("applies" as const, "applies" as const, "applies" as const, "undecided" as const, "not-applicable" as const),
  applicabilityBy: maybe(fc.constantFrom("document" as const, "fact" as const, "person" as const)),
  applicabilityAt: maybe(pastMoment), proof: maybe(fc.constantFrom("required" as const, "optional" as const), 1), hadProof: fc.boolean(),
  validDays: maybe(days(0, 30), 1), factId: maybe(fc.constantFrom("f1", "f2"), 1), factAnswer: fc.constant(true),
  alternatives: maybe(fc.constantFrom("a1", "a2"), 1), link: maybe(fc.constantFrom("l1", "l2"), 1),
  parentId: before.length === 0 ? fc.constant(null) : fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.constantFrom(...before)),
  threshold: maybe(fc.constant({ metric: "p95", comparator: "<" as const, limit: 200, unit: "ms" }), 1),
  due: maybe(days(-5, 30).map((day) => at(day).slice(0, 10))), cadence: maybe(fc.constantFrom("daily", "annual"), 1),
  retiredAt: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.item(`i${index}`, {
  ...over, position: index, workReason: over.work === "blocked" ? "Waiting" : null,
  applicabilityReason: over.applicability === "not-applicable" ? "Not used" : null,
  // Parents and alternatives apart: which of them stands for the other is not defined.
  alternatives: over.parentId === null ? over.alternatives : null,
}));

const evidence = (index: number) => fc.record({
  itemId: days(0, 6).map((n) => `i${n}`), kind: fc.constantFrom("link" as const, "note" as const, "measurement" as const, "measurement" as const, "check" as const),
  value: fc.constantFrom(100, 200, 300), outcome: maybe(fc.constantFrom("pass" as const, "fail" as const)), source: maybe(fc.constantFrom("x", "y")),
  trueAt: pastMoment, addedAt: pastMoment, validDays: maybe(days(0, 60)), withdrawnAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.evidence(`e${index}`, over.itemId, {
  ...over, value: over.kind === "measurement" ? over.value : null, unit: over.kind === "measurement" ? "ms" : null,
}));

const waiver = (index: number) => fc.record({
  itemId: days(0, 6).map((n) => `i${n}`), state: fc.constantFrom("requested" as const, "active" as const, "active" as const, "refused" as const, "ended" as const),
  endsAt: fc.oneof(pastMoment, futureMoment), requestedAt: pastMoment, decidedAt: pastMoment,
}).map((over) => build.waiver(`w${index}`, over.itemId, over));

const seat = (index: number) => fc.record({
  team: fc.constantFrom("A", "B"), holderId: maybe(people, 4), holderAt: fc.constant(at(-45)), sections: maybe(fc.constantFrom<string[]>(["s1"], ["s2"], ["s1", "s2"]), 1),
  mustAnswer: fc.boolean(), delegateId: maybe(people, 1), delegateFrom: maybe(fc.oneof(pastMoment, futureMoment)), delegateTo: maybe(futureMoment),
}).map((over) => build.seat(`q${index}`, { ...over, position: index }));

const signOff = (index: number) => fc.record({
  seatId: days(0, 3).map((n) => `q${n}`), byId: people, position: fc.constantFrom(...positions), at: pastMoment,
  digest: fc.constantFrom("same", "same", "same", "other"), withdrawnAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.signOff(`o${index}`, over.seatId, over));

const condition = (index: number) => fc.record({
  signOffId: days(0, 5).map((n) => `o${n}`), deadline: fc.oneof(pastMoment, futureMoment), metAt: maybe(pastMoment), ownerId: maybe(people),
}).map((over) => build.condition(`c${index}`, over.signOffId, over));

const many = <T>(make: (index: number) => fc.Arbitrary<T>, most: number, least = 0) =>
  fc.integer({ min: least, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => make(index))));

const launch = fc.record({
  zone: fc.constantFrom(...zones), goLive: maybe(fc.integer({ min: -10, max: 40 }).map((day) => at(day).slice(0, 16)), 4), goLiveAt: fc.constant(at(-44)),
  pollRule: fc.constantFrom(...pollRules), quorum: maybe(fc.integer({ min: 0, max: 5 })), proof: fc.constantFrom("required" as const, "optional" as const),
  validDays: maybe(fc.integer({ min: 0, max: 60 }), 1),
  phase: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("preparing" as const, "decided" as const) }, fc.constantFrom("postponed" as const, "rolled-back" as const)),
  phaseAt: fc.constant(at(-3)),
});

/** States of a launch that has not happened yet. */
export const states: fc.Arbitrary<LaunchState> = fc.record({
  launch, items: many((index) => item(index, index > 4 ? ["i0", "i1"] : []), 7), evidence: many(evidence, 8), waivers: many(waiver, 4),
  seats: many(seat, 4), signOffs: many(signOff, 6), conditions: many(condition, 4),
  answers: fc.tuple(maybe(fc.boolean()), maybe(fc.boolean())),
}).map(({ launch: over, items, evidence: proofs, waivers, seats, signOffs, conditions, answers }) => {
  const ids = new Set(items.map(({ id }) => id));
  const parents = new Set(items.map(({ parentId }) => parentId));
  return build.stateOf({
    section: [build.section("s1"), build.section("s2", { position: 1 })],
    item: items.map((one) => ({ ...one, alternatives: parents.has(one.id) ? null : one.alternatives })),
    fact: [build.fact("f1", { answer: answers[0], answeredAt: at(-20) }), build.fact("f2", { answer: answers[1], answeredAt: at(-20) })],
    evidence: proofs.filter(({ itemId }) => ids.has(itemId)), waiver: waivers.filter(({ itemId }) => ids.has(itemId)), seat: seats,
    signOff: signOffs.filter(({ seatId }) => seats.some(({ id }) => id === seatId)),
    condition: conditions.filter(({ signOffId }) => signOffs.some(({ id, seatId }) => id === signOffId && seats.some((one) => one.id === seatId))),
  }, over);
});
