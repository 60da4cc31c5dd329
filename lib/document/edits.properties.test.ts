import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeAddGroup, judgeAddSection, judgeMoveGroup, judgeMoveSection, judgeRewordGroup, judgeRewordSection } from "@/lib/domain/judge-structure-headings";
import { judgeAddItem, judgeMoveItem, judgeRewordItem } from "@/lib/domain/judge-structure-items";
import { judgeRetireGroup, judgeRetireItem, judgeRetireSection, judgeReturnGroup, judgeReturnItem, judgeReturnSection } from "@/lib/domain/judge-structure-retire";
import { judgeAddSeat, judgeMoveSeat, judgeRetireSeat, judgeReturnSeat, judgeRewordSeat } from "@/lib/domain/judge-structure-seats";
import type { Outcome } from "@/lib/domain/refusal";
import type { LaunchState } from "@/lib/domain/state";
import { after, counter, max } from "@/lib/domain/testing/people";
import { isOwnOutline, outlineIn, shapeIn } from "./outline-of";
import { outlineOfLaunch } from "./outline-of-launch";
import type { ItemState, Reading } from "./reading";
import { seatsOfLaunch } from "./seats-of-launch";
import { bytesOf, read, seed, view } from "./testing/documents";
import { livingFrom } from "./testing/living";
import { holdsOutline, holdsSeats, writeDocument } from "./write";
import { isOwnSeats, showsSeats } from "./write-seat-lines";

const now = "2026-03-10T12:00:00.000Z";
const windows = "# Launch\r\n\r\nIntro.\r\n\r\n## 1. One\r\n\r\nProse of one.\r\n\r\n### First\r\n\r\n1. [ ] alpha\r\n2. [x] beta\r\n   - [ ] beta one\r\n   - [ ] beta two\r\n3. [ ] gamma\r\n\r\nMore prose.\r\n\r\n### Second\r\n\r\n* [ ] delta\r\n\r\n---\r\n\r\n## 2. Two\r\n\r\n- [ ] epsilon\r\n- [ ] zeta\r\n\r\n### Third\r\n\r\n+ [ ] eta\r\n\r\n## Approvals\r\n\r\n### Team\r\n\r\n- [ ] Lead: ______ Date: ______\r\n- [ ] Second: ______ Date: ______\r\n\r\n---\r\n\r\n**Status**: In Progress\r\n";
const documents: Record<string, Reading> = {
  "the built-in checklist": read(seed()), "Windows lines, numbers, nesting": read(windows),
  "a byte order mark, and tabs behind bullets and boxes": read("\uFEFF# Launch\n\n## One\n\n-\t[ ]\ta\n-\t[x]\tb\n\t- [ ] b one\n\n### Sub\n\n*\t[ ] c\n\n## Two\n\n1.\t[ ] d\n\n### Other\n\n+\t[ ]\te\n"),
  "setext headings and no line ending at the end": read("Launch\n======\n\nOne\n---\n\n- [ ] a\n- [ ] b\n\n### Sub\n\n- [ ] c\n\nTwo\n---\n\n- [ ] d\n\n### Other\n\n- [ ] e"),
};

type Step = readonly [kind: string, one: number, other: number, text: string];
const steps = fc.array(fc.tuple(
  fc.constantFrom("add", "under", "reword", "move", "cross", "retire", "return", "group", "retitle", "moveGroup", "crossGroup", "retireGroup", "returnGroup", "section", "resection", "moveSection", "retireSection", "returnSection", "seat", "reseat", "moveSeat", "retireSeat", "returnSeat"),
  fc.nat(), fc.nat(), fc.constantFrom("Alpha one", "Beta `two`", "Gamma (if needed)", "Ünïcode **bold** 日本"),
), { minLength: 1, maxLength: 7 });

/** One random edit, as the domain judges it; what it refuses changes nothing. */
function edit(state: LaunchState, [kind, one, other, text]: Step, at: number): LaunchState {
  const rows = <Row extends { retiredAt: string | null }>(of: Readonly<Record<string, Row>>, live = true) => Object.values(of).filter((row) => (row.retiredAt === null) === live);
  const pick = <Row>(of: readonly Row[], by: number): Row | undefined => of[by % Math.max(1, of.length)];
  const [item, group, section, seat] = [pick(rows(state.item), one), pick(rows(state.group), one), pick(rows(state.section), one), pick(rows(state.seat), one)];
  const id = counter(`step${at}-`);
  const retired = { item: pick(rows(state.item, false), one), group: pick(rows(state.group, false), one), section: pick(rows(state.section, false), one), seat: pick(rows(state.seat, false), one) };
  const beside = item && pick(rows(state.item).filter((row) => row.groupId === item.groupId && row.parentId === item.parentId), other);
  // Items right under a section's heading come before its groups, in every document.
  const titled = rows(state.group).filter((row) => row.title !== "" && !row.title.includes(" › "));
  const place = pick(titled, other);
  const own = pick(titled, one);
  const tries: Record<string, () => Outcome | undefined> = {
    add: () => group && judgeAddItem(state, max, { groupId: group.id, parentId: null, before: null, text: `${text} ${at}`, key: "key", window: "before" }, now, id),
    under: () => item && judgeAddItem(state, max, { groupId: item.groupId, parentId: item.id, before: null, text: `${text} ${at}`, key: "key", window: "before" }, now, id),
    reword: () => item && judgeRewordItem(state, max, { id: item.id, version: item.version, text: `${text} ${at}` }),
    move: () => item && judgeMoveItem(state, max, { id: item.id, version: item.version, groupId: item.groupId, parentId: item.parentId, before: beside?.id ?? null }),
    cross: () => item && place && judgeMoveItem(state, max, { id: item.id, version: item.version, groupId: place.id, parentId: null, before: null }),
    retire: () => item && judgeRetireItem(state, max, item, `2026-03-11T12:00:00.00${at}Z`),
    return: () => retired.item && judgeReturnItem(state, max, retired.item, now),
    group: () => section && judgeAddGroup(state, max, { sectionId: section.id, title: `Group ${at}` }, id),
    retitle: () => own && judgeRewordGroup(state, max, { ...own, text: `Title ${at}` }),
    moveGroup: () => own && judgeMoveGroup(state, max, { ...own, before: titled.find((row) => row.sectionId === own.sectionId && row.id !== own.id)?.id ?? null }),
    crossGroup: () => own && section && judgeMoveGroup(state, max, { ...own, sectionId: section.id, before: null }),
    retireGroup: () => group && judgeRetireGroup(state, max, group, `2026-03-12T12:00:00.00${at}Z`),
    returnGroup: () => retired.group && judgeReturnGroup(state, max, retired.group, now),
    section: () => judgeAddSection(state, max, { title: `Section ${at}` }, id),
    resection: () => section && judgeRewordSection(state, max, { ...section, text: `Chapter ${at}` }),
    moveSection: () => section && judgeMoveSection(state, max, { ...section, before: pick(rows(state.section), other)?.id ?? null }),
    retireSection: () => section && judgeRetireSection(state, max, section, `2026-03-13T12:00:00.00${at}Z`),
    returnSection: () => retired.section && judgeReturnSection(state, max, retired.section, now),
    seat: () => judgeAddSeat(state, max, { team: seat && other % 2 ? seat.team : `Team ${at}`, role: `Role ${at}`, key: "seat" }, now, id),
    reseat: () => seat && judgeRewordSeat(state, max, { ...seat, role: `Renamed ${at}` }),
    moveSeat: () => seat && judgeMoveSeat(state, max, { ...seat, before: pick(rows(state.seat), other)?.id ?? null }),
    retireSeat: () => seat && judgeRetireSeat(state, max, seat, now),
    returnSeat: () => retired.seat && judgeReturnSeat(state, max, retired.seat),
  };
  const outcome = tries[kind]?.();
  return outcome?.allowed ? after(state, outcome) : state;
}

const blank: ItemState = { work: "todo", reason: null, applicability: "applies", applicabilityReason: null, waiver: null, owner: null, due: null, evidence: [] };
const outlineFor = (reading: Reading, state: LaunchState) => outlineOfLaunch(reading, state, () => blank);
/** Lines that are no item's, no heading's and no seat's: prose, which only moves. */
function prose(text: string): string[] {
  return text.split(/\r\n|\n/).filter((line) => !/^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[|^#|^[-=]{3,}$|^\s*$|^(?:Launch|One|Two)$|^Title|^Chapter/.test(line)).sort();
}

describe.each(Object.entries(documents))("%s", (name, reading) => {
  const runs = { numRuns: Math.ceil(Number(process.env.FUZZ_RUNS ?? 200) / (reading.counts.items > 100 ? 8 : 2)) };
  const state: LaunchState = { ...livingFrom(reading), member: { max: { id: "max", role: "manager" as const, version: 1 } } };

  test("holds any edits of items, headings and seats where they belong, reads back as the launch, and keeps its prose", () => {
    fc.assert(fc.property(steps, (all) => {
      // As on the page: what the document could not hold is not done.
      const holds = (of: LaunchState) => holdsOutline(reading, outlineFor(reading, of)) && holdsSeats(reading, seatsOfLaunch(reading, of));
      const edited = all.reduce<LaunchState>((before, step, at) => {
        const next = edit(before, step, at);
        const held = next === before || holds(next);
        if (!name.startsWith("setext")) expect(held).toBe(true);
        return held ? next : before;
      }, state);
      const outline = outlineFor(reading, edited);
      const seats = seatsOfLaunch(reading, edited);
      const text = writeDocument(reading, view({}, { outline, ...(isOwnSeats(reading, seats) ? {} : { seatOutline: seats }) }));
      const again = read(bytesOf(text));
      expect(shapeIn(outlineIn(again))).toBe(shapeIn(outline));
      expect(showsSeats(again, seats)).toBe(true);
      expect(prose(text)).toEqual(prose(reading.original));
      if (reading.newline === "\r\n") expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    }), runs);
  }, 600_000);

  test("is its own again, byte for byte, once everything that was retired is back", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom("retire", "retireGroup", "retireSection", "retireSeat"), fc.nat(), fc.nat(), fc.constant("")), { minLength: 1, maxLength: 6 }), (all) => {
      let gone = all.reduce<LaunchState>(edit, state);
      for (let round = 0; round < 12; round += 1) for (const kind of ["returnSection", "returnGroup", "return", "returnSeat"]) for (let at = 0; at < 8; at += 1) gone = edit(gone, [kind, at, 0, ""], 0);
      expect(isOwnOutline(reading, outlineFor(reading, gone))).toBe(true);
      expect(isOwnSeats(reading, seatsOfLaunch(reading, gone))).toBe(true);
    }), runs);
  }, 600_000);
});
