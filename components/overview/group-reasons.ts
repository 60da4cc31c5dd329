import { seatReasonKinds, type Reason, type ReasonKind } from "@/lib/domain/judgement";
import { reasonOrder } from "@/lib/report/reason-order";

/** One line of the list: a reason by itself, or several of a kind together, in one section (`sectionId`) or wherever (`null`). */
export type ReasonLine =
  | { type: "one"; reason: Reason }
  | { type: "several"; kind: ReasonKind; sectionId: string | null; oldest: Reason; reasons: Reason[] };

/** The reasons that the same people can clear. */
export interface ReasonGroup { who: string[]; total: number; lines: ReasonLine[] }

/** Kinds of which a launch can have hundreds: told by section. */
const bySection: ReadonlySet<ReasonKind> = new Set<ReasonKind>(["open", "proof-missing"]);
/** So many of a kind stand by themselves; from two more on, the rest shares a line. */
const alone = 3;
const seatKinds: ReadonlySet<ReasonKind> = new Set<ReasonKind>(seatReasonKinds);

/**
 * Reasons by who can clear them, each group a handful of lines however many there are. Nothing is left out: the lines of a
 * group hold all its reasons. The reader's own group comes first, then the largest.
 */
export function groupReasons(reasons: readonly Reason[], me: string): ReasonGroup[] {
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const key = reason.who.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), reason]);
  }
  return [...groups.values()]
    .map((found) => ({ who: found[0]?.who ?? [], total: found.length, lines: linesOf(found) }))
    .sort((a, b) => Number(b.who.includes(me)) - Number(a.who.includes(me)) || b.total - a.total);
}

function linesOf(reasons: readonly Reason[]): ReasonLine[] {
  return reasonOrder.flatMap((kind): ReasonLine[] => {
    const found = reasons.filter((reason) => reason.kind === kind).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
    if (found.length === 0) return [];
    if (bySection.has(kind)) return sectionLines(kind, found);
    // Empty seats differ in nothing but their names, which stand beside them.
    if (kind === "seat-empty") return found.length > 1 ? several(kind, found) : found.map(one);
    const own = found.length > alone + 1 && !seatKinds.has(kind) ? alone : found.length;
    return [...found.slice(0, own).map(one), ...several(kind, found.slice(own))];
  });
}

/** The largest sections one line each, all others together. */
function sectionLines(kind: ReasonKind, found: readonly Reason[]): ReasonLine[] {
  const sections = new Map<string, Reason[]>();
  for (const reason of found) sections.set(reason.sectionId ?? "", [...(sections.get(reason.sectionId ?? "") ?? []), reason]);
  const largest = [...sections.values()].sort((a, b) => b.length - a.length);
  const own = largest.length > alone + 1 ? alone : largest.length;
  const lines = largest.slice(0, own).flatMap((inOne): ReasonLine[] => {
    const [only] = inOne;
    return only && inOne.length === 1 ? [one(only)] : several(kind, inOne, only?.sectionId ?? null);
  });
  return [...lines, ...several(kind, largest.slice(own).flat())];
}

const one = (reason: Reason): ReasonLine => ({ type: "one", reason });

function several(kind: ReasonKind, found: readonly Reason[], sectionId: string | null = null): ReasonLine[] {
  const oldest = found.reduce<Reason | null>((old, reason) => (old === null || reason.since < old.since ? reason : old), null);
  return oldest === null ? [] : [{ type: "several", kind, sectionId, oldest, reasons: [...found] }];
}
