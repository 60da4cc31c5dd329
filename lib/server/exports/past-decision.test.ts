import { expect, test } from "vitest";
import { readDocument } from "@/lib/document/read";
import { judge } from "@/lib/domain/judge";
import type { Phase } from "@/lib/domain/state";
import { decision, item, stateOf } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { reportOf } from "@/lib/report/report";
import { statusText } from "../cli/status-text";
import { readXlsx } from "../imports/xlsx";
import { statusOf } from "../queries/status";
import { exportMarkdown } from "./markdown";
import { exportXlsx } from "./xlsx";

const at = "2026-01-10T09:00:00.000Z";
const now = "2026-01-12T09:00:00.000Z";

/** A launch that was decided go against the verdict, and then went to `phase`. */
async function told(phase: Phase) {
  const state = stateOf({ item: [item("a")], decision: [decision("d", { at, verdict: "no-go", againstVerdict: true, reason: "it cannot wait" })] }, { phase, phaseAt: phase === "decided" ? at : now });
  const launch = { state, judgement: judge(state, now, sha256), people: {} };
  const reading = readDocument(new TextEncoder().encode("# List\n\n## One\n\n- [ ] Item a\n\n**Status**: Draft\n"));
  if (!reading.ok) throw new Error(reading.sentence);
  const sheet = readXlsx(exportXlsx(launch), 1);
  if (!sheet.ok) throw new Error(sheet.sentence);
  return {
    status: statusOf(launch), text: statusText(statusOf(launch)),
    markdown: new TextDecoder().decode(await exportMarkdown(launch, { reading: reading.reading }, at)),
    report: reportOf(launch, null).facts.find(({ name }) => name === "Decision")?.value ?? "",
    workbook: sheet.table.rows.find(([name]) => name === "decision")?.[1] ?? "",
  };
}

test("a decision that stands is told as against the verdict in every output", async () => {
  const { status, text, markdown, report, workbook } = await told("decided");
  expect(status.decision).toMatchObject({ againstVerdict: true, stands: true });
  expect(text).toContain("decided: go, against the verdict, ");
  expect(markdown).toContain("**Status**: No-go, decided go against the verdict");
  expect([report, workbook].map((said) => [said.includes("against the verdict"), said.includes("does not stand")])).toEqual([[true, false], [true, false]]);
});

test.each<Phase>(["preparing", "rolled-back", "postponed"])("a decision from before %s is told as past in every output, and heads none", async (phase) => {
  const { status, text, markdown, report, workbook } = await told(phase);
  expect(status.decision).toMatchObject({ againstVerdict: true, stands: false });
  expect(text).toContain("it does not stand any more");
  expect(markdown).toContain("**Status**: No-go\n");
  expect([report, workbook].map((said) => [said.includes("against the verdict"), said.includes("it does not stand any more")])).toEqual([[true, true], [true, true]]);
});
