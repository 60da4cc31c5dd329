import type { Change, LaunchState } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { itemAddress, launchAddress } from "@/lib/domain/address";
import { nameOf, type People } from "@/lib/report/names";

export interface Told { state: LaunchState; people: People }
export interface Subject { name: string; href: string | null }

/** A field of a change as it was afterwards, else before; `null` when it says nothing about it. */
export function fieldOf(change: Change, field: string): unknown {
  return change.after?.[field] ?? change.before?.[field] ?? null;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** What a change is about, in the words that people know it by, whether or not it still exists. */
export function subjectOf(change: Change, { state, people }: Told): Subject {
  const t = texts("history");
  const { slug } = state.launch;
  const gone: Subject = { name: t("subject.gone"), href: null };
  const item = (id: unknown): Subject => {
    const found = typeof id === "string" ? state.item[id] : undefined;
    return found ? { name: found.text, href: itemAddress(slug, found.key) } : gone;
  };
  const named = (...names: unknown[]): Subject => ({ name: names.map(text).find((name) => name !== null) ?? gone.name, href: null });
  const seat = (id: unknown): Subject => {
    const found = typeof id === "string" ? state.seat[id] : undefined;
    return found ? { name: found.role, href: `${launchAddress(slug, "sign-off")}#${found.key}` } : gone;
  };
  switch (change.entity) {
    case "item": return state.item[change.id] ? item(change.id) : named(fieldOf(change, "text"));
    case "evidence": return item(state.evidence[change.id]?.itemId ?? fieldOf(change, "itemId"));
    case "waiver": return item(state.waiver[change.id]?.itemId ?? fieldOf(change, "itemId"));
    case "seat": return state.seat[change.id] ? seat(change.id) : named(fieldOf(change, "role"));
    case "signOff": return seat(state.signOff[change.id]?.seatId ?? fieldOf(change, "seatId"));
    case "member": return { name: nameOf(change.id, people, t("someone")), href: null };
    case "fact": return named(state.fact[change.id]?.question, fieldOf(change, "question"));
    case "section": return named(state.section[change.id]?.title, fieldOf(change, "title"));
    case "group": return named(state.group[change.id]?.title, fieldOf(change, "title"));
    case "note": case "condition": return named(fieldOf(change, "text"), state[change.entity][change.id]?.text);
    case "launch": return { name: t("subject.launch"), href: launchAddress(slug, "settings") };
    default: return gone;
  }
}
