import type { Day, Window } from "@/lib/domain/state";
import { slug } from "./keys";
import { launchRows } from "./launch-rows";
import { linkOffers, type LinkOffer } from "./links";
import { itemsOf, type Choice, type Reading } from "./reading";

export interface PreviewItem { text: string; line: number; checked: boolean; conditional: string | null; window: Window; nested: boolean; owner: string | null; due: Day | null }
export interface PreviewSection { key: string; title: string; count: number; groups: { title: string; items: PreviewItem[] }[] }

/** What an import would make of a document, as it is shown before anything is created. */
export interface Preview {
  title: string;
  /** Proposed address of the launch. */
  address: string;
  /** Of items, sign-off lines left out, so that it is the same figure as in the findings; groups are those that have a title. */
  counts: Omit<Reading["counts"], "tasks"> & { conditional: number; thresholds: number };
  sections: PreviewSection[];
  seats: { team: string; role: string; line: number }[];
  /** What was found, without the repeats, which are offered as links. */
  findings: { line: number; message: string }[];
  links: LinkOffer[];
  choices: Choice[];
  taken: string[];
  /** Questions about the launch whose answer will decide items, with how many. */
  questions: { question: string; items: number }[];
  goLive: Day | null;
  nextReview: Day | null;
}

export function previewOf(reading: Reading): Preview {
  const { title, counts: { tasks: _, ...counts }, sections, seats, findings, choices, taken, meta } = reading;
  const items = itemsOf(reading);
  let made = 0;
  // The rows are made only to be counted; no moment and no id of them is ever kept.
  const rows = launchRows(reading, "1970-01-01T00:00:00.000Z", () => String((made += 1)));
  return {
    title, address: addressFrom(title), choices, taken, goLive: meta.targetGoLive, nextReview: meta.nextReview,
    counts: {
      ...counts, groups: sections.reduce((sum, section) => sum + section.groups.filter((group) => group.title !== "").length, 0), checked: items.filter((item) => item.checked).length,
      conditional: items.filter((item) => item.conditional !== null).length, thresholds: items.filter((item) => item.threshold !== null).length,
    },
    sections: sections.map((section) => ({
      key: section.key, title: section.title, count: section.groups.reduce((sum, group) => sum + group.items.length, 0),
      groups: section.groups.map((group) => ({
        title: group.title,
        items: group.items.map(({ text, line, checked, conditional, window, parentKey, owner, due }) => ({ text, line, checked, conditional, window, nested: parentKey !== null, owner, due })),
      })),
    })),
    seats: seats.map(({ team, role, line }) => ({ team, role, line })),
    findings: findings.filter(({ kind }) => kind !== "repeat" && kind !== "near-repeat").map(({ line, message }) => ({ line, message })),
    links: linkOffers(reading),
    questions: rows.fact.map(({ id, question }) => ({ question, items: rows.item.filter((item) => item.factId === id).length })),
  };
}

/** A launch's address from a document's title: small letters, digits and single hyphens, 64 at most; never empty. */
export function addressFrom(title: string): string {
  return slug(title).replace(/[^a-z0-9]+/g, "-").slice(0, 64).replace(/^-+|-+$/g, "") || "launch";
}
