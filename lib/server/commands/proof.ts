import type { z } from "zod";
import { judgeAddMeasurements, judgeSetRequiredMany } from "@/lib/domain/judge-bulk";
import { judgeAddEvidence } from "@/lib/domain/judge-evidence";
import { judgeLinkItems, judgeUnlinkItem } from "@/lib/domain/judge-link";
import { judgeNeverWaive, judgeSectionProof, judgeSetProof } from "@/lib/domain/judge-required";
import { judgeSetTarget } from "@/lib/domain/judge-target";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { change, type Done } from "../change";
import { newId } from "../digest";
import type * as input from "../input/decision";
import { momentOf } from "../moment-of";
import type { Actor } from "../sessions";

type Outcome = Promise<Done | Refusal>;

/** Sets what an item needs as proof and how long it lasts (rules §3). */
export function setProof(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setProof>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeSetProof(state, person, { itemId: item, ...wanted }));
}

/** The same for a section. */
export function setSectionProof(actor: Actor, { launch, section, ...wanted }: z.infer<typeof input.setSectionProof>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeSectionProof(state, person, { sectionId: section, ...wanted }));
}

/** Marks an item as never to be waived (rules §4). */
export function setNeverWaive(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setNeverWaive>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeNeverWaive(state, person, { itemId: item, ...wanted }));
}

/** Makes several items required or advisory for one reason: all or none (rules §2). */
export function setRequiredMany(actor: Actor, { launch, items, ...wanted }: z.infer<typeof input.setRequiredMany>): Outcome {
  return change(actor, launch, ({ state, person, now }) =>
    judgeSetRequiredMany(state, person, { items: items.map(({ item, version }) => ({ itemId: item, version })), ...wanted }, now));
}

/** Sets the target that an item is measured against. */
export function setTarget(actor: Actor, { launch, item, ...wanted }: z.infer<typeof input.setTarget>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeSetTarget(state, person, { itemId: item, ...wanted }));
}

/** Lets items share their proof (rules §3). */
export function linkItems(actor: Actor, { launch, items }: z.infer<typeof input.linkItems>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeLinkItems(state, person, { items: items.map(({ item, version }) => ({ itemId: item, version })) }, newId));
}

/** Takes an item out of its link. */
export function unlinkItem(actor: Actor, { launch, item, version }: z.infer<typeof input.unlinkItem>): Outcome {
  return change(actor, launch, ({ state, person }) => judgeUnlinkItem(state, person, { itemId: item, version }));
}

/** Adds measured values, several when pasted; moments without one are now (rules §3). */
export function addMeasurements(actor: Actor, { launch, item, values, ...wanted }: z.infer<typeof input.addMeasurements>): Outcome {
  return change(actor, launch, ({ state, person, now }) => {
    const read = values.map(({ trueAt, ...value }) => ({ ...value, trueAt: trueAt === null ? now : momentOf(trueAt, state.launch.zone, "start") }));
    const bad = read.findIndex(({ trueAt }) => trueAt === null);
    if (bad >= 0) return refuse("bad-instant", { field: `values.${bad}.trueAt` });
    return judgeAddMeasurements(state, person, { itemId: item, ...wanted, values: read }, now, newId);
  });
}

/** Adds what a check found: pass or fail. */
export function addCheck(actor: Actor, { launch, item, trueAt, ...wanted }: z.infer<typeof input.addCheck>): Outcome {
  return change(actor, launch, ({ state, person, now }) => {
    const at = trueAt === null ? now : momentOf(trueAt, state.launch.zone, "start");
    if (at === null) return refuse("bad-instant", { field: "trueAt" });
    const url = wanted.url?.trim() ? wanted.url : null;
    return judgeAddEvidence(state, person, { itemId: item, kind: "check", fileHash: null, value: null, unit: null, ...wanted, url, trueAt: at }, now, newId);
  });
}
