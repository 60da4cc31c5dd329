import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { condition, decision, evidence, item, note, seat, signOff, stateOf, waiver } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { reportOf } from "@/lib/report/report";
import { statusOf } from "../queries/status";
import { exportCsv } from "./csv";
import { exportJson } from "./json";
import { exportXlsx } from "./xlsx";

const now = "2026-01-10T09:00:00.000Z";
const state = stateOf({
  item: [
    item("b", { work: "blocked", workReason: "等待硬件 | disk", ownerId: "ann", due: "2026-02-01" }), item("w", { position: 1 }),
    item("m", { position: 2, threshold: { metric: "p95", comparator: "<", limit: 200, unit: "ms" } }),
  ],
  evidence: [evidence("e", "m", { kind: "measurement", value: 180.5, unit: "ms", source: "probe", trueAt: "2026-01-09T12:00:00.000Z" })],
  waiver: [waiver("w1", "w", { reason: "not before spring", control: "مراجعة أسبوعية", endsAt: "2026-03-01T12:00:00.000Z" })],
  seat: [seat("s", { role: "Captain", holderId: "hana" })], signOff: [signOff("so", "s", { position: "go-with-conditions", reason: "mostly fine" })],
  condition: [condition("c", "so", { text: "double on-call", rollbackTrigger: "errors above 5" })], note: [note("n", { text: "סיכון 🚀" })],
  decision: [decision("d", { outcome: "postpone", reason: "too early for us" })],
});
const launch = { state, judgement: judge(state, now, sha256), people: { ann: { name: "Ann", email: "a@example.com" }, max: { name: "Max", email: "m@example.com" }, hana: { name: "Hana", email: "h@example.com" } } };
const ofItems = ["等待硬件 | disk", "Ann", "180.5", "not before spring", "مراجعة أسبوعية"];
const ofLaunch = [...ofItems, "Captain", "Hana", "double on-call", "errors above 5", "too early for us", "Max", "סיכון 🚀"];

test.each([
  ["the report", ofLaunch, () => JSON.stringify(reportOf(launch, null))], ["CSV", ofItems, () => exportCsv(launch)], ["JSON", ofLaunch, () => exportJson(launch, statusOf(launch))],
  ["XLSX", ofLaunch, () => Object.values(unzipSync(exportXlsx(launch))).map((part) => strFromU8(part)).join("")],
] as const)("%s says every fact it can hold", (_format, facts, said) => {
  const text = said();
  expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
});
