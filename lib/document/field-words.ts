import { applicabilities, windows, works, type Applicability, type Window, type Work } from "@/lib/domain/state";

/** What a step or a question of a merge is about, in words: the fields of an item, and those of seats, headings and the launch. */
const names: Readonly<Record<string, string>> = {
  text: "words", window: "when", condition: "condition", threshold: "target", cadence: "how often", alternatives: "alternatives", required: "weight", applicability: "applicability",
  work: "state", due: "due", owner: "owner", goLive: "go-live", nextReview: "next review", section: "section", group: "group", says: "the document says",
  added: "new", returned: "back again", removed: "gone", renamed: "called otherwise", link: "shared proof",
};
const ofWindow: Record<Window, string> = { before: "before launch", "final-week": "final week", "launch-day": "launch day", "first-24h": "first 24 hours", ongoing: "ongoing" };
const ofWork: Record<Work, string> = { todo: "to do", "in-progress": "in progress", blocked: "blocked", done: "done" };
const ofApplicability: Record<Applicability, string> = { applies: "applies", undecided: "undecided", "not-applicable": "not applicable" };

export function fieldName(field: string): string {
  return names[field] ?? field;
}

/** A value of such a field in words; a reason behind it stays as somebody wrote it. `null` = there is none. */
export function fieldValue(field: string | null, value: string | null): string {
  if (value === null) return "none";
  if (field === "window") return wordFor(windows, ofWindow, value);
  if (field === "work") return wordFor(works, ofWork, value);
  return field === "applicability" ? wordFor(applicabilities, ofApplicability, value) : value;
}

function wordFor<T extends string>(all: readonly T[], words: Record<T, string>, value: string): string {
  const end = value.indexOf(":");
  const head = end < 0 ? value : value.slice(0, end);
  const known = all.find((one) => one === head);
  const rest = end < 0 ? "" : value.slice(end).replace(/^: $/, "");
  return known === undefined ? value : `${words[known]}${rest}`;
}
