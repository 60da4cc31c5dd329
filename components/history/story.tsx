import Link from "next/link";
import type { ReactNode } from "react";
import { eventKinds, type EventKind } from "@/lib/domain/event-kinds";
import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { Change, Entity } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { nameOf } from "@/lib/report/names";
import { InlineText } from "../ui/inline-text";
import { detailsOf, type Detail } from "./details";
import { fieldOf, subjectOf, type Told } from "./subject";
import { valueWords } from "./value";

export interface Story { headline: ReactNode; details: Detail[] }

/** The row an event is about: the first of the entity its kind speaks of. */
const about: Record<string, Entity> = { item: "item", evidence: "evidence", fact: "fact", member: "member", settings: "launch", note: "note", waiver: "waiver", launch: "launch", section: "section", group: "group", seat: "seat", condition: "condition", poll: "poll", decision: "decision" };
const outwards = ["launch", "member", "section", "group", "fact", "seat"] as const satisfies readonly Entity[];
const counted = ["section", "group", "item", "seat", "fact", "waiver", "note", "member"] as const;
const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** An event as a sentence, and below it what the sentence leaves out. A kind nobody foresaw is told from its changes. */
export function storyOf(entry: HistoryEntry, told: Told): Story {
  const t = texts("history");
  const { kind, changes } = entry;
  const [family = ""] = kind.split(".");
  const entity = kind === "seat.signed" || kind === "seat.withdrawn" ? "signOff" : (about[family] ?? null);
  const main = entity ? (changes.find((change) => change.entity === entity) ?? changes[0]) : outermost(changes);
  const subject = main ? subjectOf(main, told) : { name: t("subject.launch"), href: null };
  const after = (field: string): string => (main ? valueWords(field, main.after?.[field], told) : "");
  const before = (field: string): string => (main ? valueWords(field, main.before?.[field], told) : "");
  const plain = (field: string): string => String((main && fieldOf(main, field)) ?? "");
  const has = (field: string): boolean => (main?.after?.[field] ?? null) !== null;
  const who = entry.actorId === null ? t("server") : nameOf(entry.actorId, told.people, t("someone"));
  const name = <InlineText text={subject.name} />;
  const b = (): ReactNode => (subject.href ? <Link key="subject" prefetch={false} className="font-medium hover:underline" href={subject.href}>{name}</Link> : <b key="subject" className="font-medium">{name}</b>);
  const values = { who, subject: subject.name, b };
  // What proof and links bring along goes without saying, but for what is taken back, where nothing else says it.
  const quiet = kind === "undone" ? [] : [" hadProof", " link"];
  const tell = (headline: ReactNode, ...fields: string[]): Story => ({ headline, details: detailsOf(changes, main, fields, told).filter(({ key }) => !quiet.some((end) => key.endsWith(end))) });

  switch (kind) {
    case "item.work":
      return has("workReason") ? tell(t.rich("story.item.workWhy", { ...values, after: after("work"), why: after("workReason") }), "workReason")
        : tell(t.rich("story.item.work", { ...values, after: after("work") }));
    case "item.applicability":
      return has("applicabilityReason") ? tell(t.rich("story.item.applicabilityWhy", { ...values, after: after("applicability"), why: after("applicabilityReason") }), "applicabilityReason")
        : tell(t.rich("story.item.applicability", { ...values, after: after("applicability") }));
    case "item.assigned":
      return has("ownerId") ? tell(t.rich("story.item.assigned", { ...values, after: after("ownerId") })) : tell(t.rich("story.item.assignedNone", { ...values, before: before("ownerId") }), "ownerId");
    case "item.due":
      return has("due") ? tell(t.rich("story.item.due", { ...values, after: after("due") })) : tell(t.rich("story.item.dueNone", values));
    case "item.required": return tell(t.rich("story.item.required", { ...values, after: after("required") }), "required");
    case "item.linked": {
      const others = changes.filter((change) => change !== main && change.entity === "item").map((change) => subjectOf(change, told).name);
      return tell(others.length > 0 ? t.rich("story.item.linkedWith", { ...values, others: list.format(others) }) : t.rich("story.item.linked", values));
    }
    case "evidence.added": return tell(t.rich("story.evidence.added", { ...values, title: plain("title") }));
    case "evidence.withdrawn":
      return tell(t.rich("story.evidence.withdrawn", { ...values, title: (main && told.state.evidence[main.id]?.title) ?? plain("title") }), "withdrawnAt");
    case "fact.answered": {
      const { headline, details } = has("answer") ? tell(t.rich("story.fact.answered", { ...values, after: after("answer") }), "answer") : tell(t.rich("story.fact.cleared", values), "answer");
      // Each item's reason is the question, which the sentence has.
      return { headline, details: details.filter(({ key }) => !key.endsWith(" applicabilityReason")) };
    }
    case "seat.assigned":
      return has("holderId") ? tell(t.rich("story.seat.assigned", { ...values, after: after("holderId") })) : tell(t.rich("story.seat.assignedNone", values));
    case "seat.sections": return tell(t.rich("story.seat.sections", values));
    case "seat.signed":
      return has("reason") ? tell(t.rich("story.seat.signedWhy", { ...values, after: after("position"), why: after("reason") })) : tell(t.rich("story.seat.signed", { ...values, after: after("position") }));
    case "seat.withdrawn":
      return tell(t.rich(has("withdrawnReason") ? "story.seat.withdrawnWhy" : "story.seat.withdrawn", { ...values, why: after("withdrawnReason") }), "withdrawnAt", "withdrawnReason");
    case "member.joined": return tell(t.rich("story.member.joined", { ...values, after: after("role") }));
    case "member.role": return tell(t.rich("story.member.role", { ...values, after: after("role") }));
    case "member.removed": return { headline: t.rich("story.member.removed", values), details: [] };
    case "settings.changed": return tell(t.rich("story.settings.changed", values));
    case "note.added": {
      const noteKind = (["risk", "exception", "consideration"] as const).find((one) => one === main?.after?.kind) ?? "consideration";
      return tell(t.rich("story.note.added", { ...values, noteKind: t(`noteKind.${noteKind}`), text: plain("text") }));
    }
    case "waiver.requested": case "waiver.approved": case "waiver.refused": case "waiver.ended":
      return tell(t.rich(`story.${kind}`, values), "state");
    case "item.moved": case "group.moved": {
      const to = main?.entity === "item" ? told.state.group[String(main.after?.groupId)] : told.state.section[String(main?.after?.sectionId)];
      return to ? tell(t.rich(`story.${kind}To`, { ...values, after: to.title || t("noHeading") })) : tell(t.rich(`story.${kind}`, values));
    }
    case "item.retired": case "item.returned": case "group.retired": case "group.returned": case "section.retired": case "section.returned": {
      // What went or came along is counted, not listed; the row itself is in the sentence.
      const counts = withIt(changes.filter((change) => change !== main));
      return { headline: counts ? t.rich(`story.${kind}With`, { ...values, counts }) : t.rich(`story.${kind}`, values), details: [] };
    }
    case "launch.phase": return tell(t.rich("story.launch.phase", { ...values, after: after("phase") }), "phase", "phaseAt");
    case "decision.recorded": 
      return tell(t.rich(main?.after?.againstVerdict === true ? "story.decision.against" : "story.decision.recorded", { ...values, after: after("outcome") }), "outcome");
    case "condition.met": return tell(t.rich(has("metAt") || main === undefined ? "story.condition.met" : "story.condition.unmet", values));
    case "launch.imported": return { headline: t.rich("story.launch.imported", { ...values, counts: countWords(changes) }), details: [] };
    case "undone": return tell(t.rich("story.undone", values));
    default: if (isKnown(kind)) return tell(t.rich(`story.${kind}`, { ...values, after: "", counts: "", title: "", text: "", why: "", before: "", noteKind: "" }));
      return tell(main ? t.rich("story.otherSubject", { ...values, kind }) : t.rich("story.other", { ...values, kind }));
  }
}

/** The row that a change of several is about, where its kind does not say: the section, not each of its items. */
function outermost(changes: readonly Change[]): Change | undefined {
  for (const entity of outwards) {
    const found = changes.find((change) => change.entity === entity);
    if (found) return found;
  }
  return changes[0];
}

function isKnown(kind: string): kind is EventKind {
  return eventKinds.some((one) => one === kind);
}

/** "12 sections, 44 groups, 213 items and 6 seats" of what an import made. */
function countWords(changes: readonly Change[]): string {
  return withIt(changes.filter((change) => change.before === null));
}

/** "2 groups and 5 items". */
function withIt(changes: readonly Change[]): string {
  const t = texts("history");
  return list.format(counted.flatMap((entity) => {
    const n = changes.filter((change) => change.entity === entity).length;
    return n > 0 ? [t(`counts.${entity}`, { n })] : [];
  }));
}
