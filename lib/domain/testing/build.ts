import type {
  Condition, Decision, Entities, Entity, Evidence, Fact, Group, Item, Launch, LaunchState, Member, Note, Poll, Seat, Section, SignOff, Waiver,
} from "../state";

/** Rows for tests: each builder fills in what a case does not care about. */
export const start = "2026-01-05T09:00:00.000Z";

export const launch = (over: Partial<Launch> = {}): Launch => ({
  id: "launch", slug: "demo", name: "Demo", zone: "UTC", goLive: null, goLiveAt: null, goLives: null, nextReview: null, phase: "preparing", phaseAt: start,
  rule: 1, pollRule: "all", quorum: null, proof: "optional", proofReason: null, proofAt: null, validDays: null, waiverLimit: null, waiverDaysAfter: 30, launchedAt: null,
  createdAt: start, version: 1, ...over,
});
export const member = (id: string, over: Partial<Member> = {}): Member => ({ id, role: "contributor", version: 1, ...over });
export const section = (id: string, over: Partial<Section> = {}): Section => ({
  id, key: id, title: `Section ${id}`, position: 0, proof: null, proofReason: null, proofAt: null, validDays: null, retiredAt: null, version: 1, ...over,
});
export const group = (id: string, over: Partial<Group> = {}): Group => ({
  id, sectionId: "s1", title: `Group ${id}`, position: 0, retiredAt: null, version: 1, ...over,
});
export const item = (id: string, over: Partial<Item> = {}): Item => ({
  id, sectionId: "s1", groupId: "g1", parentId: null, key: id, text: `Item ${id}`, position: 0, line: null, required: true, requiredReason: null,
  requiredAt: null, window: "before", condition: null, factId: null, factAnswer: null, alternatives: null, applicability: "applies",
  applicabilityReason: null, applicabilityBy: null, applicabilityAt: null, inScopeAt: null, work: "todo", workReason: null, workBy: null, workAt: null, workSince: null,
  ownerId: null, due: null, proof: null, proofReason: null, proofAt: null, validDays: null, hadProof: false, neverWaive: false, cadence: null, threshold: null, link: null,
  createdAt: start, retiredAt: null, version: 1, ...over,
});
export const fact = (id: string, over: Partial<Fact> = {}): Fact => ({
  id, key: id, question: `Does it use ${id}?`, answer: null, answeredBy: null, answeredAt: null, position: 0, createdAt: start, version: 1, ...over,
});
export const evidence = (id: string, itemId: string, over: Partial<Evidence> = {}): Evidence => ({
  id, itemId, kind: "link", title: `Proof ${id}`, url: "https://example.com/proof", fileHash: null, value: null, unit: null, outcome: null,
  source: null, trueAt: start, validDays: null, addedBy: "ann", addedAt: start, withdrawnAt: null, withdrawnReason: null, version: 1, ...over,
});
export const waiver = (id: string, itemId: string, over: Partial<Waiver> = {}): Waiver => ({
  id, itemId, reason: "Not in time", control: "Watched by hand", endsAt: "2027-01-01T00:00:00.000Z", requestedBy: "ann", requestedAt: start,
  state: "active", decidedBy: "max", decidedAt: start, decidedReason: null, endedAt: null, version: 1, ...over,
});
export const seat = (id: string, over: Partial<Seat> = {}): Seat => ({
  id, key: id, team: "Team", role: `Role ${id}`, position: 0, line: null, holderId: null, holderAt: null, delegateId: null, delegateFrom: null,
  delegateTo: null, sections: null, mustAnswer: false, documentName: null, documentDate: null, createdAt: start, retiredAt: null, version: 1, ...over,
});
export const signOff = (id: string, seatId: string, over: Partial<SignOff> = {}): SignOff => ({
  id, seatId, byId: "hana", forId: null, nameThen: "Holder", position: "go", reason: null, meaning: "Go.", at: start, rule: 1, digest: "",
  material: null, withdrawnAt: null, withdrawnReason: null, version: 1, ...over,
});
export const condition = (id: string, signOffId: string, over: Partial<Condition> = {}): Condition => ({
  id, signOffId, text: `Condition ${id}`, ownerId: null, deadline: "2027-01-01T00:00:00.000Z", rollbackTrigger: null, metAt: null, metBy: null,
  version: 1, ...over,
});
export const poll = (id: string, over: Partial<Poll> = {}): Poll => ({
  id, rule: "all", quorum: null, openedAt: start, openedBy: "max", closedAt: null, version: 1, ...over,
});
export const decision = (id: string, over: Partial<Decision> = {}): Decision => ({
  id, pollId: null, outcome: "go", reason: null, by: "max", at: start, rule: 1, verdict: "go", againstVerdict: false, record: {}, version: 1, ...over,
});
export const note = (id: string, over: Partial<Note> = {}): Note => ({
  id, kind: "risk", text: "A risk", authorId: "ann", at: start, retiredAt: null, version: 1, ...over,
});

export type Lists = { [E in Exclude<Entity, "launch">]?: readonly Entities[E][] };

function byId<T extends { id: string }>(rows: readonly T[] | undefined): Record<string, T> {
  return Object.fromEntries((rows ?? []).map((row) => [row.id, row]));
}

/** A state of the given rows. Where none are given: section `s1` with group `g1`, manager `max`, contributor `ann`, holder `hana`. */
export function stateOf(lists: Lists = {}, over: Partial<Launch> = {}): LaunchState {
  return {
    launch: launch(over), revision: 1,
    member: byId(lists.member ?? [member("ann"), member("max", { role: "manager" }), member("hana", { role: "viewer" })]),
    section: byId(lists.section ?? [section("s1")]), group: byId(lists.group ?? [group("g1")]), item: byId(lists.item),
    fact: byId(lists.fact), evidence: byId(lists.evidence), waiver: byId(lists.waiver), seat: byId(lists.seat), signOff: byId(lists.signOff),
    condition: byId(lists.condition), poll: byId(lists.poll), decision: byId(lists.decision), note: byId(lists.note),
  };
}
