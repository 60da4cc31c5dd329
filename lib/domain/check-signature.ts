import type { Change, LaunchState, Seat, SignOff } from "./state";
import type { ChainedEvent } from "./event";
import { canonical } from "./canonical";
import { holdsText } from "./erase";
import { erasedText, freeText } from "./free-text";
import { materialOfSeat, type Material } from "./material";
import { speaksFor } from "./permissions";
import { sameJson } from "./same-json";

/**
 * How a signature stands to the state that it was given on. `uncertain` = words in either were erased since, or the program derives
 * otherwise today what follows from the rows (whether proof is needed, say), so that the digests differ for that alone.
 */
export type SignatureCheck = { fault: string } | "holds" | "uncertain";

type Told = Pick<ChainedEvent, "kind" | "at" | "actorId">;

/**
 * Whether an event gives a signature as the rules have it (decision rules §8): by who acted, who spoke for the seat then, at the
 * event's own moment, over exactly the state that stood right before it. `erased` = that words before it were.
 */
export function checkSignature(before: LaunchState, event: Told, signOff: SignOff, erased: boolean, sha256: (text: string) => string): SignatureCheck {
  const seat: Seat | undefined = Object.hasOwn(before.seat, signOff.seatId) ? before.seat[signOff.seatId] : undefined;
  if (event.kind !== "seat.signed") return { fault: "it makes a signature without signing" };
  if (signOff.byId !== event.actorId) return { fault: "the signature names another person than the one who acted" };
  if (signOff.at !== event.at) return { fault: "the signature names another time than its event" };
  if (!seat || !speaksFor(signOff.byId, seat, event.at)) return { fault: "who signed did not speak for the seat" };
  if (signOff.rule !== before.launch.rule) return { fault: "the signature names other rules than those of then" };
  if (sha256(canonical(signOff.material)) !== signOff.digest) return erased || holdsText(signOff.material, erasedText) ? "uncertain" : { fault: "the digest is not that of what was signed" };
  if (sha256(materialOfSeat(before, seat).canonical) === signOff.digest) return "holds";
  return erased || isOfRows(before, seat, signOff.material) ? "uncertain" : { fault: "what was signed is not the state that stood before it" };
}

/** Whether what was signed says of the rows what they said themselves, without anything derived: no version of the program may differ there. */
function isOfRows(state: LaunchState, seat: Seat, material: unknown): boolean {
  // Its digest is right, so it is what somebody's program wrote; what it does not hold is no match.
  const { sections, items, facts } = material as Partial<Material>;
  const own = seat.sections === null ? null : [...new Set(seat.sections)].sort();
  return sameJson(sections ?? null, own)
    && Object.entries(facts ?? {}).every(([id, { question, answer }]) => state.fact[id]?.question === question && state.fact[id].answer === answer)
    && Object.entries(items ?? {}).every(([id, signed]) => {
      const item = state.item[id];
      return item !== undefined && item.retiredAt === null && item.text === signed.text && item.required === signed.required && item.window === signed.window && item.work === signed.work;
    });
}

const withdrawal = new Set(["withdrawnAt", "withdrawnReason", "version"]);

/** What is wrong with a later change of a signature: it may be withdrawn, and lose words that are erased, and nothing else. */
export function faultOfSignatureChange({ before, after }: Change<"signOff">, kind: string): string | null {
  if (after === null) return "it takes a signature away";
  const allowed = kind === "text.erased" ? new Set<string>([...freeText.signOff, "version"]) : kind === "seat.withdrawn" ? withdrawal : new Set<string>();
  const fields = new Set([...Object.keys(after), ...Object.keys(before ?? {})]);
  return [...fields].every((field) => allowed.has(field)) ? null : "it changes a signature that was given";
}
