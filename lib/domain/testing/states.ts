import fc from "fast-check";
import type { Item, LaunchState } from "../state";
import { pollRules, positions, windows, works } from "../state";
import * as build from "./build";

/** Random states for property tests, small but crooked: every axis varies by itself, every rule has something to do. */
export const now = "2026-03-10T12:00:00.000Z";
export const zones = ["UTC", "Europe/Madrid", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "Asia/Kathmandu"] as const;

const days = (from: number, to: number) => fc.integer({ min: from, max: to });
const at = (day: number, hour = 9) => new Date(Date.parse(now) + day * 86_400_000 + (hour - 12) * 3_600_000).toISOString();
// Moments that meet: the very moment judged at, a week before and after it, and the go-lives below, so that limits are reached exactly.
const pastMoment = fc.oneof({ weight: 6, arbitrary: fc.tuple(days(-40, -1), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => at(day, hour)) }, fc.constantFrom(now, at(-7, 12), at(0), at(-6)));
const futureMoment = fc.oneof({ weight: 6, arbitrary: fc.tuple(days(1, 60), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => at(day, hour)) }, fc.constantFrom(at(1), at(7, 12), at(8)));
/** `null` once in `of` times. */
const maybe = <T>(value: fc.Arbitrary<T>, of = 2) => fc.option(value, { nil: null, freq: of });
/** `null` three times of four. */
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const people = fc.constantFrom("ann", "max", "hana");

const item = (index: number, before: readonly string[]): fc.Arbitrary<Item> => fc.record({
  sectionId: fc.constantFrom("s1", "s2", "s3"), groupId: fc.constantFrom("g1", "g1", "g1", "g2"), condition: rarely(fc.constant("if needed")), neverWaive: fc.boolean(),
  window: fc.oneof({ weight: 4, arbitrary: fc.constant("before" as const) }, { weight: 3, arbitrary: fc.constant("final-week" as const) }, { weight: 1, arbitrary: fc.constantFrom(...windows) }),
  required: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  work: fc.constantFrom(...works, "done" as const, "done" as const),
  workAt: pastMoment, ownerId: maybe(people),
  applicability: fc.constantFrom("applies" as const, "applies" as const, "applies" as const, "undecided" as const, "not-applicable" as const),
  applicabilityBy: maybe(fc.constantFrom("document" as const, "fact" as const, "alternative" as const, "person" as const)),
  applicabilityAt: maybe(pastMoment), proof: rarely(fc.constantFrom("required" as const, "optional" as const)), proofReason: rarely(fc.constant("Seen")), requiredAt: rarely(pastMoment), hadProof: fc.boolean(),
  validDays: rarely(days(0, 30)), factId: rarely(fc.constantFrom("f1", "f2")), factAnswer: maybe(fc.boolean(), 4),
  alternatives: maybe(fc.constantFrom("a1", "a2", "a1"), 2), link: rarely(fc.constantFrom("l1", "l2")),
  parentId: before.length === 0 ? fc.constant(null) : fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...before)),
  threshold: rarely(fc.record({ metric: fc.constant("p95"), comparator: fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const, "=" as const), limit: maybe(fc.constant(200), 4), unit: fc.constantFrom("ms", "s") })),
  due: maybe(days(-5, 30).map((day) => at(day).slice(0, 10))), cadence: rarely(fc.constantFrom("daily", "annual", "now and then")),
  retiredAt: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.item(`i${index}`, {
  ...over, position: index, workReason: over.work === "blocked" ? "Waiting" : null,
  applicabilityReason: over.applicability === "not-applicable" ? "Not used" : null,
}));

const evidence = (index: number) => fc.record({
  itemId: days(0, 6).map((n) => `i${n}`), kind: fc.constantFrom("link" as const, "note" as const, "file" as const, "measurement" as const, "measurement" as const, "check" as const),
  value: fc.constantFrom(100, 200, 300), unit: fc.constantFrom("ms", "ms", "s", null), outcome: maybe(fc.constantFrom("pass" as const, "fail" as const)), source: maybe(fc.constantFrom("x", "y")),
  trueAt: pastMoment, addedAt: pastMoment, validDays: maybe(days(0, 60)), withdrawnAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.evidence(`e${index}`, over.itemId, {
  ...over, value: over.kind === "measurement" ? over.value : null, unit: over.kind === "measurement" ? over.unit : null,
}));

const waiver = (index: number) => fc.record({
  itemId: days(0, 6).map((n) => `i${n}`), state: fc.constantFrom("requested" as const, "active" as const, "active" as const, "refused" as const, "ended" as const),
  endsAt: fc.oneof(pastMoment, futureMoment), requestedAt: pastMoment, decidedAt: pastMoment,
}).map((over) => build.waiver(`w${index}`, over.itemId, over));

const seat = (index: number) => fc.record({
  team: fc.constantFrom("A", "B"), holderId: maybe(people, 4), holderAt: maybe(fc.oneof({ weight: 5, arbitrary: fc.constant(at(-45)) }, pastMoment), 9), retiredAt: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, pastMoment), sections: rarely(fc.constantFrom<string[]>(["s1"], ["s2"], ["s1", "s2"], ["s3"])),
  mustAnswer: fc.boolean(), delegateId: rarely(people), delegateFrom: maybe(fc.oneof(pastMoment, futureMoment)), delegateTo: maybe(futureMoment),
}).map((over) => build.seat(`q${index}`, { ...over, position: index }));

const signOff = (index: number) => fc.record({
  seatId: days(0, 3).map((n) => `q${n}`), byId: people, forId: rarely(people), position: fc.constantFrom(...positions), at: pastMoment,
  digest: fc.constantFrom("same", "same", "same", "other"), withdrawnAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, pastMoment),
}).map((over) => build.signOff(`o${index}`, over.seatId, over));

const condition = (index: number) => fc.record({
  signOffId: days(0, 5).map((n) => `o${n}`), deadline: fc.oneof(pastMoment, futureMoment), metAt: maybe(pastMoment), ownerId: maybe(people),
}).map((over) => build.condition(`c${index}`, over.signOffId, over));

const poll = (index: number) => fc.record({
  rule: fc.constantFrom(...pollRules), quorum: maybe(fc.integer({ min: 1, max: 5 })), openedAt: pastMoment, closedAt: rarely(pastMoment),
}).map((over) => build.poll(`p${index}`, over));

const policy = fc.record({
  proof: rarely(fc.constantFrom("required" as const, "optional" as const)), validDays: rarely(days(0, 40)), retiredAt: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, pastMoment),
});

const many = <T>(make: (index: number) => fc.Arbitrary<T>, most: number, least = 0) =>
  fc.integer({ min: least, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => make(index))));

const launch = fc.record({
  zone: fc.constantFrom(...zones), goLive: maybe(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -10, max: 40 }).map((day) => at(day).slice(0, 16)) },
    // Clocks go forward at 02:00 and back at 03:00 in Madrid, and at midnight UTC: hours that never come or come twice, and the moment judged at.
    fc.constantFrom("2026-03-29T02:30", "2026-04-05T02:30", "2026-04-05T01:45", "2026-03-10T12:00", "2026-03-17T12:00", "2026-03-17T17:45")), 4), goLiveAt: fc.constant(at(-44)),
  pollRule: fc.constantFrom(...pollRules), quorum: maybe(fc.integer({ min: 0, max: 5 })), proof: fc.constantFrom("required" as const, "optional" as const),
  validDays: rarely(fc.integer({ min: 0, max: 60 })),
  phase: fc.oneof({ weight: 4, arbitrary: fc.constantFrom("preparing" as const, "decided" as const) }, fc.constantFrom("postponed" as const, "rolled-back" as const, "archived" as const)),
  phaseAt: fc.constant(at(-3)),
});

/** States of a launch that has not happened yet. */
export const states: fc.Arbitrary<LaunchState> = fc.record({
  launch, items: many((index) => item(index, Array.from({ length: index }, (_, n) => `i${n}`)), 7), evidence: many(evidence, 8), waivers: many(waiver, 4),
  seats: many(seat, 4), signOffs: many(signOff, 6), conditions: many(condition, 4),
  answers: fc.tuple(maybe(fc.boolean()), maybe(fc.boolean())), polls: many(poll, 2), policies: fc.tuple(policy, policy),
}).map(({ launch: over, items, evidence: proofs, waivers, seats, signOffs, conditions, answers, polls, policies }) => {
  const ids = new Set(items.map(({ id }) => id));
  // As commands have it: what is nested stands in its parent's place, and goes with it. Parents come before their children here.
  const placed = new Map<string, Item>();
  for (const one of items) {
    const parent = placed.get(one.parentId ?? "");
    placed.set(one.id, parent === undefined ? one : { ...one, sectionId: parent.sectionId, groupId: parent.groupId, retiredAt: parent.retiredAt ?? one.retiredAt });
  }
  return build.stateOf({
    section: [build.section("s1"), build.section("s2", { ...policies[0], position: 1 }), build.section("s3", { ...policies[1], position: 2 })],
    group: [build.group("g1"), build.group("g2", { retiredAt: policies[1].retiredAt })], item: [...placed.values()], poll: polls,
    fact: [build.fact("f1", { answer: answers[0], answeredAt: at(-20) }), build.fact("f2", { answer: answers[1], answeredAt: at(-20) })],
    evidence: proofs.filter(({ itemId }) => ids.has(itemId)), waiver: waivers.filter(({ itemId }) => ids.has(itemId)), seat: seats,
    signOff: signOffs.filter(({ seatId }) => seats.some(({ id }) => id === seatId)),
    condition: conditions.filter(({ signOffId }) => signOffs.some(({ id, seatId }) => id === signOffId && seats.some((one) => one.id === seatId))),
  }, over);
});
