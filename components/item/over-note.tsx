import type { Surroundings } from "./surroundings";

/** Stands in a form that was open when its launch was archived: why it cannot be sent now, and when it can. */
export function OverNote({ around }: { around: Surroundings }) {
  return around.over ? <p role="alert" className="border-l-2 border-warn pl-3 text-note">{around.words.item.over}</p> : null;
}
