import { describe, expect, test } from "vitest";
import { thresholdOf } from "./threshold";

const shown = (text: string) => {
  const found = thresholdOf(text);
  return found && `${found.metric} ${found.comparator} ${found.limit} ${found.unit}`.trim();
};

describe("a number of things, with a bound, is a target of that many of them", () => {
  test.each([
    ["At least 2 reviewers", "reviewers >= 2 reviewers"], ["At least two reviewers", "reviewers >= 2 reviewers"], ["no more than 5 open bugs", "open bugs <= 5 bugs"], ["mínimo 3 réplicas", "réplicas >= 3 réplicas"],
    ["max. 10 errors per day", "errors <= 10 errors per day"], ["no más de 5 fallos", "fallos <= 5 fallos"], ["Minimum of 3 replicas running", "replicas >= 3 replicas"], ["Code review by at least 2 senior engineers", "senior engineers >= 2 engineers"],
    ["Al menos 2 revisores por cambio", "revisores >= 2 revisores"], ["Como máximo 3 reintentos", "reintentos <= 3 reintentos"], ["Un mínimo de 2 nodos activos", "nodos >= 2 nodos"], ["3 replicas minimum", "replicas >= 3 replicas"], ["5 open bugs max", "open bugs <= 5 bugs"],
    ["3 réplicas como mínimo", "réplicas >= 3 réplicas"], ["Fewer than 5 open bugs", "open bugs < 5 bugs"], ["< 5 open bugs", "open bugs < 5 bugs"], ["Menos de 10 errores al día", "errores < 10 errores al día"], ["≥ 3 replicas per service", "replicas >= 3 replicas per service"],
    ["3+ replicas in every region", "replicas >= 3 replicas"], ["Passwords of at least 12 characters", "characters >= 12 characters"], ["Max. open bugs: 5", "open bugs <= 5 bugs"], ["Minimum replicas: 3", "replicas >= 3 replicas"], ["At least 1,000 beta testers", "beta testers >= 1000 testers"],
    ["At most 1 failure per week", "failure <= 1 failure per week"], ["Restore rehearsed at least 3 times", "times >= 3 times"], ["a lo sumo 2 incidencias abiertas", "incidencias <= 2 incidencias"], ["No fewer than 4 availability zones", "availability zones >= 4 zones"], ["Al menos dos personas de guardia", "personas >= 2 personas"],
    ["Approved by at least 2 people", "people >= 2 people"], ["≤ 3 P1 bugs open", "P1 bugs <= 3 bugs"], ["At least 10k examples per class", "examples >= 10000 examples"], ["Maximum of 20 database connections", "database connections <= 20 connections"],
  ])("%s: %s", (text, threshold) => expect(shown(text)).toBe(threshold));
});

describe("a measure with a bound is a target of what is measured", () => {
  test.each([
    ["Restored once (RTO < 4 h)", "RTO < 4 h"], ["Restauración probada (RPO ≤ 15 min)", "RPO <= 15 min"], ["Backups tested (RPO of at most 15 minutes)", "RPO <= 15 min"], ["API response time (p95 < 200ms)", "API response time p95 < 200 ms"],
    ["Pages load under 200ms", "Pages load < 200 ms"], ["On-call answers within 15 minutes", "On-call answers <= 15 min"], ["Uptime ≥ 99.9%", "Uptime >= 99.9 %"], ["Disponibilidad de al menos 99,9 %", "Disponibilidad >= 99.9 %"],
    ["Disponibilidad de al menos el 99,9 %", "Disponibilidad >= 99.9 %"], ["Disponibilidad superior al 99,9 %", "Disponibilidad > 99.9 %"], ["Errores por debajo del 1 %", "Errores < 1 %"], ["Cobertura mayor al 80 %", "Cobertura > 80 %"], ["Al menos 99,9 % de disponibilidad", "disponibilidad >= 99.9 %"],
    ["CPU below 70 % at peak", "CPU < 70 %"], ["Latencia p99 menor a 300 ms", "Latencia p99 < 300 ms"], ["Logs retained for a minimum of 90 days", "Logs retained >= 90 days"], ["Logs guardados durante al menos 30 días", "Logs guardados >= 30 días"],
    ["Supports at least 500 RPS", "Supports >= 500 rps"], ["Soporta al menos 500 RPS", "Soporta >= 500 rps"], ["Cold start ≤ 2 s", "Cold start <= 2 s"], ["LCP < 2.5s", "LCP < 2.5 s"], ["Tiempo de recuperación no superior a 4 horas", "Tiempo de recuperación <= 4 h"], ["App size max 50 MB", "App size <= 50 MB"],
    ["Crash-free sessions > 99.5 %", "Crash-free sessions > 99.5 %"], ["Apdex 0.9 or higher", "Apdex >= 0.9"], ["Backups: RPO <= 1h, RTO <= 4h", "RPO <= 1 h"], ["SLO defined: availability ≥ 99.9 %, p99 < 300 ms", "availability >= 99.9 %"], ["Session length no more than 30 min", "Session length <= 30 min"],
  ])("%s: %s", (text, threshold) => expect(shown(text)).toBe(threshold));
});

describe("a figure without a bound, or with one of something else, is none", () => {
  test.each([
    "Version 3 or later", "Step 2", "Day 7", "3 replicas", "3 réplicas configuradas", "Paso 2", "Día 7", "Versión 3 o posterior", "Top 10 risks reviewed", "2 of 3 services migrated", "At least 2 of the 3 services migrated", "At least 5 out of 7 checks",
    "Announce at least 2 weeks before launch", "Avisar al menos 2 semanas antes", "Node 20 or newer", "iOS 15+ devices", "Android 10+ supported", "24/7 on-call", "Q3 2026 budget", "At least one backup tested", "Al menos una copia probada", "Users over 18 years old", "Minimum viable product", "Reviewed twice",
    "Restored at least 2 times a year", "5 whys written", "12-factor app", "Sprint 14 items closed", "Phase 2 tasks done", "Team of 5 engineers staffed", "Page 3 of 7 signed", "Alert if more than 5 errors per minute", "Roll back when there are more than 10 failures", "Avisar si hay más de 5 fallos", "OAuth 2.0 scopes", "HTTP 500 errors logged", "Port 8080 closed", "At least as fast as before",
    "More than 3 teams use it", "Over 9000 jokes", "Max 2.1 upgraded", "RFC 2119 words used", "PostgreSQL 14 or higher", "Java 17 or above",
  ])("%s: none", (text) => expect(thresholdOf(text)).toBeNull());
});
