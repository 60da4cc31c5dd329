import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cadenceOf } from "./cadence";
import { conditionalOf, isAlternative } from "./conditional";
import { likeness } from "./likeness";
import { itemsOf } from "./reading";
import { read } from "./testing/documents";
import { thresholdOf } from "./threshold";

const shown = (text: string) => {
  const found = thresholdOf(text);
  return found && `${found.metric} ${found.comparator} ${found.limit} ${found.unit}`.trim();
};

describe("the words that make an item conditional", () => {
  test.each([
    ["Backups (if needed)", "if needed"], ["CSRF (for web apps)", "for web apps"], ["Maps uploaded (where applicable)", "where applicable"],
    ["Chaos test (optional)", "optional"], ["Optional: chaos test", "Optional"], ["**Optional**: chaos test", "Optional"], ["[Optional] chaos test", "Optional"], ["(Optional) chaos test", "Optional"],
    ["Dark mode, if applicable", "if applicable"], ["Dark mode *(if applicable)*", "if applicable"], ["Dark mode, _if applicable_", "if applicable"], ["Cookies (n/a if no website)", "n/a if no website"],
    ["Cookie banner — N/A if no website", "N/A if no website"], ["Helm charts linted (if using Helm)", "if using Helm"], ["Helm charts linted if using Helm", "if using Helm"], ["If using Kubernetes: probes set", "If using Kubernetes"],
    ["If applicable, GDPR consent stored", "If applicable"], ["Queue drained when relevant", "when relevant"], ["Legal review (as required)", "as required"], ["Fonts licensed (if any)", "if any"],
    ["Rollback tested (only if the schema changes)", "only if the schema changes"], ["Alerts (unless they exist already)", "unless they exist already"], ["PCI scan (only for payments)", "only for payments"],
    ["Push certificates (for iOS)", "for iOS"], ["Cookie banner (for EU)", "for EU"], ["Sizing\u00a0(if\u00a0needed)", "if needed"],
    ["Aviso legal (si procede)", "si procede"], ["Réplica configurada si es necesario", "si es necesario"], ["Caché (si aplica)", "si aplica"], ["Si aplica, caché configurada", "Si aplica"], ["Opcional: modo oscuro", "Opcional"],
    ["Modo oscuro (opcional)", "opcional"], ["Licencias revisadas, en su caso", "en su caso"], ["Sondas (si se usa Kubernetes)", "si se usa Kubernetes"], ["Traducciones cuando proceda", "cuando proceda"],
    ["RGPD (solo si hay datos personales)", "solo si hay datos personales"], ["DPO (no aplica si no hay datos)", "no aplica si no hay datos"], ["Permisos, de ser necesario", "de ser necesario"],
  ])("%s: %s", (text, words) => expect(conditionalOf(text)).toBe(words));
  test.each([
    "Check (for example the login)", "Know what to do if needed tools fail", "Notify (for all users)", "A sixth sense (sight)", "Reset the styles (if you use a framework. It may bring one)", "Logs kept (for 30 days)",
    "Board paper (for review)", "Scripts (for backup)", "Optional settings documented", "Optionality modelled", "Alert if error rate rises", "Know whether it applies", "Sign-off (Site lead)", "Necessary permissions granted",
    "See [optional](https://example.com)", "Sin errores (sí)", "Página de opciones revisada", "Verificar si aplica el descuento", "Where required fields are missing, an error shows",
  ])("%s: unconditional", (text) => expect(conditionalOf(text)).toBeNull());
  test("a heading's condition holds for all under it, the item's own words go before", () => {
    const under = (text: string) => itemsOf(read(text)).map(({ conditional, applicability }) => [conditional, applicability]);
    expect(under("# T\n## Mobile (if applicable)\n- [ ] a\n- [x] b\n- [ ] c (if needed)\n## Web\n- [ ] d\n")).toEqual([["if applicable", "undecided"], ["if applicable", "applies"], ["if needed", "undecided"], [null, "applies"]]);
    expect(under("# T\n## Optional\n- [ ] a\n## Opcional\n- [ ] b\n## Optional extras in the shop\n- [ ] c\n").map(([words]) => words)).toEqual(["Optional", "Opcional", null]);
  });
});

describe("alternatives", () => {
  test("say so in their first words, in both languages", () => {
    expect(["Or Kubernetes ready", "O bien Kubernetes", "**Or** that", "OR: that", "Alternatively, that", "O Kubernetes listo"].every(isAlternative)).toBe(true);
    expect(["Order service", "Orchestration ready", "This or that", "Observability", "Oracle patched", "O'Reilly book bought", "Otra cosa"].some(isAlternative)).toBe(false);
  });
  const pairs = (text: string) => itemsOf(read(text)).map((item) => [item.text, item.alternativeTo]);
  test("are found by the word before them, the word they begin with, or what they stand under", () => {
    expect(pairs("- [ ] Either Compose\n- [ ] or Kubernetes\n- [ ] Or Nomad\n- [ ] DNS\n")).toEqual([["Either Compose", null], ["or Kubernetes", "either-compose"], ["Or Nomad", "either-compose"], ["DNS", null]]);
    expect(pairs("- [ ] Compose, or\n- [ ] Kubernetes\n").map(([, to]) => to)).toEqual([null, "compose-or"]);
    expect(pairs("- [ ] One of the following:\n  - [ ] Compose\n  - [ ] Kubernetes\n- [ ] DNS\n").map(([, to]) => to)).toEqual([null, null, "compose", null]);
    expect(pairs("- [ ] Uno de los siguientes\n  - [ ] A\n  - [ ] B\n").map(([, to]) => to)).toEqual([null, null, "a"]);
    expect(pairs("- [ ] Any of these can be ill\n- [ ] Next\n").map(([, to]) => to)).toEqual([null, null]);
  });
});

describe("a target in an item's words", () => {
  test.each([
    ["p95 < 200 ms", "p95 < 200 ms"], ["Latency at most 1.5 seconds", "Latency <= 1.5 s"], ["Uptime of at least 99,95 %", "Uptime >= 99.95 %"], ["Sustains 1,000+ rps", "Sustains >= 1000 rps"],
    ["Errores < 0,1%", "Errores < 0.1 %"], ["Lighthouse score ≥ 90", "Lighthouse score >= 90"], ["Lighthouse accessibility 95+", "Lighthouse accessibility >= 95"], ["Logs kept no more than 90 days", "Logs kept <= 90 days"],
    ["Latency &lt; 200 ms", "Latency < 200 ms"], ["p95 `< 200 ms`", "p95 < 200 ms"], ["Latency \\< 200 ms", "Latency < 200 ms"], ["API latency below 1,5 s", "API latency < 1.5 s"], ["Coverage: 80%+", "Coverage >= 80 %"],
    ["Memory under 2 GB", "Memory < 2 GB"], ["Bundle size <= 200 KB", "Bundle size <= 200 KB"], ["Restore takes no longer than 4 hours", "Restore takes <= 4 h"], ["Rollback within 15 minutes", "Rollback <= 15 min"],
    ["Response time must not exceed 300ms", "Response time <= 300 ms"], ["Fonts don't exceed 2 MB", "Fonts <= 2 MB"], ["Max. response time 300 ms", "response time <= 300 ms"], ["Maximum file size: 10 MB", "file size <= 10 MB"], ["Queue delay: 5 s max", "Queue delay <= 5 s"],
    ["Load test with 10,000 users minimum", "users >= 10000 users"], ["Supports up to 5,000 concurrent users", "concurrent users >= 5000 users"], ["Uploads up to 10 MB accepted", "Uploads <= 10 MB"], ["Handles over 2k req/s", "Handles > 2000 rps"],
    ["No errors above 1 %", "No errors <= 1 %"], ["Contrast ratio at least 4.5:1", "Contrast ratio >= 4.5 :1"], ["FPS ≥ 60 on target devices", "FPS >= 60"], ["60 fps minimum", "60 fps minimum >= 60 fps"], ["CLS < 0.1", "CLS < 0.1"], ["Offline AUC >= 0.85", "Offline AUC >= 0.85"], ["Noise < 35 dB(A)", "Noise < 35 dB"], ["1.1 RTO below 4 hours", "RTO < 4 h"],
    ["Verify that the error rate is < 0.1 %", "error rate < 0.1 %"], ["RPO ≤ 15 min", "RPO <= 15 min"], ["Availability greater than or equal to 99.9 %", "Availability >= 99.9 %"], ["99th percentile < 1 s", "p99 < 1 s"],
    ["Retención: 30 días como mínimo", "Retención >= 30 días"], ["Tiempo de respuesta máximo: 200 ms", "Tiempo de respuesta <= 200 ms"], ["Al menos 10.000 usuarios concurrentes", "usuarios concurrentes >= 10000 usuarios"],
    ["Latencia menor que 1,5 s", "Latencia < 1.5 s"], ["Disponibilidad superior al 99,9 %", "Disponibilidad > 99.9 %"], ["Disponibilidad superior a 99,9 %", "Disponibilidad > 99.9 %"], ["Errores por debajo de 0,5 %", "Errores < 0.5 %"],
    ["Como máximo 2 horas de parada", "parada <= 2 h"], ["Memoria de menos de 512 MB", "Memoria < 512 MB"], ["Carga de 1 000+ usuarios", "usuarios >= 1000 usuarios"], ["Soporta hasta 500 peticiones por segundo", "Soporta >= 500 rps"],
    ["Backups restored once (RTO < 4 h)", "RTO < 4 h"],
  ])("%s: %s", (text, threshold) => expect(shown(text)).toBe(threshold));
  test.each([
    "Backup frequency: Daily minimum", "Capacity planning done for 6 months", "OWASP Top 10", "TLS 1.2+ enforced", "Use `a < 5` in code? No", "a -> 5 b", "Node >= 18", "Node > 18.2 installed", "On call 24/7",
    "PostgreSQL 14 or higher", "Python >= 3.10", "iOS 15+", "Section 4.2 reviewed", "Phase > 2", "Released after 2026-01-01", "Dates > 2026-01-01 accepted", "`find . -size +10M -mtime > 5 days` run", "Alerts set for CPU > 80 %",
    "Alert if latency > 500 ms", "Roll back when errors exceed 5 %", "Page on-call if p95 > 1 s", "Invites sent at least 4 weeks before the event", "Users over 18 years old only", "12 factors met", "Sprint 3 done", "3 replicas", "HTTP/2 enabled",
    "WCAG 2.1 AA", "ISO 27001", "Over the air update works", "Under review", "Above the fold image", "Up to date dependencies", "Within budget", "Minimum viable product agreed", "Max is informed", "Aviso si la latencia > 2 s", "Más de lo mismo", "<b>5</b> checks", "v2 > v1", "C# > 8", "**XL** - More than 2 weeks",
  ])("%s: none", (text) => expect(thresholdOf(text)).toBeNull());
  test("figures come back as they were meant, however they are grouped", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom("en", "es", "space"), (number, how) => {
      const grouped = how === "space" ? number.toLocaleString("en-US").replaceAll(",", " ") : number.toLocaleString(how === "en" ? "en-US" : "de-DE");
      expect(thresholdOf(`Carga ≥ ${grouped} users`)).toMatchObject({ limit: number, unit: "users", comparator: ">=" });
    }));
  });
  test("a version, whatever its number, is none", () => {
    fc.assert(fc.property(fc.constantFrom("Node", "TLS", "Python", "Java", "iOS", "Postgres"), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom(">", ">=", "≥", "at least", "above"), (name, major, minor, sign) => {
      expect(thresholdOf(`${name} ${sign} ${major}.${minor} installed`)).toBeNull();
      expect(thresholdOf(`${name} ${major}.${minor}+ installed`)).toBeNull();
    }));
  });
});

describe("how often an item must be true", () => {
  test.each([
    ["Backup frequency: Daily minimum", "daily"], ["Recovery tested (annual minimum)", "annual"], ["Keys rotated every month", "monthly"], ["Restore tested quarterly", "quarterly"], ["Backups tested at least weekly", "weekly"],
    ["Daily: check the dashboards", "daily"], ["**Weekly**: rotate the pager", "weekly"], ["Access review twice a year", "semi-annual"], ["Pen test every 12 months", "annual"], ["Restore drill every 6 months", "semi-annual"], ["Backups [nightly]", "nightly"],
    ["Certificates checked once a week", "weekly"], ["Revisado cada semana", "weekly"], ["Copias (diarias)", "daily"], ["Auditoría anual", "annual"], ["Copias comprobadas todos los días", "daily"], ["Accesos revisados cada 6 meses", "semi-annual"],
    ["Simulacro trimestral", "quarterly"], ["Informe mensual.", "monthly"], ["Diario: revisar las alertas", "daily"],
  ])("%s: %s", (text, cadence) => expect(cadenceOf(text)).toBe(cadence));
  test.each([
    "Daily standup notes kept", "Annual report template ready", "Every day of the event staffed", "Weekly newsletter drafted", "Plan: monthly invoice run set up", "First day on call", "Everyday words used", "Experiments tried each week/sprint", "Informe mensual enviado al equipo", "Diario de cambios actualizado",
  ])("%s: none", (text) => expect(cadenceOf(text)).toBeNull());
  test("a heading that is one holds for all under it", () => {
    const under = (text: string) => itemsOf(read(text)).map((item) => item.cadence);
    expect(under("# T\n## Daily\n- [ ] a\n## Weekly checks\n- [ ] b\n- [ ] c (monthly)\n## Daily business\n- [ ] d\n## Tareas semanales\n- [ ] e\n")).toEqual(["daily", "weekly", "monthly", null, "weekly"]);
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
