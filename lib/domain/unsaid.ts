import type { Entities, Entity } from "./state";

/** The fields of a row that may hold nothing. */
type MayBeNull<R> = { readonly [F in keyof R as unknown extends R[F] ? never : null extends R[F] ? F : never]: null };

/**
 * What a row that came into being says of each field that its event does not name: nothing. Events are never rewritten, so one from
 * before a field existed lacks it, and a past state rebuilt from it must read as the row that the database keeps. The type lists
 * every such field, so none can be forgotten; a new field that may not be null would need an answer of its own for old events.
 */
export const unsaid: { readonly [E in Entity]: MayBeNull<Entities[E]> } = {
  launch: {
    goLive: null, goLiveAt: null, goLives: null, nextReview: null, quorum: null, validDays: null, proofReason: null, proofAt: null, waiverLimit: null, launchedAt: null,
  },
  member: {},
  section: { proof: null, validDays: null, proofReason: null, proofAt: null, retiredAt: null },
  group: { retiredAt: null },
  item: {
    parentId: null, line: null, requiredReason: null, requiredAt: null, condition: null, factId: null, factAnswer: null, alternatives: null,
    applicabilityReason: null, applicabilityBy: null, applicabilityAt: null, inScopeAt: null, workReason: null, workBy: null, workAt: null, workSince: null,
    ownerId: null, due: null, proof: null, proofReason: null, proofAt: null, validDays: null, cadence: null, threshold: null, link: null, retiredAt: null,
  },
  fact: { answer: null, answeredBy: null, answeredAt: null },
  evidence: { url: null, fileHash: null, value: null, unit: null, outcome: null, source: null, validDays: null, withdrawnAt: null, withdrawnReason: null },
  waiver: { requestedBy: null, decidedBy: null, decidedAt: null, decidedReason: null, endedAt: null },
  seat: {
    line: null, holderId: null, holderAt: null, delegateId: null, delegateFrom: null, delegateTo: null, sections: null, documentName: null, documentDate: null, retiredAt: null,
  },
  signOff: { forId: null, reason: null, withdrawnAt: null, withdrawnReason: null },
  condition: { ownerId: null, rollbackTrigger: null, metAt: null, metBy: null },
  poll: { quorum: null, closedAt: null },
  decision: { pollId: null, reason: null },
  note: { authorId: null, retiredAt: null },
};
