import type { Part } from "@/lib/domain/find-part";
import type { SaidField } from "@/lib/domain/said";
import type { Told } from "../settings/actions";
import type { Refused } from "../use-submit";

/** The answer says at which revision the launch stands now: what undo takes back. */
export interface Made { allowed: true; update: { revision: number } }
export type Asked = Promise<Made | Refused>;
interface Of { launch: string; version: number }

/** What the editor can ask of the server. */
export interface StructureActions {
  addItem: (input: { launch: string; group: string; parent: string | null; before: string | null; text: string }) => Asked;
  addGroup: (input: { launch: string; section: string; title: string }) => Asked;
  addSection: (input: { launch: string; title: string }) => Asked;
  addSeat: (input: { launch: string; team: string; role: string }) => Asked;
  rewordPart: (input: Of & { part: "item" | "group" | "section"; id: string; text: string }) => Asked;
  renameSeat: (input: Of & { seat: string; team: string; role: string }) => Asked;
  moveItem: (input: Of & { item: string; group: string; parent: string | null; before: string | null }) => Asked;
  moveGroup: (input: Of & { group: string; section: string; before: string | null }) => Asked;
  movePart: (input: Of & { part: "section" | "seat"; id: string; before: string | null }) => Asked;
  retirePart: (input: Of & { part: Part; id: string }) => Asked;
  returnPart: (input: Of & { part: Part; id: string }) => Asked;
  followWords: (input: Of & { item: string; field: SaidField }) => Asked;
  foretellRetire: (input: Of & { part: Part; id: string }) => Told;
  undo: (input: { launch: string; revision: number }) => Asked;
}
