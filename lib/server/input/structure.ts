import { z } from "zod";
import { parts } from "@/lib/domain/find-part";
import { saidFields } from "@/lib/domain/said";

/** What may come in about a checklist's structure: shapes and sizes only, as in `launch.ts`. */
const launch = z.string().max(64);
const id = z.uuid();
const version = z.number().int().min(1);
const text = z.string().max(20_000);
const before = id.nullable();

export const addItem = z.object({ launch, group: id, parent: id.nullable(), before, text });
export const addGroup = z.object({ launch, section: id, title: text });
export const addSection = z.object({ launch, title: text });
export const addSeat = z.object({ launch, team: text, role: text });
export const rewordPart = z.object({ launch, part: z.enum(["item", "group", "section"]), id, text, version });
export const renameSeat = z.object({ launch, seat: id, team: text, role: text, version });
export const moveItem = z.object({ launch, item: id, group: id, parent: id.nullable(), before, version });
export const moveGroup = z.object({ launch, group: id, section: id, before, version });
export const movePart = z.object({ launch, part: z.enum(["section", "seat"]), id, before, version });
export const retirePart = z.object({ launch, part: z.enum(parts), id, version });
export const returnPart = retirePart;
export const followWords = z.object({ launch, item: id, field: z.enum(saidFields), version });
