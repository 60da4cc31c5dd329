import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemWindowOf } from "./item-window";
import { itemsOf } from "./reading";
import { readDocument } from "./read";
import { bytesOf, read } from "./testing/documents";
import { windowOf } from "./window";

const windowsIn = (text: string) => Object.fromEntries(itemsOf(read(text)).map((item) => [item.text, item.window]));

describe("a heading that states a time gives its items their window", () => {
  test.each([
    ["Final Checks (1 Week Before)", "final-week"], ["One week prior", "final-week"], ["1 week out", "final-week"], ["The week before launch", "final-week"], ["Final week", "final-week"],
    ["Una semana antes", "final-week"], ["1 semana antes del lanzamiento", "final-week"], ["Semana previa", "final-week"], ["La última semana", "final-week"], ["Tres días antes", "final-week"],
    ["T-7", "final-week"], ["T−1", "final-week"], ["T - 3 days", "final-week"], ["T-24h", "final-week"], ["T-60 min: final call", "final-week"], ["24 hours before launch", "final-week"],
    ["Day before launch", "final-week"], ["The night before", "final-week"], ["Víspera", "final-week"], ["El día anterior", "final-week"], ["Pre-launch (T-7 to T-1)", "final-week"],
    ["T-14", "before"], ["T-30 days", "before"], ["Two weeks before", "before"], ["1 month before go-live", "before"], ["Un mes antes", "before"], ["At least a week before launch", "before"],
    ["Pre-launch", "before"], ["Test freeze up to release day", "before"], ["Hasta el día del lanzamiento", "before"], ["Before launch day", "before"], ["Antes del lanzamiento", "before"], ["No later than 3 days before launch", "before"],
    ["T-0", "launch-day"], ["T+0", "launch-day"], ["Launch Day Checks", "launch-day"], ["Go-live day", "launch-day"], ["D-Day", "launch-day"], ["Release day", "launch-day"], ["Day of the event", "launch-day"],
    ["Día del lanzamiento", "launch-day"], ["Día de la salida a producción", "launch-day"], ["Día D", "launch-day"], ["🚀 3. Launch day", "launch-day"], ["Day 0", "launch-day"],
    ["Post-Launch (24 Hours)", "first-24h"], ["First 24 hours", "first-24h"], ["After 24 h", "first-24h"], ["T+1", "first-24h"], ["T+24h", "first-24h"], ["T+15 min", "first-24h"], ["24 hours after launch", "first-24h"],
    ["First hour", "first-24h"], ["Primeras 24 horas", "first-24h"], ["24 h después", "first-24h"], ["Tras 24 horas", "first-24h"], ["1 day after go-live", "first-24h"],
    ["T+7", "ongoing"], ["After the release day", "ongoing"], ["T+48h", "ongoing"], ["First 72 hours", "ongoing"], ["One week after launch", "ongoing"], ["Una semana después", "ongoing"], ["Hypercare", "ongoing"], ["Day 2 operations", "ongoing"],
    ["12. 📈 Success Metrics", "ongoing"], ["KPIs", "ongoing"],
  ])("%s is %s", (heading, window) => expect(windowOf(heading)).toBe(window));

  test.each([
    "Post-Launch", "Launch", "24/7 support", "Day 2", "Launch Day Plan", "Hypercare plan", "Post-launch planning", "Preparation for launch day", "T-shirts", "AT-7 board", "Release", "Release notes", "Deployment",
    "30 days after purchase", "1 week before the holidays", "First week", "Week 1", "Daily checks", "Migration", "Backups (30 days)", "Event handling", "24 hours", "Two weeks of stock", "Before you begin", "CAT-5 cabling",
  ])("%s states none by itself", (heading) => expect(windowOf(heading)).toBeNull());

  test("the innermost heading that states one decides", () => {
    expect(windowsIn("# T\n## Launch day\n### Team\n- [ ] a\n### First 24 hours\n- [ ] b\n")).toEqual({ a: "launch-day", b: "first-24h" });
    expect(windowsIn("- [ ] a\n")).toEqual({ a: "before" });
  });

  test("what is a time only beside others is one there, and nowhere else", () => {
    expect(windowsIn("# T\n## Pre-launch\n- [ ] a\n## Launch\n- [ ] b\n## Post-launch\n- [ ] c\n## Security\n- [ ] d\n")).toEqual({ a: "before", b: "launch-day", c: "ongoing", d: "before" });
    expect(windowsIn("# T\n## T-7\n- [ ] a\n## Día del lanzamiento\n- [ ] b\n## Tras el lanzamiento\n- [ ] c\n## Día 2\n- [ ] d\n")).toEqual({ a: "final-week", b: "launch-day", c: "ongoing", d: "ongoing" });
    expect(windowsIn("# T\n## Docs\n- [ ] a\n## Post-launch\n- [ ] b\n")).toEqual({ a: "before", b: "before" });
    expect(windowsIn("# Pre-launch\n## Testing\n- [ ] a\n## Deployment\n- [ ] b\n## Release\n- [ ] c\n")).toEqual({ a: "before", b: "before", c: "before" });
    expect(windowsIn("# Onboarding\n## Day 1\n- [ ] a\n## Day 2\n- [ ] b\n## First week\n- [ ] c\n")).toEqual({ a: "before", b: "before", c: "before" });
  });
});

describe("an item's own words give it a window only where they say when it is done", () => {
  test.each([
    ["Freeze code (1 week before)", "final-week"], ["Smoke tests pass [T-1]", "final-week"], ["T-24h: send the reminder", "final-week"], ["Congelar el código (una semana antes)", "final-week"],
    ["Switch DNS (launch day)", "launch-day"], ["Launch day: switch DNS", "launch-day"], ["Día del lanzamiento: cambiar el DNS", "launch-day"], ["Watch errors (first 24 hours)", "first-24h"],
    ["T+1h: check the queues", "first-24h"], ["Review error budget 24 hours after launch", "first-24h"], ["Monitor errors (after 24 h)", "first-24h"], ["Hold the retrospective (T+7)", "ongoing"],
    ["Review tickets (post-launch)", "ongoing"], ["After launch, remove the banner", "ongoing"], ["Tras el lanzamiento: revisar los errores", "ongoing"], ["Check costs (day 2)", "ongoing"],
    ["Rehearse at least one week before launch", "before"], ["Freeze the schema 1 week before go-live", "final-week"],
  ])("%s: %s", (text, window) => expect(itemWindowOf(text)).toBe(window));
  test.each([
    "Post-launch plan ready", "Post-launch: monitoring plan agreed", "Launch day runbook written", "Launch day roles assigned", "Team is on call for 24 hours after launch", "Support covers the first 24 hours",
    "Backups kept 30 days after deletion", "Tokens expire after 24 h", "Sessions end after 24 hours", "Rollback within 1 hour", "Hypercare team named", "Pre-launch review held", "T-shirts ordered (T-shirt size M)",
    "Retry (3 days)", "Runs 24 h a day", "Users are told a week before", "Communication plan for launch day", "Certificates renewed 30 days before expiry", "Deploy on day 2 of the sprint",
  ])("%s: none", (text) => expect(itemWindowOf(text)).toBeNull());
  test("against its heading, too", () => {
    expect(windowsIn("# T\n## Launch day\n- [ ] a (T-1)\n- [ ] b (first 24 hours)\n- [ ] c\n")).toEqual({ "a (T-1)": "final-week", "b (first 24 hours)": "first-24h", c: "launch-day" });
  });
});

describe("a heading that may be a time", () => {
  const asked = (text: string) => read(text).choices.map(({ id, count, ask }) => [id, count, ask]);
  const taken = (text: string) => {
    const outcome = readDocument(bytesOf(text), { take: read(text).choices.map(({ id }) => id) });
    return outcome.ok ? itemsOf(outcome.reading).map((item) => item.window) : [];
  };
  test("is asked about, and read as one only when that is taken", () => {
    const text = "# T\n## Docs\n- [ ] a\n## Post-launch\n- [ ] Review tickets\n### Team\n- [ ] Thank everybody\n";
    expect(asked(text)).toEqual([["window:4", 2, '2 items stand under "Post-launch", which may be a time (after launch): read them as done then, not counted before launch?']]);
    expect(Object.values(windowsIn(text))).toEqual(["before", "before", "before"]);
    expect(taken(text)).toEqual(["before", "ongoing", "ongoing"]);
    expect(taken("# Launch plan\n## Setup\n- [ ] a\n## Day 2\n- [ ] b\n")).toEqual(["before", "ongoing"]);
    expect(taken("# T\n## Setup\n- [ ] a\n## Launch\n- [ ] Switch DNS\n")).toEqual(["before", "launch-day"]);
  });
  test.each([
    "# T\n## Post-Launch\n- [ ] Post-launch monitoring plan ready\n- [ ] Performance baseline documented\n", "# Onboarding\n## Day 2\n- [ ] Check access\n", "# T\n## Deployment\n- [ ] Run scripts\n", "# T\n## Launch\n- [ ] Plan agreed\n", "# T\n## Post-launch\n",
  ])("is not asked about in %j", (text) => expect(asked(text)).toEqual([]));
});

test("every amount before the launch counts before it, every amount after it never does", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom("minutes", "hours", "days", "weeks", "months"), (count, unit) => {
    expect(["final-week", "before"]).toContain(windowOf(`${count} ${unit} before launch`));
    expect(["first-24h", "ongoing"]).toContain(windowOf(`${count} ${unit} after launch`));
    expect(windowOf(`T+${count} ${unit}`)).toBe(windowOf(`${count} ${unit} after launch`));
    expect(windowOf(`T-${count} ${unit}`)).toBe(windowOf(`${count} ${unit} before launch`));
  }));
});
