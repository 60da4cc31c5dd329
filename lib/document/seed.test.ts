import { describe, expect, test } from "vitest";
import { toParseJson } from "./parse-json";
import { itemsOf } from "./reading";
import { damaged, damagedAsLatin1, item, read, seed } from "./testing/documents";
import { unchangedView, writeBytes } from "./write";

const text = new TextDecoder().decode(seed());
const whole = { sections: 12, groups: 44, items: 213, seats: 6, tasks: 219, checked: 0 };

describe.each([["as it is", text], ["with its encoding damaged", damaged(text)], ["read as latin-1", damagedAsLatin1(text)],
  ["damaged twice", damagedAsLatin1(damagedAsLatin1(text))]])("the built-in checklist %s", (_, document) => {
  const reading = read(document);
  const items = itemsOf(reading);

  test("has 12 sections, 44 groups, 213 items, 6 seats, 219 tasks, none ticked", () => {
    expect(reading.counts).toEqual(whole);
    expect(reading.title).toBe("Production Readiness Checklist");
    expect(reading.language).toBe("en");
    expect(reading.sections.map((section) => section.key)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    expect(reading.sections.slice(0, 3).map((section) => section.title)).toEqual(["Infrastructure Setup", "Security", "Testing"]);
  });

  test("has 19 conditional items, each with the document's own words", () => {
    const words = items.flatMap((one) => one.conditional ?? []);
    expect(words).toHaveLength(19);
    expect([...new Set(words)].sort()).toEqual(["for frontend", "for web apps", "if applicable", "if needed", "if required", "if using", "if using K8s"]);
    expect(items.filter((one) => one.applicability === "undecided")).toHaveLength(19);
  });

  test("has eight thresholds, and cadences are none", () => {
    expect(items.flatMap(({ threshold }) => (threshold ? [Object.values(threshold).join(" ")] : []))).toEqual([
      "Code coverage > 70 %", "concurrent users >= 100 users", "Response time p95 < 200 ms", "Backup retention >= 30 days",
      "API response time p95 < 200 ms", "Error rate < 0.1 %", "Uptime > 99.9 %", "Database query time p95 < 50 ms",
    ]);
    expect(items.flatMap(({ text: words, cadence }) => (cadence ? [[words, cadence]] : []))).toEqual([
      ["Backup frequency: Daily minimum", "daily"], ["Disaster recovery tested (annual minimum)", "annual"],
    ]);
  });

  test("has its windows where the headings say so, and plans for after the launch count before it", () => {
    const count = (window: string) => items.filter((one) => one.window === window).length;
    expect(["before", "final-week", "launch-day", "first-24h", "ongoing"].map(count)).toEqual([185, 7, 7, 6, 8]);
    expect(item(reading, "Post-launch monitoring plan").window).toBe("before");
    expect(item(reading, "Customer satisfaction score").window).toBe("ongoing");
  });

  test("knows that Kubernetes is the alternative to Docker Compose, and knows no other", () => {
    expect(items.filter((one) => one.alternativeTo !== null).map((one) => [one.text, one.alternativeTo])).toEqual([
      ["Or Kubernetes cluster ready (if using K8s)", "infrastructure-setup/container-orchestration/docker-compose-configured"],
    ]);
  });

  test("has six empty seats in three teams, none of them an item", () => {
    expect(reading.seats.map(({ team, role, line, name, date }) => [team, role, line, name, date])).toEqual([
      ["Development Team", "Lead Developer", 366, null, null], ["Development Team", "DevOps Engineer", 367, null, null],
      ["Operations Team", "Operations Manager", 370, null, null], ["Operations Team", "Security Officer", 371, null, null],
      ["Business Team", "Product Manager", 374, null, null], ["Business Team", "Project Manager", 375, null, null],
    ]);
    expect(items.some((one) => /Date:/.test(one.text))).toBe(false);
  });

  test("has its footer, no notes, and a claim that the boxes contradict", () => {
    const { places: _places, ...meta } = reading.meta;
    expect(meta).toEqual({ status: "In Progress", claimedCompletion: 65, lastUpdated: "2026-01-04", statusDate: "2026-01-04", targetGoLive: null, nextReview: null });
    expect(reading.notes).toEqual([]);
    expect(reading.findings.filter((one) => one.kind === "claim-contradicted")).toEqual([
      { kind: "claim-contradicted", line: 390, message: "the document claims 65 %, 0 of 213 boxes are ticked", items: [] },
    ]);
  });

  test("offers exactly its two repeats and one near repeat for linking", () => {
    const lines = (kind: string) => reading.findings.filter((one) => one.kind === kind)
      .map((one) => one.items.map((key) => items.find((other) => other.key === key)?.line));
    expect(lines("repeat")).toEqual([[212, 252], [34, 264]]);
    expect(lines("near-repeat")).toEqual([[33, 230, 323]]);
  });

  test("gives each item its own key, the same whatever its line", () => {
    expect(new Set(items.map((one) => one.key)).size).toBe(213);
    expect(item(reading, "Database replication configured").key).toBe("infrastructure-setup/database/database-replication-configured");
    const moved = read(`\n\nA word before.\n\n${document}`);
    expect(itemsOf(moved).map((one) => one.key)).toEqual(items.map((one) => one.key));
  });

  test("comes back byte for byte", () => {
    expect(new TextDecoder().decode(writeBytes(reading, unchangedView(reading)))).toBe(document);
  });
});

test("damage is repaired for reading, and the two symbols that are lost are named with their lines", () => {
  const reading = read(damaged(text));
  const repaired = reading.findings.filter((one) => one.kind === "encoding-repaired");
  expect(repaired).toHaveLength(1);
  expect(repaired[0]?.message).toContain("12 symbols");
  expect(reading.findings.filter((one) => one.kind === "symbol-lost").map((one) => one.line)).toEqual([51, 199]);
  expect(itemsOf(reading).map((one) => [one.key, one.text, one.line])).toEqual(itemsOf(read(text)).map((one) => [one.key, one.text, one.line]));
  expect(read(text).findings.filter((one) => /encoding|symbol/.test(one.kind))).toEqual([]);
});

test("parse prints the promised shape", () => {
  const printed = toParseJson(read(text));
  expect(printed.counts).toEqual(whole);
  expect(printed.sections[0]?.groups[2]?.items[4]).toMatchObject({
    key: "infrastructure-setup/database/database-replication-configured", text: "Database replication configured (if needed)", line: 34,
    checked: false, conditional: "if needed", window: "before", threshold: null, alternativeTo: null,
  });
  expect(printed.seats[0]).toEqual({ team: "Development Team", role: "Lead Developer", line: 366, name: null, date: null });
  expect(printed.meta).toEqual({ status: "In Progress", claimedCompletion: 65, lastUpdated: "2026-01-04", targetGoLive: null, nextReview: null });
});
