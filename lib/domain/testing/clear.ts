import type { Judgement, Reason } from "../judgement";
import type { Item, LaunchState } from "../state";
import { familyOf } from "../family";
import * as build from "./build";

const far = "2030-01-01T00:00:00.000Z";

function put<E extends "item" | "evidence" | "waiver" | "seat" | "signOff" | "condition">(state: LaunchState, entity: E, row: LaunchState[E][string]): LaunchState {
  return { ...state, [entity]: { ...state[entity], [row.id]: row } };
}

const waive = (state: LaunchState, item: Item, now: string) =>
  put(state, "waiver", build.waiver(`waived ${item.id}`, item.id, { endsAt: far, requestedAt: now, decidedAt: now }));

/** Closes an item for good: done now, applying, nothing failing, proved for years. */
function close(state: LaunchState, item: Item, now: string): LaunchState {
  let next = put(state, "item", { ...item, applicability: "applies", applicabilityReason: null, work: "done", workReason: null, workAt: now });
  for (const evidence of Object.values(state.evidence)) {
    if (evidence.itemId === item.id && (evidence.kind === "measurement" || evidence.kind === "check")) {
      next = put(next, "evidence", { ...evidence, withdrawnAt: now, withdrawnReason: "Measured again" });
    }
  }
  return put(next, "evidence", build.evidence(`proof of ${item.id}`, item.id, { trueAt: now, addedAt: now, validDays: 3650 }));
}

/**
 * Clears one reason by the change that a person would make, all other reasons held fixed: what is shared with other items
 * (linked proof) or takes time (a window that is not open) is waived instead.
 */
export function clear(state: LaunchState, reason: Reason, judgement: Judgement, now: string): LaunchState {
  const item = state.item[reason.subjectId];
  switch (reason.subjectType) {
    case "item": {
      if (item === undefined) throw new Error("a reason about no item");
      const judged = judgement.items[item.id];
      const apart = item.link !== null || judged?.timing !== null || judged.waiver?.state === "active";
      return apart ? waive(state, item, now) : close(state, item, now);
    }
    case "alternatives":
      if (item === undefined) throw new Error("a reason about no item");
      return familyOf(state, item).reduce((next, one) => waive(next, one, now),
        put(state, "item", { ...item, applicability: "applies", applicabilityBy: "person", applicabilityAt: now }));
    case "seat": {
      const seat = state.seat[reason.subjectId];
      if (seat === undefined) throw new Error("a reason about no seat");
      const held = { ...seat, holderId: seat.holderId ?? "hana" };
      const byId = held.holderId;
      return put(put(state, "seat", held), "signOff", build.signOff(`zz ${seat.id}`, seat.id, { byId, at: now, digest: "same" }));
    }
    case "condition": {
      const condition = state.condition[reason.subjectId];
      if (condition === undefined) throw new Error("a reason about no condition");
      return put(state, "condition", { ...condition, metAt: now, metBy: "ann" });
    }
    case "launch":
      if (reason.kind === "go-live-passed") return { ...state, launch: { ...state.launch, goLive: null, goLiveAt: now } };
      if (reason.kind !== "nothing-to-judge") return { ...state, launch: { ...state.launch, phase: "preparing", phaseAt: now } };
      return close(state, build.item("new", { createdAt: now }), now);
  }
}
