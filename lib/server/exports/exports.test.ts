import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readDocument } from "@/lib/document/read";
import { itemsOf } from "@/lib/document/reading";
import { addLink } from "../commands/evidence";
import { assign, setApplicability, setDue, setWork } from "../commands/items";
import { statusOf } from "../queries/status";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, launchFrom, person, smallChecklist } from "../testing/people";
import { neutral, stripNeutral } from "./cells";
import { exportLaunch } from "./export";

ownDatabase();
const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

async function changedLaunch() {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const engineer = await joined(admin, slug, await person("Engineer"), "contributor");
  const { state } = await launchNow(slug);
  const [first, second, third, fourth] = Object.values(state.item).sort((a, b) => a.position - b.position);
  if (!first || !second || !third || !fourth) throw new Error("four items");
  const on = new Date().toISOString().slice(0, 10);
  await setWork(engineer, { launch: slug, item: first.id, work: "done", reason: null, version: 1 });
  await addLink(engineer, { launch: slug, item: first.id, title: "=cmd|' /C calc'!A0", url: "https://ci.example.com/7", trueOn: on, validDays: 30 });
  await setApplicability(engineer, { launch: slug, item: second.id, applicability: "not-applicable", reason: "one node, **really** — no more", version: 1 });
  await setWork(engineer, { launch: slug, item: third.id, work: "blocked", reason: "no spare cluster", version: 1 });
  await assign(engineer, { launch: slug, item: fourth.id, owner: engineer.id, version: 1 });
  await setDue(engineer, { launch: slug, item: fourth.id, due: "2099-12-31", version: 2 });
  return { slug, admin };
}

describe("the Markdown export", () => {
  test("of a launch that nobody changed is the imported file, byte for byte", async () => {
    const slug = await launchFrom(await person("Project Manager", true));
    expect(text((await exportLaunch(await launchNow(slug), "md")).bytes)).toBe(smallChecklist);
  });

  test("of a changed launch touches only the lines concerned and reads back to the same state", async () => {
    const { slug } = await changedLaunch();
    const launch = await launchNow(slug);
    const written = (await exportLaunch(launch, "md")).bytes;
    const before = smallChecklist.split("\n");
    const changed = text(written).split("\n").filter((line, at) => line !== before[at]);
    expect(changed).toHaveLength(4);
    const read = readDocument(written);
    if (!read.ok) throw new Error(read.sentence);
    for (const item of itemsOf(read.reading)) {
      const stands = Object.values(launch.state.item).find((one) => one.key === item.key);
      expect([item.work, item.reason, item.applicability, item.due]).toEqual([stands?.work, stands?.workReason, stands?.applicability, stands?.due]);
    }
  });
});

describe("every export", () => {
  test("shows the figures of the page: CSV by its columns, JSON by its status", async () => {
    const { slug } = await changedLaunch();
    const launch = await launchNow(slug);
    const { numbers, reasons } = statusOf(launch);
    const csv = Papa.parse<Record<string, string>>(text((await exportLaunch(launch, "csv")).bytes).replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
    expect(csv.errors).toEqual([]);
    const count = (column: string): number => csv.data.filter((row) => row[column] === "yes").length;
    expect([count("counts"), count("claimed"), count("verified")]).toEqual([numbers.claimed.of, numbers.claimed.done, numbers.verified.done]);
    expect(numbers.claimed.done).toBe(1);
    expect(csv.data.filter((row) => row["in the way"]).length).toBe(reasons.filter((reason) => reason.address.includes("/items/")).length);
    const json = JSON.parse(text((await exportLaunch(launch, "json")).bytes)) as { status: unknown; items: { counts: boolean; verified: boolean }[] };
    expect(json.status).toEqual(JSON.parse(JSON.stringify(statusOf(launch))));
    expect(json.items.filter((item) => item.counts && item.verified)).toHaveLength(numbers.verified.done);
  });
});

describe("a spreadsheet cell", () => {
  test.each(["=1+1", "+1", "-1", "@a", "|a", "%a", "\t=1", "\r=1", "\n=1", "\0=1", " =1", "\uFEFF=1", "＝1", "\u200b=1", "'x"])("never starts a formula: %j", (dangerous) => {
    expect(neutral(dangerous).startsWith("'")).toBe(true);
    expect(stripNeutral(neutral(dangerous))).toBe(dangerous);
  });
  test("leaves every other text alone", () => {
    for (const plain of ["a=b", "1 - 2", "été", "", "it's"]) expect(neutral(plain)).toBe(plain);
  });
});
