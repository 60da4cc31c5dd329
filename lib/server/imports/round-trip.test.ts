import fc from "fast-check";
import { expect, test } from "vitest";
import { settleHeld } from "@/lib/document/held";
import { settle, settleUrl } from "@/lib/document/note-text";
import { itemsOf, type Held } from "@/lib/document/reading";
import { readDocument } from "@/lib/document/read";
import { mergeReading } from "@/lib/document/merge";
import { writeBytes } from "@/lib/document/write";
import { read } from "@/lib/document/testing/documents";
import { livingFrom } from "@/lib/document/testing/living";
import { anyState, hostileWords } from "@/lib/document/testing/nasty";
import { judge } from "@/lib/domain/judge";
import type { Evidence, Item, LaunchState, Note, Waiver } from "@/lib/domain/state";
import { evidence, note, waiver } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { exportCsv, type Exported } from "../exports/csv";
import { exportJson } from "../exports/json";
import { documentView } from "../exports/markdown";
import { exportXlsx } from "../exports/xlsx";
import { statusOf } from "../queries/status";
import { toDocument } from "./to-document";

const now = "2026-03-10T12:00:00.000Z";
const checklist = `# Harbour

## 1. Platform

- [ ] Network is open
  - [ ] Inside
  - [ ] Outside

### Database

- [ ] Backups run daily
- [ ] Replication configured (if needed)
- [ ] p95 < 200 ms

### Containers

- [ ] Docker Compose configured
- [ ] Or Kubernetes cluster ready (if using K8s)

## 2. Launch

### Launch Day Checks

- [ ] Everybody is reachable (nice to have)

## Sign-Off

### Crew

- [ ] Captain: ____ Date: ____
`;

const people = { ann: { name: "Ann, of ops", email: "ann@example.com" } };
const inOrder = (state: LaunchState) => Object.values(state.item).sort((a, b) => a.position - b.position);
const parentsIn = (state: LaunchState) => new Set(Object.values(state.item).map(({ parentId }) => parentId));

/** What a launch may have become: any state on every item that has one of its own, proofs, waivers, notes and dates. */
const lived = fc.record({
  states: fc.array(anyState, { minLength: 11, maxLength: 11 }), goLive: fc.option(fc.constant("2026-05-01T09:00"), { nil: null }), nextReview: fc.option(fc.constant("2026-04-01"), { nil: null }),
  notes: fc.array(hostileWords, { maxLength: 2 }), zone: fc.constantFrom("UTC", "Pacific/Kiritimati", "America/New_York"),
}).map(({ states, goLive, nextReview, notes, zone }) => {
  const state = livingFrom(read(checklist));
  const parents = parentsIn(state);
  const proofs: Evidence[] = [];
  const waivers: Waiver[] = [];
  const item = Object.fromEntries(Object.values(state.item).map((row, at): [string, Item] => {
    const some = states[at];
    if (!some || parents.has(row.id)) return [row.id, row];
    // Only what is conditional can be undecided, and doing it decides it.
    const applicability = some.applicability === "undecided" && (row.condition === null || some.work === "done") ? "applies" : some.applicability;
    const why = settle(some.applicabilityReason) ?? "why not";
    for (const [index, link] of some.evidence.flatMap(({ url, ...rest }) => ({ ...rest, url: settleUrl(url) ?? "" })).filter(({ url }) => url !== "").entries()) proofs.push(evidence(`e${at}-${index}`, row.id, { kind: "link", title: settle(link.title) ?? "", url: link.url, trueAt: `${link.on ?? "2026-02-01"}T12:00:00.000Z` }));
    if (some.waiver) waivers.push(waiver(`w${at}`, row.id, { state: some.waiver.state, reason: settle(some.waiver.reason) ?? "why", control: settle(some.waiver.control) ?? "how", endsAt: "2026-06-01T12:00:00.000Z" }));
    return [row.id, {
      ...row, work: some.work, workReason: some.work === "blocked" ? (settle(some.reason) ?? "why") : null, workAt: some.work === "todo" ? null : now, applicability,
      applicabilityReason: applicability === "not-applicable" ? why : null, due: some.due, ...heldOf(some.held), ownerId: some.owner === null ? null : "ann",
    }];
  }));
  const noted: Note[] = notes.flatMap((text, at) => (settle(text) === null ? [] : [note(`n${at}`, { text, at: `2026-02-0${at + 1}T00:00:00.000Z` })]));
  return {
    ...state, item, launch: { ...state.launch, goLive, nextReview, zone }, evidence: Object.fromEntries(proofs.map((one) => [one.id, one])),
    waiver: Object.fromEntries(waivers.map((one) => [one.id, one])), note: Object.fromEntries(noted.map((one) => [one.id, one])),
  };
});

/** What somebody set here: only what a line can say (`settleHeld`). */
function heldOf(held: Held | undefined): Partial<Item> {
  if (!held) return {};
  const { required, window, threshold } = held;
  const target = threshold && { ...threshold, metric: settle(threshold.metric) ?? "what", unit: settle(threshold.unit) ?? "" };
  return {
    required, requiredReason: required ? null : (settle(held.requiredReason) ?? "not now"), requiredAt: now, window,
    ...(target && settleHeld({ ...held, threshold: target }, { required, requiredReason: null, window, threshold: null }, "")?.threshold ? { threshold: target } : {}),
  };
}

function exportedOf(state: LaunchState): Exported {
  return { state, judgement: judge(state, now, sha256), people };
}
function back(name: string, bytes: Uint8Array) {
  const first = toDocument({ name, bytes });
  const given = first.kind === "table" ? toDocument({ name, bytes }, { mapping: first.table.mapping }) : first;
  if (given.kind !== "document") throw new Error(given.kind === "refused" ? given.sentence : "a table");
  const outcome = readDocument(given.bytes);
  if (!outcome.ok) throw new Error(outcome.sentence);
  return { reading: outcome.reading, state: { ...livingFrom(outcome.reading), member: {} } };
}
/** Every item with what each of the formats holds, in the document's order. */
function said(state: LaunchState, sheet = false) {
  const { items } = judge(state, now, sha256);
  // What children are decides what a parent is.
  const parents = parentsIn(state);
  return Object.values(state.item).sort((a, b) => a.position - b.position).map((item) => ({
    text: item.text, section: state.section[item.sectionId]?.title, group: state.group[item.groupId]?.title, parent: item.parentId && state.item[item.parentId]?.text,
    required: item.required, condition: item.condition, work: items[item.id]?.work, applicability: items[item.id]?.applicability,
    blocked: item.work === "blocked" && !parents.has(item.id) ? settle(item.workReason) : null, due: item.due,
    // One that is not applicable only because of others has no reason of its own.
    // Rows have no column that is read as a window, a target or why something is advisory.
    ...(sheet ? {} : { window: item.window, threshold: item.threshold, advisory: item.required ? null : item.requiredReason }),
    why: items[item.id]?.applicability === "not-applicable" ? settle(item.applicabilityReason) : null,
  }));
}
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 150) };

test.each(["csv", "xlsx", "json"] as const)("whatever a launch has become, its export as %s comes in again as the same items in the same state", (format) => {
  fc.assert(fc.property(lived, (state) => {
    const launch = exportedOf(state);
    const bytes = format === "xlsx" ? exportXlsx(launch) : new TextEncoder().encode(format === "csv" ? exportCsv(launch) : exportJson(launch, statusOf(launch)));
    const { reading, state: made } = back(`harbour.${format}`, bytes);
    expect(said({ ...made, launch: { ...made.launch, goLive: state.launch.goLive, zone: state.launch.zone }, evidence: state.evidence }, format !== "json")).toEqual(said({ ...state, waiver: {} }, format !== "json"));
    expect(reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items.map(({ owner }) => owner)))).toEqual(
      Object.values(state.item).sort((a, b) => a.position - b.position).map(({ ownerId }) => ownerId && people.ann.name));
  }), runs);
});

test("the JSON export brings seats, notes, dates, links and waivers along as well, waivers as requested", () => {
  fc.assert(fc.property(lived, (state) => {
    const launch = exportedOf(state);
    const { reading, state: made } = back("harbour.json", new TextEncoder().encode(exportJson(launch, statusOf(launch))));
    expect(Object.values(made.seat).map(({ team, role, key }) => [team, role, key])).toEqual([["Crew", "Captain", "crew/captain"]]);
    expect([made.launch.goLive?.slice(0, 10) ?? null, made.launch.nextReview]).toEqual([state.launch.goLive?.slice(0, 10) ?? null, state.launch.nextReview]);
    const links = (of: LaunchState) => Object.values(of.item).sort((a, b) => a.position - b.position).map((item) => Object.values(of.evidence).filter(({ itemId }) => itemId === item.id).length);
    expect(reading.sections.flatMap((section) => section.groups.flatMap((group) => group.items.map(({ evidence: all }) => all.length)))).toEqual(links(state));
    expect(Object.values(made.waiver).map(({ reason, state: standing }) => [reason, standing])).toEqual(
      Object.values(state.item).sort((a, b) => a.position - b.position).flatMap((item) => Object.values(state.waiver).filter(({ itemId }) => itemId === item.id).map(({ reason }) => [reason, "requested"])));
    expect(reading.notes).toHaveLength(Object.keys(state.note).length);
  }), runs);
});

test("the Markdown export brings back the launch's state on every axis that a document can hold", () => {
  fc.assert(fc.property(lived, (state) => {
    const document = { reading: read(checklist) };
    const launch = exportedOf(state);
    const outcome = readDocument(writeBytes(document.reading, documentView(launch, document, now)));
    if (!outcome.ok) throw new Error(outcome.sentence);
    const made = livingFrom(outcome.reading);
    // The document has no line for its dates; they come with the launch's settings.
    const dated = { ...made, member: {}, launch: { ...made.launch, goLive: state.launch.goLive, zone: state.launch.zone }, evidence: state.evidence };
    expect(said(dated)).toEqual(said({ ...state, waiver: {} }));
    expect(itemsOf(outcome.reading).map(({ owner }) => owner)).toEqual(inOrder(state).map(({ ownerId }) => ownerId && people.ann.name));
    const links = (item: Item) => Object.values(state.evidence).filter(({ itemId }) => itemId === item.id).map(({ title, url }) => [title.replace(/\n/g, " ") || url, url]);
    expect(itemsOf(outcome.reading).map(({ evidence: all }) => all.map(({ title, url }) => [title, url]))).toEqual(inOrder(state).map(links));
    const requests = (of: LaunchState) => inOrder(of).flatMap((item) => Object.values(of.waiver).filter(({ itemId }) => itemId === item.id).map(({ reason, control }) => [item.text, reason, control]));
    expect(requests(made)).toEqual(requests(state));
    expect(Object.values(made.note).map(({ text }) => text.replace(/\s+/g, " "))).toHaveLength(Object.keys(state.note).length);
    // And our own export is no news to the launch that it is of.
    expect(mergeReading(document.reading, outcome.reading, state, { ann: people.ann.name }).steps.filter(({ kind }) => kind !== "note")).toEqual([]);
  }), runs);
}, 600_000);
