import type { Evidence, LaunchState, Waiver } from "@/lib/domain/state";

interface ByItem { proofs: ReadonlyMap<string, readonly Evidence[]>; waivers: ReadonlyMap<string, Waiver> }

/** A state is never changed in place, so what was found in it once stays true as long as it is kept. */
const known = new WeakMap<LaunchState, ByItem>();

/** Proofs of an item that were not withdrawn, as they came: those of a document share their moment, and keep its order. */
export function proofsOf(state: LaunchState, itemId: string): readonly Evidence[] {
  return byItem(state).proofs.get(itemId) ?? [];
}

/** The same in the order of the moments at which they were true. */
export function proofsByMoment(state: LaunchState, itemId: string): readonly Evidence[] {
  return [...proofsOf(state, itemId)].sort((a, b) => (a.trueAt < b.trueAt ? -1 : 1));
}

/** The last waiver of an item that is asked for or in force, as a document can hold it. */
export function waiverOf(state: LaunchState, itemId: string): Waiver | null {
  return byItem(state).waivers.get(itemId) ?? null;
}

/** One pass over all of them: a pass for each of 5,000 items takes seconds. */
function byItem(state: LaunchState): ByItem {
  const found = known.get(state);
  if (found) return found;
  const proofs = new Map<string, Evidence[]>();
  for (const proof of Object.values(state.evidence).filter(({ withdrawnAt }) => !withdrawnAt)) {
    const own = proofs.get(proof.itemId);
    if (own) own.push(proof);
    else proofs.set(proof.itemId, [proof]);
  }
  const waivers = new Map(Object.values(state.waiver).filter(({ state: standing }) => standing === "requested" || standing === "active").map((one) => [one.itemId, one]));
  const made = { proofs, waivers };
  known.set(state, made);
  return made;
}
