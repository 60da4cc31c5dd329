import type { Fact, Group, Instant, Item, Note, Seat, Section, Waiver } from "@/lib/domain/state";
import { isRequired } from "./held";
import { questionOf } from "./questions";
import type { ReadItem, Reading } from "./reading";

/** The rows a document becomes in a new launch. */
export interface DocumentRows {
  section: Section[];
  group: Group[];
  fact: Fact[];
  item: Item[];
  waiver: Waiver[];
  seat: Seat[];
  note: Note[];
}

/** A document may say "blocked" without saying why; here nothing is blocked without a reason, so the gap itself is told. */
export const noReason = "The document gives no reason.";

interface Making {
  at: Instant;
  newId: () => string;
  rows: DocumentRows;
  itemIds: Map<string, string>;
  factIds: Map<string, string>;
  /** The first of its alternatives by item key: its id is their word, a key would tell its words. */
  alternatives: Map<string, string>;
  ownerOf: (words: string) => string | null;
}

/**
 * What a document says as rows of a new launch. Ticks and notes are adopted as claimed work by "the document"; names on
 * sign-off lines are kept to be shown, and waivers arrive as requested (decision rules §10). `ownerOf` gives the member whose very name or e-mail an owner's words are.
 */
export function launchRows(reading: Reading, at: Instant, newId: () => string, ownerOf: (words: string) => string | null = () => null): DocumentRows {
  const rows: DocumentRows = { section: [], group: [], fact: [], item: [], waiver: [], seat: [], note: [] };
  const making: Making = { at, newId, rows, itemIds: new Map(), factIds: new Map(), alternatives: alternativesOf(reading), ownerOf };
  for (const read of reading.sections) {
    const section: Section = {
      id: newId(), key: read.key, title: read.title, position: rows.section.length, proof: null, proofReason: null, proofAt: null, validDays: null, retiredAt: null, version: 1,
    };
    rows.section.push(section);
    for (const { title, items } of read.groups) {
      const group: Group = { id: newId(), sectionId: section.id, title, position: rows.group.length, retiredAt: null, version: 1 };
      rows.group.push(group);
      for (const item of items) addItem(making, item, section.id, group.id);
    }
  }
  decideAlternativesByFact(rows);
  rows.seat = reading.seats.map((seat, position) => ({
    id: newId(), key: seat.key, team: seat.team, role: seat.role, position, line: seat.line, holderId: null, holderAt: null, delegateId: null,
    delegateFrom: null, delegateTo: null, sections: null, mustAnswer: false, documentName: seat.name, documentDate: seat.date, createdAt: at,
    retiredAt: null, version: 1,
  }));
  rows.note = reading.notes.map(({ kind, text }) => ({
    id: newId(), kind: kind ?? "consideration", text, authorId: null, at, retiredAt: null, version: 1,
  }));
  return rows;
}

function alternativesOf(reading: Reading): Map<string, string> {
  const words = new Map<string, string>();
  for (const item of reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items))) {
    if (!item.alternativeTo) continue;
    const word = words.get(item.alternativeTo) ?? item.alternativeTo;
    words.set(item.alternativeTo, word);
    words.set(item.key, word);
  }
  return words;
}

function addItem(making: Making, read: ReadItem, sectionId: string, groupId: string): void {
  const { at, rows, newId } = making;
  const id = newId();
  making.itemIds.set(read.key, id);
  const question = read.conditional ? questionOf(read.conditional, read.text) : null;
  const factId = question ? factFor(making, question.key, question.question) : null;
  // Ticking an undecided item decides that it applies (§2), whoever ticks it.
  const decided = read.checked && read.applicability === "undecided";
  const applicability = decided ? "applies" : read.applicability;
  const required = isRequired(read);
  const said = read.advisory === null ? noReason : `The document says "${read.advisory}".`;
  const requiredReason = read.held?.requiredReason ?? (required ? null : said);
  const notApplicable = applicability === "not-applicable";
  rows.item.push({
    id, sectionId, groupId, parentId: read.parentKey ? (making.itemIds.get(read.parentKey) ?? null) : null, key: read.key, text: read.text,
    position: rows.item.length, line: read.line, required,
    requiredReason, requiredAt: required && requiredReason === null ? null : at, window: read.window,
    condition: read.conditional, factId, factAnswer: question?.answer ?? null, alternatives: making.itemIds.get(making.alternatives.get(read.key) ?? "") ?? null,
    applicability, applicabilityReason: notApplicable ? (read.applicabilityReason ?? noReason) : read.applicabilityReason, applicabilityBy: applicability === "undecided" ? null : "document",
    applicabilityAt: at, inScopeAt: null, work: read.work, workReason: read.work === "blocked" ? (read.reason ?? noReason) : null, workBy: null,
    workAt: read.work === "todo" ? null : at, workSince: null, ownerId: read.owner === null ? null : making.ownerOf(read.owner), due: read.due, proof: null, proofReason: null, proofAt: null, validDays: null, hadProof: false, neverWaive: false,
    cadence: read.cadence, threshold: read.threshold, link: null, createdAt: at, retiredAt: null, version: 1,
  });
  if (read.waiver) addWaiver(making, id, read.waiver);
}

function addWaiver(making: Making, itemId: string, claimed: NonNullable<ReadItem["waiver"]>): void {
  if (!claimed.reason || !claimed.control || !claimed.until) return;
  making.rows.waiver.push({
    id: making.newId(), itemId, reason: claimed.reason, control: claimed.control, endsAt: `${claimed.until}T23:59:59.999Z`, requestedBy: null,
    requestedAt: making.at, state: "requested", decidedBy: null, decidedAt: null, decidedReason: null, endedAt: null, version: 1,
  });
}

function factFor(making: Making, key: string, question: string): string {
  const known = making.factIds.get(key);
  if (known) return known;
  const id = making.newId();
  making.factIds.set(key, id);
  const position = making.rows.fact.length;
  making.rows.fact.push({ id, key, question, answer: null, answeredBy: null, answeredAt: null, position, createdAt: making.at, version: 1 });
  return id;
}

/** Alternatives of which one hangs on a fact all hang on it: yes makes that one required, no the others (§2). */
function decideAlternativesByFact(rows: DocumentRows): void {
  for (const item of rows.item) {
    if (!item.alternatives || item.factId) continue;
    const deciding = rows.item.find((other) => other.alternatives === item.alternatives && other.factId !== null);
    if (!deciding || deciding.factAnswer === null) continue;
    item.factId = deciding.factId;
    item.factAnswer = !deciding.factAnswer;
  }
}
