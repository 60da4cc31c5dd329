"use server";

import type { z } from "zod";
import { requestSource } from "@/lib/server/auth";
import { refusedBy, type Answer, type Refused } from "@/lib/server/answer";
import * as bookmark from "@/lib/server/commands/bookmark";
import * as evidence from "@/lib/server/commands/evidence";
import * as facts from "@/lib/server/commands/facts";
import { invite as inviteTo, revokeInvitation as revoke } from "@/lib/server/commands/invite";
import * as items from "@/lib/server/commands/items";
import * as members from "@/lib/server/commands/members";
import * as seats from "@/lib/server/commands/seats";
import * as settings from "@/lib/server/commands/settings";
import * as signOffs from "@/lib/server/commands/sign-offs";
import { undo as undoEvent } from "@/lib/server/commands/undo";
import * as input from "@/lib/server/input/launch";
import { act } from "./act";
import { admit } from "./admit";

type In<S extends z.ZodType> = z.input<S>;

export async function setWork(wanted: In<typeof input.setWork>): Promise<Answer> {
  return act(input.setWork, wanted, items.setWork);
}
export async function setApplicability(wanted: In<typeof input.setApplicability>): Promise<Answer> {
  return act(input.setApplicability, wanted, items.setApplicability);
}
export async function setRequired(wanted: In<typeof input.setRequired>): Promise<Answer> {
  return act(input.setRequired, wanted, items.setRequired);
}
export async function assign(wanted: In<typeof input.assign>): Promise<Answer> {
  return act(input.assign, wanted, items.assign);
}
export async function setDue(wanted: In<typeof input.setDue>): Promise<Answer> {
  return act(input.setDue, wanted, items.setDue);
}
export async function addLink(wanted: In<typeof input.addLink>): Promise<Answer> {
  return act(input.addLink, wanted, evidence.addLink);
}
export async function addEvidenceNote(wanted: In<typeof input.addEvidenceNote>): Promise<Answer> {
  return act(input.addEvidenceNote, wanted, evidence.addEvidenceNote);
}
export async function withdrawEvidence(wanted: In<typeof input.withdrawEvidence>): Promise<Answer> {
  return act(input.withdrawEvidence, wanted, evidence.withdrawEvidence);
}
export async function answerFact(wanted: In<typeof input.answerFact>): Promise<Answer> {
  return act(input.answerFact, wanted, facts.answerFact);
}
export async function undo(wanted: In<typeof input.undo>): Promise<Answer> {
  return act(input.undo, wanted, undoEvent);
}
export async function saveSettings(wanted: In<typeof input.saveSettings>): Promise<Answer> {
  return act(input.saveSettings, wanted, settings.saveSettings);
}
export async function addNote(wanted: In<typeof input.addNote>): Promise<Answer> {
  return act(input.addNote, wanted, settings.addNote);
}
export async function assignSeat(wanted: In<typeof input.assignSeat>): Promise<Answer> {
  return act(input.assignSeat, wanted, seats.assignSeat);
}
export async function setSeatSections(wanted: In<typeof input.setSeatSections>): Promise<Answer> {
  return act(input.setSeatSections, wanted, seats.setSeatSections);
}
export async function setMemberRole(wanted: In<typeof input.setMemberRole>): Promise<Answer> {
  return act(input.setMemberRole, wanted, members.setMember);
}
export async function removeMember(wanted: In<typeof input.removeMember>): Promise<Answer> {
  return act(input.removeMember, wanted, members.removeMember);
}
export async function withdrawSignOff(wanted: In<typeof input.withdrawSignOff>): Promise<Answer> {
  return act(input.withdrawSignOff, wanted, signOffs.withdrawSignOff);
}

export async function sign(wanted: In<typeof input.sign>): Promise<Answer> {
  const from = await requestSource();
  return act(input.sign, wanted, (actor, parsed) => signOffs.sign(actor, parsed, from));
}

/** The link's secret stands behind the #, so that it reaches no log; it is shown once. */
export async function invite(wanted: In<typeof input.invite>): Promise<{ allowed: true; link: string; expiresAt: string } | Refused> {
  const admitted = await admit(input.invite, wanted);
  if (!admitted.allowed) return admitted;
  const invited = await inviteTo(admitted.actor, admitted.wanted);
  if (!invited.allowed) return refusedBy(invited);
  return { allowed: true, link: `${(await requestSource()).origin}/join#${invited.secret}`, expiresAt: invited.expiresAt };
}

export async function revokeInvitation(wanted: In<typeof input.revokeInvitation>): Promise<{ allowed: true } | Refused> {
  const admitted = await admit(input.revokeInvitation, wanted);
  if (!admitted.allowed) return admitted;
  const revoked = await revoke(admitted.actor, admitted.wanted);
  return revoked.allowed ? revoked : refusedBy(revoked);
}

/** "I have seen these", and taking that back: a reading position, which is no change of the launch. */
export async function moveBookmark(wanted: In<typeof input.moveBookmark>): Promise<{ allowed: true } | Refused> {
  const admitted = await admit(input.moveBookmark, wanted);
  if (!admitted.allowed) return admitted;
  const moved = await bookmark.moveBookmark(admitted.actor, admitted.wanted);
  return moved.allowed ? moved : refusedBy(moved);
}
