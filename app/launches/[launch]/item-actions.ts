import type { ItemActions } from "@/components/item/actions";
import { addEvidenceNote, addLink, answerFact, assign, setApplicability, setDue, setRequired, setWork, undo, withdrawEvidence } from "./actions";
import { addCheck, addMeasurements, confirmPassword, decideWaiver, endWaiver, linkItems, requestWaiver, setNeverWaive, setProof, setRequiredMany, setTarget, unlinkItem } from "./decision-actions";
import { eraseText, listErasable, lookAtErasing } from "./erase-actions";

/** What the list and an item's page hand to their controls. */
export const itemActions: ItemActions = {
  setWork, setApplicability, assign, setDue, addLink, addEvidenceNote, addCheck, withdrawEvidence, answerFact, undo,
  setRequired, setRequiredMany, setProof, setNeverWaive, setTarget, addMeasurements, linkItems, unlinkItem, requestWaiver, decideWaiver, endWaiver, confirmPassword,
  listErasable, lookAtErasing, eraseText,
};
