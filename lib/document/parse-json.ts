import { isRequired } from "./held";
import type { Reading } from "./reading";

/** What `readiness parse --json` prints: the shape that contracts.md promises. */
export function toParseJson(reading: Reading) {
  const { title, counts, sections, seats, meta, findings, choices, taken } = reading;
  return {
    title,
    counts,
    sections: sections.map((section) => ({
      key: section.key,
      title: section.title,
      groups: section.groups.map((group) => ({
        title: group.title,
        items: group.items.map((item) => ({
          key: item.key, text: item.text, line: item.line, checked: item.checked, conditional: item.conditional,
          advisory: item.advisory, required: isRequired(item), byChoice: item.place.marks !== undefined, window: item.window, threshold: item.threshold, alternativeTo: item.alternativeTo, cadence: item.cadence, parent: item.parentKey, owner: item.owner, due: item.due,
        })),
      })),
    })),
    seats: seats.map(({ team, role, line, name, date }) => ({ team, role, line, name, date })),
    meta: {
      status: meta.status, claimedCompletion: meta.claimedCompletion, lastUpdated: meta.lastUpdated,
      targetGoLive: meta.targetGoLive, nextReview: meta.nextReview,
    },
    choices: choices.map(({ id, kind, line, count, ask }) => ({ id, kind, line, count, message: ask, taken: taken.includes(id) })),
    findings: findings.map(({ kind, line, message }) => ({ kind, line, message })),
  };
}
