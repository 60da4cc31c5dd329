import type { RowView } from "@/lib/domain/row";
import type { Hand } from "../item/hand";
import type { Command } from "./keys";

/** Carries out a key's command on one row; false when it is not a row's. `proof` opens the form for it. */
export function carryOutOn(row: RowView, command: Command, hand: Hand, proof: () => void): boolean {
  switch (command) {
    case "done":
      hand.edit(row.id, { kind: "work", work: row.work === "done" ? "todo" : "done", reason: null });
      return true;
    case "progress":
      hand.edit(row.id, { kind: "work", work: row.work === "in-progress" ? "todo" : "in-progress", reason: null });
      return true;
    case "not-applicable":
      if (row.applicability === "not-applicable") hand.edit(row.id, { kind: "applicability", applicability: "applies", reason: null });
      else hand.ask("not-applicable", row);
      return true;
    case "blocked": case "assign": case "due":
      hand.ask(command, row);
      return true;
    case "proof":
      proof();
      return true;
    default:
      return false;
  }
}
