import fc from "fast-check";
import { expect, test } from "vitest";
import { ownOf } from "./held";
import { settleState } from "./item-notes";
import { linesOf } from "./lines";
import { locate } from "./locate";
import { readDocument } from "./read";
import { itemsOf, type ReadItem } from "./reading";
import { anyState, nasty } from "./testing/nasty";
import { bytesOf, changedLines, read, seed, stateOf, view } from "./testing/documents";
import { unchangedView, writeBytes, writeDocument } from "./write";

/** A view that is silent on what an item is held to leaves it as the line says. */
const heldOf = (items: readonly ReadItem[], key: string) => {
  const held = items.find((item) => item.key === key)?.held;
  return held ? { held } : {};
};
const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 400) };
const patience = 600_000;

test("any bytes are read or refused with a sentence, never thrown at", () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), nasty.map(bytesOf)), (bytes) => {
    const outcome = readDocument(bytes);
    if (!outcome.ok) expect(outcome.sentence).toMatch(/^[A-Z].*\.$/);
  }), runs);
}, patience);

test("any document comes back byte for byte while nothing has changed", () => {
  fc.assert(fc.property(nasty, fc.boolean(), (text, bom) => {
    const bytes = bytesOf(`${bom ? "\ufeff" : ""}${text}`);
    const outcome = readDocument(bytes);
    if (!outcome.ok) return;
    expect(writeBytes(outcome.reading, unchangedView(outcome.reading))).toEqual(bytes);
    expect(writeDocument(outcome.reading, { ...unchangedView(outcome.reading), changed: true }).length >= 0).toBe(true);
  }), runs);
}, patience);

test("every task is one item or one sign-off line, each item with its own key and its box where it says", () => {
  fc.assert(fc.property(nasty, (text) => {
    const outcome = readDocument(bytesOf(text));
    if (!outcome.ok) return;
    const { reading } = outcome;
    const items = itemsOf(reading);
    expect(items.length + reading.seats.length).toBe(reading.counts.tasks);
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
    for (const { place, checked, line } of items) {
      expect(reading.original.slice(place.box.from, place.box.to)).toMatch(checked ? /^\[[xX]\]$/ : /^\[\s+\]$/);
      const own = linesOf(reading.original)[line - 1];
      expect(place.box.from >= (own?.from ?? NaN) && place.box.from <= (own?.to ?? NaN)).toBe(true);
    }
  }), runs);
}, patience);

test("cutting a document for the parser changes neither tasks nor headings", () => {
  fc.assert(fc.property(nasty, (text) => {
    const lines = linesOf(text);
    const [cut, whole] = [locate(text, lines, 0, 1), locate(text, lines, 0, Infinity)];
    expect(cut.tasks).toEqual(whole.tasks);
    expect(cut.headings).toEqual(whole.headings);
  }), runs);
}, patience);

test("ticking one item changes exactly one line, and every other item reads as before", () => {
  fc.assert(fc.property(nasty, fc.nat(), (text, pick) => {
    const outcome = readDocument(bytesOf(text));
    if (!outcome.ok) return;
    const items = itemsOf(outcome.reading);
    const item = items[pick % Math.max(1, items.length)];
    // A box broken over two lines is made whole: the one case in which its second line changes too.
    if (!item || /[\r\n]/.test(outcome.reading.original.slice(item.place.box.from, item.place.box.to))) return;
    const wanted = { ...stateOf(item), work: item.checked ? "todo" as const : "done" as const, reason: null };
    const written = writeDocument(outcome.reading, view({ [item.key]: { ...wanted, applicability: "applies" } }, { seats: {} }));
    const ticks = outcome.reading.seats.filter((seat) => seat.checked || seat.position !== null).map((seat) => seat.line);
    expect(changedLines(outcome.reading.original, written).filter((line) => !ticks.includes(line))).toHaveLength(1);
    const again = itemsOf(read(written));
    expect(again.map((one) => [one.key, one.text, one.work])).toEqual(items.map((one) => [one.key, one.text, one === item ? wanted.work : one.work]));
  }), runs);
}, patience);

test("any state written into any document reads back the same, on every axis a line can hold", () => {
  fc.assert(fc.property(nasty, fc.array(anyState, { minLength: 1, maxLength: 5 }), (text, states) => {
    const outcome = readDocument(bytesOf(text));
    if (!outcome.ok) return;
    const items = itemsOf(outcome.reading);
    const wanted = Object.fromEntries(items.map((item, at) => [item.key, states[at % states.length] ?? stateOf(item)]));
    const written = writeDocument(outcome.reading, view(wanted));
    const again = itemsOf(read(written));
    expect(again.map((item) => [item.key, item.text])).toEqual(items.map((item) => [item.key, item.text]));
    for (const item of again) {
      const asked = wanted[item.key];
      expect(stateOf(item)).toEqual(asked && settleState(asked.held ? asked : { ...asked, ...heldOf(items, item.key) }, { text: item.text, own: ownOf(item) }));
    }
  }), runs);
}, patience);

test("any state of the built-in checklist survives export and import", () => {
  const reading = read(seed());
  const items = itemsOf(reading);
  fc.assert(fc.property(fc.array(anyState, { minLength: 5, maxLength: 20 }), (states) => {
    const wanted = Object.fromEntries(items.map((item, at) => [item.key, states[at % states.length] ?? stateOf(item)]));
    const again = itemsOf(read(writeDocument(reading, view(wanted))));
    expect(again.map((item) => [item.key, stateOf(item)])).toEqual(items.map((item) => [item.key, settleState(wanted[item.key] ?? item, { text: item.text, own: ownOf(item) })]));
  }), { numRuns: 10 });
}, patience);
