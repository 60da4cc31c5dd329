import type { Evidence, Waiver } from "@/lib/domain/state";
import { liveItems } from "@/lib/domain/survey";
import { decisionReason } from "@/lib/report/decision-reason";
import type { Status } from "../queries/status";
import { proofsByMoment, waiverOf } from "./by-item";
import type { Exported } from "./csv";

/** The whole launch as JSON: its status as scripts know it, and every item with its own state. Keys are stable. */
export function exportJson(launch: Exported, status: Status): string {
  const { state, judgement, people } = launch;
  const name = (id: string | null): string | null => (id ? (people[id]?.name ?? null) : null);
  const items = liveItems(state);
  const body = {
    format: "readiness/1",
    // Only where it is not told as it stands now.
    ...(launch.asOf ? { asOf: launch.asOf } : {}),
    status,
    nextReview: state.launch.nextReview,
    facts: Object.values(state.fact).sort((a, b) => a.position - b.position).map(({ key, question, answer }) => ({ key, question, answer })),
    items: items.map((item) => {
      const judged = judgement.items[item.id];
      return {
        key: item.key, parent: item.parentId ? (state.item[item.parentId]?.key ?? null) : null, section: state.section[item.sectionId]?.title ?? null, group: state.group[item.groupId]?.title ?? null, text: item.text,
        window: item.window, required: item.required, requiredReason: item.requiredReason, condition: item.condition, applicability: judged?.applicability ?? item.applicability,
        applicabilityReason: item.applicabilityReason, work: judged?.work ?? item.work, workReason: item.workReason, workAt: item.workAt,
        workBy: name(item.workBy), owner: name(item.ownerId), due: item.due, threshold: item.threshold, counts: judged?.counts ?? false,
        claimed: judged?.claimed ?? false, verified: judged?.verified ?? false, reason: judged?.reason ?? null, measured: judged?.measured ?? null, evidence: proofsByMoment(state, item.id).map(proof), waiver: waiver(waiverOf(state, item.id)),
      };
    }),
    decision: judgement.decision && { ...judgement.decision, by: name(judgement.decision.by), reason: decisionReason(state, judgement) },
    conditions: judgement.conditions.map(({ id, seatId, text, ownerId, deadline, state: standing }) => ({
      seat: state.seat[seatId]?.role ?? seatId, text, owner: name(ownerId), deadline, state: standing, rollbackTrigger: state.condition[id]?.rollbackTrigger ?? null,
    })),
    notes: Object.values(state.note).filter((note) => !note.retiredAt).map(({ kind, text, authorId, at }) => ({ kind, text, author: name(authorId), at })),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

function waiver(found: Waiver | null) {
  return found && { state: found.state, endsAt: found.endsAt, reason: found.reason, control: found.control };
}

function proof({ kind, title, url, trueAt, validDays, value, unit, outcome }: Evidence) {
  return { kind, title, url, trueAt, validDays, value, unit, outcome };
}
