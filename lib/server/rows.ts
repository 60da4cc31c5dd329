import type { Entities, Entity } from "@/lib/domain/state";
import type { Reader } from "./db";

type Fields<E extends Entity> = Record<keyof Entities[E], true>;

/** The columns of each kind of row, as Prisma's `select` takes them: exactly the domain's fields, or it does not compile. */
const select = {
  launch: {
    id: true, slug: true, name: true, zone: true, goLive: true, goLiveAt: true, goLives: true, nextReview: true, phase: true, phaseAt: true, rule: true,
    pollRule: true, quorum: true, proof: true, proofReason: true, proofAt: true, validDays: true, waiverLimit: true, waiverDaysAfter: true, launchedAt: true, createdAt: true,
    version: true,
  } satisfies Fields<"launch">,
  member: { id: true, role: true, version: true } satisfies Fields<"member">,
  section: { id: true, key: true, title: true, position: true, proof: true, proofReason: true, proofAt: true, validDays: true, retiredAt: true, version: true } satisfies Fields<"section">,
  group: { id: true, sectionId: true, title: true, position: true, retiredAt: true, version: true } satisfies Fields<"group">,
  item: {
    id: true, sectionId: true, groupId: true, parentId: true, key: true, text: true, position: true, line: true, required: true,
    requiredReason: true, requiredAt: true, window: true, condition: true, factId: true, factAnswer: true, alternatives: true,
    applicability: true, applicabilityReason: true, applicabilityBy: true, applicabilityAt: true, inScopeAt: true, work: true, workReason: true, workBy: true,
    workAt: true, workSince: true, ownerId: true, due: true, proof: true, proofReason: true, proofAt: true, validDays: true, hadProof: true, neverWaive: true, cadence: true, threshold: true,
    link: true, createdAt: true, retiredAt: true, version: true,
  } satisfies Fields<"item">,
  fact: {
    id: true, key: true, question: true, answer: true, answeredBy: true, answeredAt: true, position: true, createdAt: true, version: true,
  } satisfies Fields<"fact">,
  evidence: {
    id: true, itemId: true, kind: true, title: true, url: true, fileHash: true, value: true, unit: true, outcome: true, source: true,
    trueAt: true, validDays: true, addedBy: true, addedAt: true, withdrawnAt: true, withdrawnReason: true, version: true,
  } satisfies Fields<"evidence">,
  waiver: {
    id: true, itemId: true, reason: true, control: true, endsAt: true, requestedBy: true, requestedAt: true, state: true, decidedBy: true,
    decidedAt: true, decidedReason: true, endedAt: true, version: true,
  } satisfies Fields<"waiver">,
  seat: {
    id: true, key: true, team: true, role: true, position: true, line: true, holderId: true, holderAt: true, delegateId: true,
    delegateFrom: true, delegateTo: true, sections: true, mustAnswer: true, documentName: true, documentDate: true, createdAt: true,
    retiredAt: true, version: true,
  } satisfies Fields<"seat">,
  signOff: {
    id: true, seatId: true, byId: true, forId: true, nameThen: true, position: true, reason: true, meaning: true, at: true, rule: true,
    digest: true, material: true, withdrawnAt: true, withdrawnReason: true, version: true,
  } satisfies Fields<"signOff">,
  condition: {
    id: true, signOffId: true, text: true, ownerId: true, deadline: true, rollbackTrigger: true, metAt: true, metBy: true, version: true,
  } satisfies Fields<"condition">,
  poll: { id: true, rule: true, quorum: true, openedAt: true, openedBy: true, closedAt: true, version: true } satisfies Fields<"poll">,
  decision: {
    id: true, pollId: true, outcome: true, reason: true, by: true, at: true, rule: true, verdict: true, againstVerdict: true, record: true,
    version: true,
  } satisfies Fields<"decision">,
  note: { id: true, kind: true, text: true, authorId: true, at: true, retiredAt: true, version: true } satisfies Fields<"note">,
} as const;

/** Reads all rows of one kind in a launch. */
export async function readRows<E extends Exclude<Entity, "launch">>(db: Reader, entity: E, launchId: string): Promise<Entities[E][]> {
  const found = await delegate(db, entity).findMany({ where: { launchId }, select: select[entity] });
  // The select above names exactly the domain's fields, and the table's CHECKs allow exactly its words.
  return found.map((row) => plain(row) as unknown as Entities[E]);
}

export async function readLaunchRow(db: Reader, id: string): Promise<(Entities["launch"] & { revision: number }) | null> {
  const found = await db.launch.findUnique({ where: { id }, select: { ...select.launch, revision: true } });
  // As above: same fields, same words.
  return found ? (plain(found) as unknown as Entities["launch"] & { revision: number }) : null;
}

/** Moments become ISO text: the one form in which states, events and answers hold them. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) out[name] = value instanceof Date ? value.toISOString() : value;
  return out;
}

/** The part of a Prisma model that rows of a launch share. */
export interface Delegate {
  findMany(args: { where: object; select: object }): Promise<Record<string, unknown>[]>;
  deleteMany(args: { where: object }): Promise<{ count: number }>;
}

/** One kind's table. */
export function delegate(db: Reader, entity: Entity): Delegate {
  // Every model named in Entities has these two methods; their argument types differ only in the columns.
  return db[entity] as unknown as Delegate;
}
