"use server";

import type { z } from "zod";
import type { Answer } from "@/lib/server/answer";
import * as structure from "@/lib/server/commands/structure";
import * as input from "@/lib/server/input/structure";
import { act } from "./act";

type In<S extends z.ZodType> = z.input<S>;

export async function addItem(wanted: In<typeof input.addItem>): Promise<Answer> {
  return act(input.addItem, wanted, structure.addItem);
}
export async function addGroup(wanted: In<typeof input.addGroup>): Promise<Answer> {
  return act(input.addGroup, wanted, structure.addGroup);
}
export async function addSection(wanted: In<typeof input.addSection>): Promise<Answer> {
  return act(input.addSection, wanted, structure.addSection);
}
export async function addSeat(wanted: In<typeof input.addSeat>): Promise<Answer> {
  return act(input.addSeat, wanted, structure.addSeat);
}
export async function rewordPart(wanted: In<typeof input.rewordPart>): Promise<Answer> {
  return act(input.rewordPart, wanted, structure.rewordPart);
}
export async function renameSeat(wanted: In<typeof input.renameSeat>): Promise<Answer> {
  return act(input.renameSeat, wanted, structure.renameSeat);
}
export async function moveItem(wanted: In<typeof input.moveItem>): Promise<Answer> {
  return act(input.moveItem, wanted, structure.moveItem);
}
export async function moveGroup(wanted: In<typeof input.moveGroup>): Promise<Answer> {
  return act(input.moveGroup, wanted, structure.moveGroup);
}
export async function movePart(wanted: In<typeof input.movePart>): Promise<Answer> {
  return act(input.movePart, wanted, structure.movePart);
}
export async function retirePart(wanted: In<typeof input.retirePart>): Promise<Answer> {
  return act(input.retirePart, wanted, structure.retirePart);
}
export async function returnPart(wanted: In<typeof input.returnPart>): Promise<Answer> {
  return act(input.returnPart, wanted, structure.returnPart);
}
export async function followWords(wanted: In<typeof input.followWords>): Promise<Answer> {
  return act(input.followWords, wanted, structure.followWords);
}
