import { describe, expect, test } from "vitest";
import { itemsOf, type ReadItem } from "./reading";
import { read } from "./testing/documents";

/** What the one item of a list says, or the last where it takes two. */
function said(text: string): Partial<ReadItem> | undefined {
  return itemsOf(read(`# T\n\n${text}\n`)).at(-1);
}

describe("each of the words that become structure, as people use them", () => {
  test.each([
    ["Restore drill if needed", { conditional: "if needed" }], ["Chaos test where applicable", { conditional: "where applicable" }], ["Dark mode (optional)", { conditional: "optional" }],
    ["Cookie banner (N/A if no website)", { conditional: "N/A if no website" }], ["N/A if no website: cookie banner", { conditional: "N/A if no website" }], ["Caché si aplica", { conditional: "si aplica" }],
    ["Aviso legal si procede", { conditional: "si procede" }], ["No aplica si no hay menores: permiso", { conditional: "No aplica si no hay menores" }],
    ["Freeze (1 week before)", { window: "final-week" }], ["Congelar (una semana antes)", { window: "final-week" }], ["Mail (T-7)", { window: "final-week" }], ["DNS (launch day)", { window: "launch-day" }],
    ["Watch (after 24 h)", { window: "first-24h" }], ["Costs (day 2)", { window: "ongoing" }], ["Backups daily", { cadence: "daily" }], ["Pen test annual", { cadence: "annual" }],
    ["Latency < 200 ms", { threshold: { metric: "Latency", comparator: "<", limit: 200, unit: "ms" } }], ["Uptime > 99 %", { threshold: { metric: "Uptime", comparator: ">", limit: 99, unit: "%" } }],
    ["Soak for at least 3 days", { threshold: { metric: "Soak", comparator: ">=", limit: 3, unit: "days" } }], ["Retention: 30 days minimum", { threshold: { metric: "Retention", comparator: ">=", limit: 30, unit: "days" } }],
    ["Downtime no more than 5 s", { threshold: { metric: "Downtime", comparator: "<=", limit: 5, unit: "s" } }], ["Load at least 500 users", { threshold: { metric: "users", comparator: ">=", limit: 500, unit: "users" } }],
    ["Throughput ≥ 300 RPS", { threshold: { metric: "Throughput", comparator: ">=", limit: 300, unit: "rps" } }],
    ["Logs MUST be kept", { advisory: null }], ["Logs SHOULD rotate", { advisory: "SHOULD" }], ["Logs (should)", { advisory: "should" }], ["Themes (nice to have)", { advisory: "nice to have" }], ["Logs should rotate", { advisory: null }],
  ] as const)("%s", (words, wanted) => expect(said(`- [ ] ${words}`)).toMatchObject({ ...wanted, text: words }));
  test.each(["- [ ] Docker ready\n- [ ] Or Kubernetes ready", "- [ ] Docker listo\n- [ ] O bien Kubernetes", "- [ ] Either Docker\n- [ ] or Kubernetes"])("an alternative: %j", (text) => expect(said(text)?.alternativeTo).toMatch(/docker/));
  test("\"either … or\" within one item is one item", () => expect(said("- [ ] Either Docker or Kubernetes ready")?.alternativeTo).toBeNull());
});

describe("a heading stands for its time, and a plain one for its name, in styles other people use", () => {
  test.each([
    ["## 2.1 Cutover", "Cutover"], ["## 1. Setup[^1]", "Setup"], ["## Launch [[Project Phoenix]]", "Launch Project Phoenix"], ["## Plan [[notes/plan|the plan]]", "Plan the plan"], ["## 1.2. Access", "Access"],
  ])("%s", (heading, title) => expect(read(`# T\n\n${heading}\n\n- [ ] a\n`).sections[0]?.title).toBe(title));
  test.each([["## L-Day 🎉", "launch-day"], ["## Week 1 after launch", "ongoing"], ["## Weeks 2-4 after go-live", "ongoing"]])("%s", (heading, window) => expect(said(`${heading}\n\n- [ ] a`)?.window).toBe(window));
});

test("TOML front matter gives the title, and only what can be nothing else is taken off", () => {
  expect(read('+++\ntitle = "Launch list"\n\n[menu]\nweight = 1\n+++\n\n## A\n- [ ] a\n## B\n- [ ] b\n').title).toBe("Launch list");
  expect(read("+++\ntitle\n- [ ] a\n+++\n").counts.items).toBe(1);
});

test("a legend, an alternative title and boxes in HTML are told from items", () => {
  expect(read("| Sign | Meaning |\n|---|---|\n| 🔴 | blocks |\n| 🟡 | advice |\n").choices).toEqual([]);
  expect(read('- [ ] a\n\n<ul>\n<li><input type="checkbox"> b</li>\n</ul>\n').findings).toMatchObject([{ kind: "task-not-read", line: 4 }]);
  expect(read("---\nname: Launch\n---\n\n- [ ] Yes\n\n### Checklist\n- [ ] a\n").title).toBe("Launch");
});

test("French and Portuguese are not taken for Spanish", () => {
  expect(read("# Liste de contrôle de mise en production\n\n- [ ] Mots de passe changés (si nécessaire)\n- [ ] Temps de réponse\n").language).toBeNull();
  expect(read("# Lista de verificação\n\n- [ ] Cópias de segurança testadas se necessário\n- [ ] Plano de reversão\n").language).toBeNull();
  expect(read("# Lista de verificación\n\n- [ ] Copias de seguridad probadas si procede\n- [ ] Plan de vuelta atrás de la base de datos\n").language).toBe("es");
});
