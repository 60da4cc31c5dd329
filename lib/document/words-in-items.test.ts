import { describe, expect, test } from "vitest";
import { cadenceOf } from "./cadence";
import { conditionalOf, isAlternative } from "./conditional";
import { likeness } from "./likeness";
import { read } from "./testing/documents";
import { thresholdOf } from "./threshold";
import { windowOf, windowUnder } from "./window";

const shown = (text: string) => {
  const found = thresholdOf(text);
  return found && `${found.metric} ${found.comparator} ${found.limit} ${found.unit}`.trim();
};

test.each([
  ["Backups (if needed)", "if needed"], ["CSRF (for web apps)", "for web apps"], ["Maps uploaded (where applicable)", "where applicable"],
  ["Chaos test (optional)", "optional"], ["Optional: chaos test", "Optional"], ["Dark mode, if applicable", "if applicable"],
  ["Cookies (n/a if no website)", "n/a if no website"], ["Aviso legal (si procede)", "si procede"], ["Réplica configurada si es necesario", "si es necesario"],
  ["Check (for example the login)", null], ["Know what to do if needed tools fail", null], ["Notify (for all users)", null], ["A sixth sense (sight)", null],
  ["Reset the styles (if you use a framework. It may bring one)", null],
])("%s: conditional on %s", (text, words) => {
  expect(conditionalOf(text)).toBe(words);
});

test("an alternative says so in its first words, in both languages", () => {
  expect(["Or Kubernetes ready", "O bien Kubernetes", "**Or** that"].every(isAlternative)).toBe(true);
  expect(["Order service", "Orchestration ready", "This or that", "Observability"].some(isAlternative)).toBe(false);
});

test.each([
  ["p95 < 200 ms", "p95 < 200 ms"], ["Latency at most 1.5 seconds", "Latency <= 1.5 s"], ["Uptime of at least 99,95 %", "Uptime >= 99.95 %"],
  ["Sustains 1,000+ rps", "Sustains >= 1000 rps"], ["Retención: 30 días como mínimo", "Retención >= 30 días"], ["Errores < 0,1%", "Errores < 0.1 %"],
  ["Lighthouse score ≥ 90", "Lighthouse score >= 90"], ["Logs kept no more than 90 days", "Logs kept <= 90 days"],
])("%s holds a threshold", (text, threshold) => {
  expect(shown(text)).toBe(threshold);
});

test.each([
  "Backup frequency: Daily minimum", "Capacity planning done for 6 months", "OWASP Top 10", "TLS 1.2+ enforced", "Use `a < 5` in code? No", "a -> 5 b", "Node >= 18",
  "On call 24/7", "At least two reviewers",
])("%s holds none", (text) => {
  expect(thresholdOf(text)).toBeNull();
});

test.each([
  ["Backup frequency: Daily minimum", "daily"], ["Recovery tested (annual minimum)", "annual"], ["Keys rotated every month", "monthly"],
  ["Revisado cada semana", "weekly"], ["Restore tested quarterly", "quarterly"], ["Copias (diarias)", "daily"],
  ["Daily standup notes kept", null], ["Annual report template ready", null],
])("%s: cadence %s", (text, cadence) => {
  expect(cadenceOf(text)).toBe(cadence);
});

describe("windows", () => {
  test.each([
    ["Final Checks (1 Week Before)", "final-week"], ["Una semana antes", "final-week"], ["T-7", "final-week"], ["T-0", "launch-day"],
    ["Launch Day Checks", "launch-day"], ["Go-live day", "launch-day"], ["Día del lanzamiento", "launch-day"], ["Post-Launch (24 Hours)", "first-24h"],
    ["First 24 hours", "first-24h"], ["Primeras 24 horas", "first-24h"], ["12. 📈 Success Metrics", "ongoing"], ["Post-Launch", null], ["Launch", null], ["24/7 support", null],
  ])("%s is %s", (heading, window) => {
    expect(windowOf(heading)).toBe(window);
  });
  test("the innermost heading that states one decides", () => {
    expect(windowUnder(["Launch day", "Team"])).toBe("launch-day");
    expect(windowUnder(["Launch day", "First 24 hours"])).toBe("first-24h");
    expect(windowUnder([])).toBe("before");
  });
});

test("likeness joins the same thing in other words, never one thing in another's place", () => {
  const same = ["Backup restoration tested", "Backup restoration tested successfully", "Backup and restore tested"].map(likeness);
  expect(new Set(same).size).toBe(1);
  const family = ["Auth", "Order", "Payment", "Inventory", "Product"].map((name) => likeness(`${name} service tests passing`));
  expect(new Set(family).size).toBe(5);
  expect(likeness("Rollback plan ready")).not.toBe(likeness("Migration rollback plan ready"));
  expect(likeness("Tested")).toBeNull();
});

test("what only swaps two things is no repeat of either kind", () => {
  const kinds = (text: string) => read(text).findings.map((one) => one.kind);
  expect(kinds("- [ ] Copy from desktop to server\n- [ ] Copy from server to desktop\n")).toEqual([]);
  expect(kinds("- [ ] Monitor system performance\n- [ ] System performance monitoring\n")).toEqual(["near-repeat"]);
});
