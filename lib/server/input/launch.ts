import { z } from "zod";
import { applicabilities, positions, roles, works } from "@/lib/domain/state";

/**
 * What may come in from a page or a script: shapes and sizes only. Whether it makes sense is the domain's to judge, with a
 * sentence for the person. Texts are cut nowhere: what is too long is refused there.
 */
const slug = z.string().max(64);
const id = z.uuid();
const version = z.number().int().min(1);
const text = z.string().max(20_000);
const reason = text.nullable();
const day = z.string().max(10);

export const setWork = z.object({ launch: slug, item: id, work: z.enum(works), reason, version });
export const setApplicability = z.object({ launch: slug, item: id, applicability: z.enum(applicabilities), reason, version });
export const setRequired = z.object({ launch: slug, item: id, required: z.boolean(), reason, version });
export const assign = z.object({ launch: slug, item: id, owner: id.nullable(), version });
export const setDue = z.object({ launch: slug, item: id, due: day.nullable(), version });
export const addLink = z.object({ launch: slug, item: id, title: text, url: text, trueOn: day, validDays: z.number().int().nullable() });
export const addEvidenceNote = z.object({ launch: slug, item: id, text, trueOn: day, validDays: z.number().int().nullable() });
export const withdrawEvidence = z.object({ launch: slug, evidence: id, reason: text, version });
export const answerFact = z.object({ launch: slug, fact: id, answer: z.boolean().nullable(), version });
export const undo = z.object({ launch: slug, revision: z.number().int().min(1) });
export const saveSettings = z.object({
  launch: slug, name: text, zone: z.string().max(64), goLive: z.string().max(32).nullable(), nextReview: day.nullable(), version,
});
export const addNote = z.object({ launch: slug, kind: z.enum(["risk", "exception", "consideration"]), text });
export const assignSeat = z.object({ launch: slug, seat: id, holder: id.nullable(), version });
export const setSeatSections = z.object({ launch: slug, seat: id, sections: z.array(id).max(500).nullable(), version });
export const setMemberRole = z.object({ launch: slug, member: id, role: z.enum(roles), version });
export const removeMember = z.object({ launch: slug, member: id, version });
export const invite = z.object({ launch: slug, role: z.enum(roles), email: z.string().trim().toLowerCase().pipe(z.email().max(254)).nullable() });
export const revokeInvitation = z.object({ launch: slug, invitation: id });
const condition = z.object({ text, ownerId: id.nullable(), deadline: z.string().max(40), rollbackTrigger: reason });
export const sign = z.object({
  launch: slug, seat: id, position: z.enum(positions), reason, digest: z.string().regex(/^[0-9a-f]{64}$/), password: z.string().max(512),
  conditions: z.array(condition).max(50),
  /** The signature of this seat that was shown; left out by whoever looks at none. */
  standingSeen: id.nullable().optional(),
  /** The revision that was shown: whoever signs has seen everything up to it. */
  seen: z.number().int().min(1).max(2_147_483_647).optional(),
});
export const withdrawSignOff = z.object({ launch: slug, signOff: id, reason: text, version });

/** `to`: the revision that was shown. `back`: also back to an earlier one, for a slip. */
export const moveBookmark = z.object({ launch: slug, to: z.number().int().min(1).max(2_147_483_647), back: z.boolean() });

export type SignInput = z.infer<typeof sign>;
