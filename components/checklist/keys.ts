/** The list's keys, in the order in which help shows them. */
export const keyed = {
  j: "next", k: "previous", x: "done", p: "progress", b: "blocked", n: "not-applicable", a: "assign", d: "due", e: "proof",
  s: "select", S: "select-all", r: "required", Escape: "leave",
  Enter: "open", o: "open", z: "undo", "/": "search", "?": "help",
} as const;
export type Command = (typeof keyed)[keyof typeof keyed];
const commands: Readonly<Record<string, Command>> = keyed;

interface Stroke { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing: boolean; target: EventTarget | null }

const typing = "input, textarea, select, [contenteditable], dialog";

/**
 * What a stroke asks of the list; `null` when it is somebody else's: a field's, a dialog's, the browser's.
 * @param single whether single letters are in use; arrows and Enter on a row and Escape work anyway
 */
export function commandOf(stroke: Stroke, single: boolean): Command | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing) return null;
  const at = stroke.target instanceof Element ? stroke.target : null;
  if (at?.closest(typing)) return null;
  const onRow = at?.matches("[data-row] a[data-do=open]") ?? false;
  if (onRow && stroke.key === "ArrowDown") return "next";
  if (onRow && stroke.key === "ArrowUp") return "previous";
  // Enter belongs to whatever has the focus; on a row that is the row's own link.
  if (stroke.key === "Enter") return onRow ? "open" : null;
  return single || stroke.key === "Escape" ? (commands[stroke.key] ?? null) : null;
}

/** What help shows: what a key does, and its strokes. */
export const help = [
  { does: "move", strokes: ["j", "k"] }, { does: "done", strokes: ["x"] }, { does: "progress", strokes: ["p"] }, { does: "blocked", strokes: ["b"] },
  { does: "not-applicable", strokes: ["n"] }, { does: "assign", strokes: ["a"] }, { does: "due", strokes: ["d"] }, { does: "proof", strokes: ["e"] },
  { does: "open", strokes: ["Enter", "o"] }, { does: "required", strokes: ["r"] }, { does: "select", strokes: ["s"] }, { does: "select-all", strokes: ["Shift s"] },
  { does: "leave", strokes: ["Escape"] }, { does: "undo", strokes: ["z"] }, { does: "search", strokes: ["/"] }, { does: "all", strokes: ["?"] },
] as const;
