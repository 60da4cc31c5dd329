import type { ItemActions } from "@/components/item/actions";
import { addEvidenceNote, addLink, answerFact, assign, setApplicability, setDue, setWork, undo, withdrawEvidence } from "./actions";

/** What the list and an item's page hand to their controls. */
export const itemActions: ItemActions = { setWork, setApplicability, assign, setDue, addLink, addEvidenceNote, withdrawEvidence, answerFact, undo };
