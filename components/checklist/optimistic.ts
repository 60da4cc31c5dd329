import type { Face, RowView } from "@/lib/domain/row";
import type { Applicability, Day, Work } from "@/lib/domain/state";

/**
 * What a hand asks of a row. `undo` names one of this page's own edits, and its revision once the server has said it; `back` is null
 * for what was asked in a dialog, which shows once the server has answered.
 */
export type Intent =
  | { kind: "work"; work: Work; reason: string | null }
  | { kind: "applicability"; applicability: Applicability; reason: string | null }
  | { kind: "assign"; owner: string | null }
  | { kind: "due"; due: Day | null }
  | { kind: "undo"; of: number; revision: number | null; back: RowIntent | null };
export type RowIntent = Exclude<Intent, { kind: "undo" }>;

/**
 * The row as it will look once the server agrees. Only what a hand sets is foretold, and the word for it; whether it counts, is in
 * the way or overdue comes with the answer, because one function alone decides that.
 */
export function foretell(row: RowView, intent: Intent): RowView {
  switch (intent.kind) {
    case "work": {
      const applicability = intent.work === "done" && row.applicability === "undecided" ? "applies" : row.applicability;
      return faced({ ...row, work: intent.work, applicability, answeredBy: null, answeredAt: null, note: noteAfter(row, intent.work === "blocked" ? intent.reason : null, row.face === "blocked") });
    }
    case "applicability": {
      const out = intent.applicability === "not-applicable";
      return faced({ ...row, applicability: intent.applicability, note: noteAfter(row, out ? intent.reason : null, row.face === "not-applicable") });
    }
    case "assign":
      return { ...row, ownerId: intent.owner };
    case "due":
      return { ...row, due: intent.due, overdue: false };
    case "undo":
      return intent.back ? foretell(row, intent.back) : row;
  }
}

/** A new reason stands; without one, a reason that belonged to the state being left goes, and any other note stays. */
function noteAfter(row: RowView, reason: string | null, leaves: boolean): string | null {
  return reason ?? (leaves ? null : row.note);
}

function faced(row: RowView): RowView {
  return { ...row, face: faceAfter(row) };
}

function faceAfter({ applicability, work, standing, face }: RowView): Face {
  if (applicability === "not-applicable") return "not-applicable";
  if (work === "blocked") return "blocked";
  if (work !== "done") return applicability === "undecided" ? "undecided" : face === "waived" ? "waived" : work;
  return standing === "valid" ? "verified" : standing === "contradicted" ? "contradicted" : "done";
}

/** What would bring back what `row` shows now, were `intent` carried out. */
export function backFrom(row: RowView, intent: RowIntent): RowIntent {
  switch (intent.kind) {
    case "work":
      return { kind: "work", work: row.work, reason: row.face === "blocked" ? row.note : null };
    case "applicability":
      return { kind: "applicability", applicability: row.applicability, reason: row.face === "not-applicable" ? row.note : null };
    case "assign":
      return { kind: "assign", owner: row.ownerId };
    case "due":
      return { kind: "due", due: row.due };
  }
}

/** Whether carrying it out would leave the row as it is. */
export function changesNothing(row: RowView, intent: RowIntent): boolean {
  switch (intent.kind) {
    case "work":
      return row.work === intent.work && (intent.work !== "blocked" || row.note === intent.reason) && (intent.work !== "done" || row.applicability === "applies");
    case "applicability":
      return row.applicability === intent.applicability && (intent.applicability !== "not-applicable" || row.note === intent.reason);
    case "assign":
      return row.ownerId === intent.owner;
    case "due":
      return row.due === intent.due;
  }
}
