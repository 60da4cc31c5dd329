/** What can happen to a launch, in the past tense; each has a sentence in the history, or it does not compile. */
export const eventKinds = [
  "launch.imported", "launch.imported-again", "launch.phase", "settings.changed",
  "member.joined", "member.role", "member.removed",
  "item.work", "item.applicability", "item.required", "item.assigned", "item.due", "item.proof", "item.never-waive", "item.target",
  "item.linked", "item.unlinked", "section.proof",
  "evidence.added", "evidence.withdrawn", "fact.answered",
  "waiver.requested", "waiver.approved", "waiver.refused", "waiver.ended",
  "seat.assigned", "seat.sections", "seat.must-answer", "seat.delegate", "seat.signed", "seat.withdrawn", "condition.met",
  "poll.opened", "poll.closed", "decision.recorded",
  "item.added", "item.reworded", "item.moved", "item.retired", "item.returned", "item.followed",
  "group.added", "group.reworded", "group.moved", "group.retired", "group.returned",
  "section.added", "section.reworded", "section.moved", "section.retired", "section.returned",
  "seat.added", "seat.reworded", "seat.moved", "seat.retired", "seat.returned",
  "note.added", "note.edited", "note.retired", "text.erased", "undone",
] as const;
export type EventKind = (typeof eventKinds)[number];
