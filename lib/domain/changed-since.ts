import type { ChangedSince } from "./judgement";
import { canonical } from "./canonical";
import { type Material, itemFieldNames } from "./material";

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const plain = (value: unknown): Plain => (isPlain(value) ? value : {});
const differ = (a: unknown, b: unknown) => a !== b && canonical(a ?? null) !== canonical(b ?? null);

/**
 * Exactly what differs between a signed material state and the present one (decision rules §8): for the launch, its facts and each
 * item, field by field. Empty if and only if their digests are equal. `signed` is what was stored, so it may be anything.
 */
export function changedSince(signed: unknown, present: Material): ChangedSince[] {
  const then = plain(signed);
  const changes: ChangedSince[] = [];
  for (const field of ["rule", "goLive", "sections"] as const) {
    if (differ(then[field], present[field])) changes.push({ subject: "launch", id: null, field, before: then[field] ?? null, after: present[field] });
  }
  compare(plain(then.facts), present.facts, ["question", "answer"], "question", changes);
  compare(plain(then.items), present.items, itemFieldNames, "text", changes);
  return changes;
}

function compare(before: Plain, after: Plain, fields: readonly string[], name: string, into: ChangedSince[]): void {
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = before[id] === undefined ? null : plain(before[id]);
    const is = after[id] === undefined ? null : plain(after[id]);
    const subject = String((is ?? was)?.[name] ?? "");
    if (was === null || is === null) {
      into.push({ subject, id, field: "existence", before: was, after: is });
      continue;
    }
    for (const field of fields) {
      if (differ(was[field], is[field])) into.push({ subject, id, field, before: was[field] ?? null, after: is[field] ?? null });
    }
  }
}
