import { expect, test } from "vitest";
import { limits } from "@/lib/document/limits";
import { readDocument } from "@/lib/document/read";
import { itemsOf } from "@/lib/document/reading";
import { read } from "@/lib/document/testing/documents";
import { livingFrom } from "@/lib/document/testing/living";
import { writeBytes } from "@/lib/document/write";
import { judge } from "@/lib/domain/judge";
import type { Evidence, LaunchState } from "@/lib/domain/state";
import { evidence } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { exportCsv, type Exported } from "../exports/csv";
import { exportJson } from "../exports/json";
import { documentView } from "../exports/markdown";
import { exportXlsx } from "../exports/xlsx";
import { statusOf } from "../queries/status";
import { toDocument } from "./to-document";

const now = "2026-03-10T12:00:00.000Z";
const most = limits.items;
const checklist = `# The largest there is\n\n${Array.from({ length: 50 }, (_, at) => `## ${at + 1}. Part ${at + 1}\n\n${Array.from({ length: most / 50 }, (_one, line) => `- [ ] Step ${at * 100 + line} of the move is done and looked at by somebody else\n`).join("")}`).join("\n")}`;

/** The largest launch there can be, with something said of every item. */
function largest(): LaunchState {
  const state = livingFrom(read(checklist));
  const proofs: Evidence[] = [];
  const item = Object.fromEntries(Object.values(state.item).map((row, at) => {
    if (at % 3 === 0) proofs.push(evidence(`e${at}`, row.id, { kind: "link", title: `Run ${at}`, url: `https://ci.example.com/runs/${at}`, trueAt: "2026-02-01T12:00:00.000Z" }));
    const work = (["todo", "done", "blocked", "in-progress"] as const)[at % 4] ?? "todo";
    return [row.id, { ...row, work, workReason: work === "blocked" ? `waits for step ${at - 1}` : null, workAt: work === "todo" ? null : now, ownerId: at % 2 ? "ann" : null, due: at % 5 ? null : "2026-04-01" }];
  }));
  return { ...state, item, evidence: Object.fromEntries(proofs.map((one) => [one.id, one])) };
}

test("5,000 items go out and come in again in every format, within the limits", () => {
  const state = largest();
  const launch: Exported = { state, judgement: judge(state, now, sha256), people: { ann: { name: "Ann", email: "ann@example.com" } } };
  const reading = read(checklist);
  const files = {
    "a.md": writeBytes(reading, documentView(launch, { reading }, now)), "a.csv": new TextEncoder().encode(exportCsv(launch)), "a.xlsx": exportXlsx(launch),
    "a.json": new TextEncoder().encode(exportJson(launch, statusOf(launch))),
  };
  const wanted = Object.values(state.item).sort((a, b) => a.position - b.position).map(({ text, work, workReason, due, ownerId }) => [text, work, workReason, due, ownerId && "Ann"]);
  for (const [name, bytes] of Object.entries(files)) {
    const first = toDocument({ name, bytes });
    const given = first.kind === "table" ? toDocument({ name, bytes }, { mapping: first.table.mapping }) : first;
    if (given.kind !== "document") throw new Error(given.kind === "refused" ? `${name}: ${given.sentence}` : "a table");
    const outcome = readDocument(given.bytes);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.sentence}`);
    expect(itemsOf(outcome.reading).map((item) => [item.text, item.work, item.reason, item.due, item.owner])).toEqual(wanted);
  }
}, 120_000);

test("only our own exports may be larger than a checklist", () => {
  const sentence = (name: string, text: string) => {
    const given = toDocument({ name, bytes: new TextEncoder().encode(text) });
    return given.kind === "refused" ? given.sentence : given.kind;
  };
  const long = "x".repeat(limits.bytes);
  expect(sentence("a.csv", `Task\n${long}`)).toContain("at most 1,048,576");
  expect(sentence("a.json", `{"format": "other", "a": "${long}"}`)).toContain("at most 1,048,576");
  expect(sentence("a.md", `# T\n\n- [ ] ${long}`)).toContain("at most 1,048,576");
  expect(sentence("a.json", `{"format": "readiness/1", "items": [{"text": "One", "remark": "${long}"}]}`)).toBe("document");
  expect(sentence("a.json", `{"format": "readiness/1", "a": "${"x".repeat(limits.exportBytes)}"}`)).toContain("at most 16,777,216");
});
