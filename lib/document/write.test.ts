import { describe, expect, test } from "vitest";
import { itemsOf, type ItemState } from "./reading";
import { bytesOf, changedLines, item, read, seed, stateOf, view } from "./testing/documents";
import type { DocumentView } from "./view";
import { writeBytes, writeDocument } from "./write";

const reading = read(seed());
const plainState: ItemState = {
  work: "todo", reason: null, applicability: "applies", applicabilityReason: null, waiver: null, owner: null, due: null, evidence: [],
};

function line(text: string, number: number): string | undefined {
  return text.split("\n")[number - 1];
}
function written(start: string, state: Partial<ItemState>, document = reading) {
  const { key, line: number } = item(document, start);
  const text = writeDocument(document, view({ [key]: { ...plainState, ...state } }));
  expect(changedLines(document.original, text)).toEqual([number]);
  expect(stateOf(item(read(text), start))).toEqual({ ...plainState, ...state });
  return line(text, number);
}

describe("an item's line", () => {
  test("says not applicable with its reason, as a readable note", () => {
    expect(written("NATS clustering", { applicability: "not-applicable", applicabilityReason: "single node is enough" }))
      .toBe("- [ ] NATS clustering configured (if needed) — **N/A**: single node is enough");
  });
  test("says blocked with its reason", () => {
    expect(written("VPC and network", { work: "blocked", reason: "waiting for the network team" }))
      .toBe("- [ ] VPC and network security configured — **Blocked**: waiting for the network team");
  });
  test("says in progress, who owns it, by when, and with which proof", () => {
    const evidence = [{ title: "Plan (v2)", url: "https://example.com/plan_(2)?a=1&b=*", on: "2026-01-03" }, { title: "Run", url: "https://example.com/run", on: null }];
    expect(written("CDN configured", { work: "in-progress", owner: "ops@example.com", due: "2026-02-01", evidence })).toBe(
      "- [ ] CDN configured for static assets — **In progress** — **Owner**: ops@example.com — **Due**: 2026-02-01"
      + " — **Evidence**: [Plan (v2)](https://example.com/plan_\\(2\\)?a=1&b=\\*) (2026-01-03), [Run](https://example.com/run)");
  });
  test("says that a conditional item applies before it is done, and needs no note once it is ticked", () => {
    expect(written("Redis failover", { applicability: "applies" })).toBe("- [ ] Redis failover setup (if needed) — **Applies**");
    expect(written("Redis failover", { work: "done" })).toBe("- [x] Redis failover setup (if needed)");
  });
  test("says what a waiver is, with its control and end", () => {
    const waiver = { state: "active", until: "2026-03-01", reason: "not before spring", control: "weekly review" } as const;
    expect(written("DDoS protection", { waiver })).toBe(
      "- [ ] DDoS protection enabled — **Waived until 2026-03-01**: not before spring — **Compensating control**: weekly review");
  });
  test("keeps words of its own that only resemble a note", () => {
    const document = read("- [ ] Deploy — **Blocked** by legal\n- [ ] Call — **see** notes\n");
    expect(itemsOf(document).map((one) => [one.text, one.work])).toEqual([["Deploy — **Blocked** by legal", "todo"], ["Call — **see** notes", "todo"]]);
    expect(written("Call", { work: "in-progress" }, document)).toBe("- [ ] Call — **see** notes — **In progress**");
  });
  test("has its note before a hard break and behind code that runs over the line's end", () => {
    const document = read("- [ ] one\\\n  two\n- [ ] three  \n  four\n- [ ] five `six\n  seven` eight\n");
    expect(written("one", { work: "blocked", reason: "r" }, document)).toBe("- [ ] one — **Blocked**: r\\");
    expect(written("three", { work: "blocked", reason: "r" }, document)).toBe("- [ ] three — **Blocked**: r  ");
    const evidence = [{ title: "Date: ____", url: "https://example.com/Date:____", on: null }];
    expect(written("see: one", { evidence }, read("- [ ] see: one\\\n  two\n")))
      .toBe("- [ ] see: one — **Evidence**: [Date: \\_\\_\\_\\_](https://example.com/Date:____)\\");
    const { key } = item(document, "five");
    const text = writeDocument(document, view({ [key]: { ...plainState, work: "blocked", reason: "r" } }));
    expect(changedLines(document.original, text)).toEqual([6]);
    expect(line(text, 6)).toBe("  seven` eight — **Blocked**: r");
    expect(item(read(text), "five")).toMatchObject({ work: "blocked", reason: "r", text: "five `six seven` eight" });
  });
  test("says what somebody set here against its words: required or advisory, when, and the target", () => {
    const { window, threshold } = item(reading, "CDN configured");
    const held = { required: true, requiredReason: null, window, threshold };
    expect(written("CDN configured", { held: { ...held, required: false, requiredReason: "static pages only" } }))
      .toBe("- [ ] CDN configured for static assets — **Advisory**: static pages only");
    expect(written("CDN configured", { held: { ...held, window: "first-24h", threshold: { metric: "cache hits", comparator: ">=", limit: 95.5, unit: "%" } } }))
      .toBe("- [ ] CDN configured for static assets — **When**: first 24 hours — **Target**: cache hits ≥ 95.5 %");
    const other = read("# Lista para la salida\n\n- [ ] Modo oscuro para los usuarios (deseable)\n- [ ] Los registros están en el servidor\n");
    const own = item(other, "Modo");
    expect(written("Modo", { held: { required: true, requiredReason: "lo pide el cliente", window: "before", threshold: { metric: own.text, comparator: "<", limit: null, unit: "s" } } }, other))
      .toBe("- [ ] Modo oscuro para los usuarios (deseable) — **Obligatorio**: lo pide el cliente — **Objetivo**: < ? s");
  });
  test("says nothing of what its words say already, and keeps words that only resemble a target or a time", () => {
    const document = read("- [ ] Latency p95 < 200 ms (nice to have)\n- [ ] Call — **When**: Friday\n- [ ] Load — **Target**: as agreed\n");
    const { window, threshold, key } = item(document, "Latency");
    expect(writeDocument(document, view({ [key]: { ...plainState, held: { required: false, requiredReason: null, window, threshold } } }))).toBe(document.original);
    expect(itemsOf(document).slice(1).map(({ text }) => text)).toEqual(["Call — **When**: Friday", "Load — **Target**: as agreed"]);
  });
  test("is written in Spanish where the document is Spanish", () => {
    const document = read("# Lista para la salida\n\n- [ ] Copias de seguridad probadas y revisadas (si procede)\n- [ ] Los registros están en el servidor\n");
    expect(document.language).toBe("es");
    expect(written("Copias", { applicability: "not-applicable", applicabilityReason: "sin datos" }, document))
      .toBe("- [ ] Copias de seguridad probadas y revisadas (si procede) — **No aplica**: sin datos");
  });
  test("loses its notes when they no longer hold", () => {
    const document = read("- [ ] Deploy — **Blocked**: reason — **Owner**: ops\n");
    expect(written("Deploy", { work: "done" }, document)).toBe("- [x] Deploy");
  });
  test("that says what is wanted already stays as somebody wrote it", () => {
    const document = read("- [X] Deploy  –  **owner**:  ops \n");
    const text = writeDocument(document, view({ [item(document, "Deploy").key]: { ...plainState, work: "done", owner: "ops" } }));
    expect(text).toBe(document.original);
  });
});

describe("once something has changed", () => {
  const footer: DocumentView["footer"] = {
    verdict: "no-go", verified: { done: 118, of: 189, percent: 62 }, claimed: { done: 146, of: 189, percent: 77 },
    lastUpdated: "2026-01-05", nextReview: null, goLive: "2026-02-01",
  };
  test("header and footer say what is computed, and nothing else changes", () => {
    const text = writeDocument(reading, view({}, { footer }));
    expect(changedLines(reading.original, text)).toEqual([7, 8, 389, 390, 391]);
    expect([7, 8, 389, 390, 391, 392].map((number) => line(text, number))).toEqual([
      "**Status Date**: 2026-01-05", "**Target Go-Live**: 2026-02-01", "**Status**: 🔴 No-go",
      "**Completion**: 118 of 189 verified (62 %), 146 claimed (77 %)", "**Last Updated**: 2026-01-05", "**Next Review**: TBD",
    ]);
    expect(read(text).meta).toMatchObject({ status: "No-go", claimedCompletion: 77, targetGoLive: "2026-02-01", nextReview: null });
  });
  test("a go decided against the verdict stands beside the verdict", () => {
    expect(line(writeDocument(reading, view({}, { footer: { ...footer, againstVerdict: true } })), 389)).toBe("**Status**: 🔴 No-go, decided go against the verdict");
  });
  test("a valid go fills in and ticks its line; every other position is a note on an unticked one", () => {
    const seats: DocumentView["seats"] = {
      "development-team/lead-developer": { position: "go", name: "Lead_One", date: "2026-01-05", valid: true, reason: null },
      "development-team/devops-engineer": { position: "no-go", name: "Ops One", date: "2026-01-06", valid: true, reason: "no backups" },
      "operations-team/operations-manager": { position: "go", name: "Ops Two", date: "2026-01-07", valid: false, reason: null },
    };
    const text = writeDocument(reading, view({}, { seats }));
    expect([366, 367, 370].map((number) => line(text, number))).toEqual([
      "- [x] Lead Developer: Lead_One Date: 2026-01-05",
      "- [ ] DevOps Engineer: ___________________ Date: _______ — **No-go**: Ops One, 2026-01-06: no backups",
      "- [ ] Operations Manager: ___________________ Date: _______ — **Go, no longer valid**: Ops Two, 2026-01-07",
    ]);
    expect(changedLines(reading.original, text)).toEqual([366, 367, 370]);
    const again = read(text);
    expect(again.seats.map((seat) => [seat.name, seat.position])).toEqual([
      ["Lead_One", null], [null, "no-go"], [null, "go"], [null, null], [null, null], [null, null],
    ]);
    expect(again.counts).toMatchObject({ items: 213, seats: 6, checked: 1 });
    expect(again.findings.filter((one) => one.kind === "document-says").map((one) => one.line)).toEqual([366, 367, 370]);
    expect(writeDocument(again, view({}))).toBe(text.replace("- [x] Lead", "- [ ] Lead")
      .replace(" — **No-go**: Ops One, 2026-01-06: no backups", "").replace(" — **Go, no longer valid**: Ops Two, 2026-01-07", ""));
  });
  test("notes stand in the document's own place for them, and read back", () => {
    const notes = [
      { kind: "risk", text: "One supplier\n```\nonly", author: "ops", date: "2026-01-05" },
      { kind: "consideration", text: "A holiday", author: null, date: null },
    ] as const;
    const text = writeDocument(reading, view({}, { notes }));
    expect(text).toContain("```\nRisk (2026-01-05, ops): One supplier\n");
    expect(read(text).notes.map(({ kind, text: words }) => [kind, words.split("\n").length])).toEqual([["risk", 3], ["consideration", 1]]);
    expect(read(text).counts).toEqual(reading.counts);
    expect(writeDocument(read("- [ ] one\n"), view({}, { notes: notes.slice(1) }))).toBe("- [ ] one\n\n## Notes\n\n```\nConsideration: A holiday\n```\n");
  });
});

test("unchanged is byte for byte, whatever the view says: a false footer and a mark at the beginning included", () => {
  const bytes = bytesOf("\ufeff# T\r\n\r\n- [x] one\r\n\r\n**Completion**: 1 %\r\n");
  const document = read(bytes);
  const wanted = { ...view({ [item(document, "one").key]: plainState }), changed: false };
  expect(writeBytes(document, wanted)).toEqual(bytes);
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeBytes(document, { ...wanted, changed: true })))
    .toBe("\ufeff# T\r\n\r\n- [ ] one\r\n\r\n**Completion**: 1 %\r\n");
});
