import { z } from "zod";
import { comparators } from "@/lib/domain/judge-target";
import { entities, phases, pollRules, proofPolicies } from "@/lib/domain/state";

/** What may come in about proof, waivers, seats, the poll and the decision: shapes and sizes only, as in `launch.ts`. */
const launch = z.string().max(64);
const id = z.uuid();
const version = z.number().int().min(1);
const text = z.string().max(20_000);
/** A day, a wall time in the launch's zone, or an instant. */
const moment = z.string().max(40);
const days = z.number().int().nullable();
const ofItem = z.object({ item: id, version });
const items = z.array(ofItem).max(1_000);
const proof = z.enum(proofPolicies);
const noteKind = z.enum(["risk", "exception", "consideration"]);

export const requestWaiver = z.object({ launch, item: id, reason: text, control: text, endsAt: moment, version });
export const decideWaiver = z.object({ launch, waiver: id, approve: z.boolean(), reason: text.nullable(), version });
export const endWaiver = z.object({ launch, waiver: id, version });

export const setProof = z.object({ launch, item: id, proof: proof.nullable(), validDays: days, reason: text.nullable(), version });
export const setSectionProof = z.object({ launch, section: id, proof: proof.nullable(), validDays: days, reason: text.nullish(), version });
export const setNeverWaive = z.object({ launch, item: id, neverWaive: z.boolean(), version });
export const setRequiredMany = z.object({ launch, items, required: z.boolean(), reason: text.nullable() });
export const setTarget = z.object({
  launch, item: id, metric: text.nullable(), comparator: z.enum(comparators), limit: z.number().nullable(), unit: z.string().max(200), version,
});
export const linkItems = z.object({ launch, items });
export const unlinkItem = z.object({ launch, item: id, version });

const measured = z.object({ value: z.number(), unit: z.string().max(200).nullable(), source: text.nullable(), trueAt: moment.nullable() });
export const addMeasurements = z.object({ launch, item: id, title: text.nullable(), validDays: days, values: z.array(measured).max(1_000) });
export const addCheck = z.object({
  launch, item: id, title: text, outcome: z.enum(["pass", "fail"]), url: text.nullable(), source: text.nullable(), trueAt: moment.nullable(), validDays: days,
});
export const attachFile = z.object({ launch, item: id, name: text, trueOn: moment.nullable(), validDays: days });

export const setDelegate = z.object({ launch, seat: id, delegate: id.nullable(), from: moment.nullable(), to: moment.nullable(), version });
export const setMustAnswer = z.object({ launch, seat: id, mustAnswer: z.boolean(), version });

export const openPoll = z.object({ launch });
export const closePoll = z.object({ launch, poll: id, version });
export const setPollRule = z.object({ launch, rule: z.enum(pollRules), quorum: z.number().int().nullable(), version });
export const setRules = z.object({
  launch, proof: proof.optional(), validDays: days.optional(), waiverLimit: days.optional(), waiverDaysAfter: z.number().int().optional(),
  reason: text.nullish(), version,
});
export const meetCondition = z.object({ launch, condition: id, met: z.boolean(), version });
export const decide = z.object({
  launch, outcome: z.enum(["go", "no-go", "postpone"]), reason: text.nullable(), verdictSeen: z.enum(["go", "conditional-go", "no-go"]),
  pollSeen: id.nullable().optional(), decisionSeen: id.nullable().optional(),
});
export const setPhase = z.object({ launch, to: z.enum(phases), at: moment.nullable(), version });

export const editNote = z.object({ launch, note: id, kind: noteKind, text, version });
export const retireNote = z.object({ launch, note: id, version });

const place = z.union([
  z.object({ seq: z.number().int().min(1), path: z.string().max(200) }), z.object({ entity: z.enum(entities), id, field: z.string().max(40) }),
]);
/** The texts of an event, or of an item as it stands; `q`: only those that hold these words. */
export const listErasable = z.object({ launch, of: z.union([z.object({ seq: z.number().int().min(1) }), z.object({ item: id })]), q: z.string().max(200) });
export const lookAtErasing = z.object({ launch, place });
const password = z.string().max(512);
/** `bytes`: also the older copies of the document and the attached files in which the text stands. */
export const eraseText = z.object({ launch, place, bytes: z.boolean(), password });
export const erasePerson = z.object({ launch, person: id, password });
export const confirmPassword = z.object({ password });
