"use server";

import type { z } from "zod";
import { requestSource } from "@/lib/server/auth";
import { refusedBy, type Answer, type Refused } from "@/lib/server/answer";
import { confirmPassword as confirm } from "@/lib/server/commands/confirm-password";
import * as waivers from "@/lib/server/commands/waivers";
import * as proof from "@/lib/server/commands/proof";
import * as seats from "@/lib/server/commands/seats";
import * as poll from "@/lib/server/commands/poll";
import * as notes from "@/lib/server/commands/notes";
import * as input from "@/lib/server/input/decision";
import { act } from "./act";
import { admit } from "./admit";

type In<S extends z.ZodType> = z.input<S>;

export async function requestWaiver(wanted: In<typeof input.requestWaiver>): Promise<Answer> {
  return act(input.requestWaiver, wanted, waivers.requestWaiver);
}
export async function decideWaiver(wanted: In<typeof input.decideWaiver>): Promise<Answer> {
  return act(input.decideWaiver, wanted, waivers.decideWaiver);
}
export async function endWaiver(wanted: In<typeof input.endWaiver>): Promise<Answer> {
  return act(input.endWaiver, wanted, waivers.endWaiver);
}
export async function setProof(wanted: In<typeof input.setProof>): Promise<Answer> {
  return act(input.setProof, wanted, proof.setProof);
}
export async function setSectionProof(wanted: In<typeof input.setSectionProof>): Promise<Answer> {
  return act(input.setSectionProof, wanted, proof.setSectionProof);
}
export async function setNeverWaive(wanted: In<typeof input.setNeverWaive>): Promise<Answer> {
  return act(input.setNeverWaive, wanted, proof.setNeverWaive);
}
export async function setRequiredMany(wanted: In<typeof input.setRequiredMany>): Promise<Answer> {
  return act(input.setRequiredMany, wanted, proof.setRequiredMany);
}
export async function setTarget(wanted: In<typeof input.setTarget>): Promise<Answer> {
  return act(input.setTarget, wanted, proof.setTarget);
}
export async function linkItems(wanted: In<typeof input.linkItems>): Promise<Answer> {
  return act(input.linkItems, wanted, proof.linkItems);
}
export async function unlinkItem(wanted: In<typeof input.unlinkItem>): Promise<Answer> {
  return act(input.unlinkItem, wanted, proof.unlinkItem);
}
export async function addMeasurements(wanted: In<typeof input.addMeasurements>): Promise<Answer> {
  return act(input.addMeasurements, wanted, proof.addMeasurements);
}
export async function addCheck(wanted: In<typeof input.addCheck>): Promise<Answer> {
  return act(input.addCheck, wanted, proof.addCheck);
}
export async function setDelegate(wanted: In<typeof input.setDelegate>): Promise<Answer> {
  return act(input.setDelegate, wanted, seats.setDelegate);
}
export async function setMustAnswer(wanted: In<typeof input.setMustAnswer>): Promise<Answer> {
  return act(input.setMustAnswer, wanted, seats.setMustAnswer);
}
export async function openPoll(wanted: In<typeof input.openPoll>): Promise<Answer> {
  return act(input.openPoll, wanted, poll.openPoll);
}
export async function closePoll(wanted: In<typeof input.closePoll>): Promise<Answer> {
  return act(input.closePoll, wanted, poll.closePoll);
}
export async function setPollRule(wanted: In<typeof input.setPollRule>): Promise<Answer> {
  return act(input.setPollRule, wanted, poll.setPollRule);
}
export async function setRules(wanted: In<typeof input.setRules>): Promise<Answer> {
  return act(input.setRules, wanted, poll.setRules);
}
export async function meetCondition(wanted: In<typeof input.meetCondition>): Promise<Answer> {
  return act(input.meetCondition, wanted, poll.meetCondition);
}
export async function decide(wanted: In<typeof input.decide>): Promise<Answer> {
  return act(input.decide, wanted, poll.decide);
}
export async function setPhase(wanted: In<typeof input.setPhase>): Promise<Answer> {
  return act(input.setPhase, wanted, poll.setPhase);
}
export async function editNote(wanted: In<typeof input.editNote>): Promise<Answer> {
  return act(input.editNote, wanted, notes.editNote);
}
export async function retireNote(wanted: In<typeof input.retireNote>): Promise<Answer> {
  return act(input.retireNote, wanted, notes.retireNote);
}
/** Gives the password again, after which what was refused with `password-needed` can be tried once more for ten minutes. */
export async function confirmPassword(wanted: In<typeof input.confirmPassword>): Promise<{ allowed: true } | Refused> {
  const admitted = await admit(input.confirmPassword, wanted);
  if (!admitted.allowed) return admitted;
  const refusal = await confirm(admitted.actor, admitted.wanted.password, await requestSource());
  return refusal ? refusedBy(refusal) : { allowed: true };
}
