import fc from "fast-check";
import Papa from "papaparse";
import { afterEach, expect, test } from "vitest";
import type { Share } from "@/lib/domain/judgement";
import { numberWords } from "@/lib/report/number-words";
import { reportOf, type TablePart } from "@/lib/report/report";
import { shareWords } from "@/lib/report/share-words";
import { verdictSentence } from "@/lib/report/verdict-sentence";
import { texts } from "@/lib/texts/texts";
import { gate, status } from "../cli/launch";
import { addLink } from "../commands/evidence";
import { answerFact } from "../commands/facts";
import { setApplicability, setDue, setRequired, setWork } from "../commands/items";
import { decideWaiver, requestWaiver } from "../commands/waivers";
import { readXlsx } from "../imports/xlsx";
import { readPdf } from "../pdf/testing/read-pdf";
import { readLaunchAt } from "../queries/at";
import { statusOf, type Status } from "../queries/status";
import type { Actor } from "../sessions";
import { readTemplate } from "../template";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, launchFrom, person } from "../testing/people";
import { badgeSvg } from "./badge";
import type { Exported } from "./csv";
import { exportLaunch } from "./export";

ownDatabase();
// A closed gate says so by the process's exit code.
const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
});
const kinds = ["done", "done", "in-progress", "blocked", "not-applicable", "advisory", "proof", "waiver", "fact", "due"] as const;
const change = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(500) });
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Makes one change of a series; what the rules refuse at that moment (a waiver of what is done, …) leaves everything as it is. */
async function make({ kind, at }: { kind: (typeof kinds)[number]; at: number }, slug: string, [engineer, manager]: readonly [Actor, Actor]): Promise<boolean> {
  const { state } = await launchNow(slug);
  const items = Object.values(state.item).sort((a, b) => a.position - b.position);
  const item = items[at % items.length];
  const fact = Object.values(state.fact).sort((a, b) => a.position - b.position)[at % Math.max(1, Object.keys(state.fact).length)];
  if (!item) return false;
  const of = { launch: slug, item: item.id, version: item.version };
  switch (kind) {
    case "done": case "in-progress": case "blocked": return (await setWork(engineer, { ...of, work: kind, reason: kind === "blocked" ? "waits for a part" : null })).allowed;
    case "not-applicable": return (await setApplicability(manager, { ...of, applicability: kind, reason: "=not() here" })).allowed;
    case "advisory": return (await setRequired(manager, { ...of, required: false, reason: "nice to have" })).allowed;
    case "proof": return (await addLink(engineer, { launch: slug, item: item.id, title: "run", url: "https://ci.example.com/7", trueOn: state.launch.createdAt.slice(0, 10), validDays: at % 2 ? null : 90 })).allowed;
    case "due": return (await setDue(engineer, { ...of, due: "2099-12-31" })).allowed;
    case "fact": return fact ? (await answerFact(engineer, { launch: slug, fact: fact.id, answer: at % 2 === 0, version: fact.version })).allowed : false;
    case "waiver": {
      const endsAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
      if (!(await requestWaiver(engineer, { ...of, reason: "vendor is late", control: "watched by hand", endsAt })).allowed) return false;
      const waiver = Object.values((await launchNow(slug)).state.waiver).find((one) => one.itemId === item.id && one.state === "requested");
      return waiver ? (await decideWaiver(manager, { launch: slug, waiver: waiver.id, approve: true, reason: null, version: waiver.version })).allowed : false;
    }
  }
}

interface Said { verdict: string; verified: string; claimed: string; reasons: number }
const share = (one: Share): string => shareWords(one, "of");
const ofStatus = ({ verdict, numbers, reasons }: Status): Said => ({ verdict, verified: share(numbers.verified), claimed: share(numbers.claimed), reasons: reasons.length });

/** What each output says, read from the output itself. */
async function outputs(launch: Exported, slug: string): Promise<Record<string, Partial<Said>>> {
  const { judgement, asOf } = launch;
  const file = async (format: "md" | "csv" | "xlsx" | "json" | "pdf"): Promise<Uint8Array> => (await exportLaunch(launch, format)).bytes;
  const verdict = texts("common")(`verdict.${judgement.verdict}`);
  const read = (found: RegExpExecArray | null, from: string): RegExpExecArray => {
    if (!found) throw new Error(`${from} does not say it`);
    return found;
  };
  const rows = Papa.parse<Record<string, string>>(words(await file("csv")).replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
  const sheets = [0, 1].map((at) => sheet(launch, at));
  const [items, facts] = await Promise.all(sheets);
  const [head = [], ...lines] = items ?? [];
  const fact = new Map((facts ?? []).map(([name = "", value = ""]) => [name, value]));
  const pdf = await readPdf(await file("pdf"));
  const pdfNumbers = read(/(\d+) of (\d+) verified, (\d+) claimed\./.exec(pdf.text), "the PDF");
  const footer = read(/(\d+) of (\d+) verified \((\d+|—) %\), (\d+) claimed \((\d+|—) %\)/.exec(words(await file("md"))), "the footer");
  const badge = read(/<title>launch: (.+) · (\d+) of (\d+) verified<\/title>/.exec(badgeSvg(judgement)), "the badge");
  const report = reportOf(launch, null);
  const table = (id: string): TablePart => {
    const part = report.parts.find((one) => one.id === id);
    if (part?.kind !== "table") throw new Error(id);
    return part;
  };
  const page = verdictSentence(judgement);
  const numbers = numberWords(judgement);
  const part = (done: number, of: number): string => share({ done, of, percent: of === 0 ? null : Math.floor((100 * done) / of) });
  const counted = (found: readonly (string | undefined)[]): number => found.filter((one) => one === "yes" || one === "true" || one === "TRUE" || one === "1").length;
  const column = (name: string): (string | undefined)[] => lines.map((line) => line[head.indexOf(name)]);
  const json = JSON.parse(words(await file("json"))) as { status: Status; items: { counts: boolean; claimed: boolean; verified: boolean }[] };
  const jsonOf = json.items.filter(({ counts }) => counts);
  const itemReasons = judgement.reasons.filter(({ subjectType }) => subjectType === "item").length;
  const csvOf = counted(rows.map((row) => row["counts"]));
  expect(rows.filter((row) => row["in the way"]).length).toBe(itemReasons);
  expect(column("in the way").filter(Boolean)).toHaveLength(itemReasons);
  // Each section's own numbers, line by line.
  for (const [at, section] of judgement.sections.entries()) {
    const said = `${section.key} ${section.title} ${share(section.verified)} ${share(section.claimed)} ${section.inTheWay}`;
    expect(pdf.text).toContain(said);
    expect(table("sections").rows[at]?.cells.map(({ text }) => text).filter(Boolean).join(" ")).toBe(said);
  }
  for (const { subject } of judgement.reasons) expect(pdf.text.replace(/\s/g, "")).toContain(subject.replace(/[`\s]/g, ""));
  const asked = asOf ? ["--at", asOf] : [];
  return {
    status: ofStatus(JSON.parse(await status([slug, "--json", ...asked])) as Status),
    ...(asOf ? {} : { gate: ofStatus(JSON.parse(await gate([slug, "--json"])) as Status & { open: boolean }) }),
    overview: {
      verdict: judgement.verdict, reasons: judgement.reasons.length, verified: share(numbers.shares[0]?.share ?? judgement.numbers.claimed), claimed: share(numbers.shares[1]?.share ?? judgement.numbers.verified),
    },
    sentence: (([, done = "", of = "", claimed = ""]) => ({ verified: part(+done, +of), claimed: part(+claimed, +of) }))(read(/^(\d+) of (\d+) verified, (\d+) claimed\./.exec(page.numbers), "the sentence")),
    report: { verdict: report.verdict.word === verdict ? judgement.verdict : report.verdict.word, reasons: table("reasons").rows.length, verified: share(report.numbers.shares[0]?.share ?? judgement.numbers.claimed) },
    badge: { verdict: badge[1] === verdict ? judgement.verdict : (badge[1] ?? ""), verified: part(Number(badge[2]), Number(badge[3])) },
    markdown: { verified: `${footer[1]} of ${footer[2]} · ${footer[3]} %`, claimed: `${footer[4]} of ${footer[2]} · ${footer[5]} %` },
    csv: { verified: part(counted(rows.map((row) => row["verified"])), csvOf), claimed: part(counted(rows.map((row) => row["claimed"])), csvOf) },
    "xlsx items": { verified: part(counted(column("verified")), counted(column("counts"))), claimed: part(counted(column("claimed")), counted(column("counts"))) },
    "xlsx status": { verdict: fact.get("verdict") ?? "", reasons: Number(fact.get("in the way")), verified: part(Number(fact.get("verified")), Number(fact.get("of"))), claimed: part(Number(fact.get("claimed")), Number(fact.get("of"))) },
    json: ofStatus(json.status),
    "json items": { verified: part(jsonOf.filter(({ verified }) => verified).length, jsonOf.length), claimed: part(jsonOf.filter(({ claimed }) => claimed).length, jsonOf.length) },
    pdf: {
      verdict: pdf.text.includes(` ${verdict} ${page.why ?? ""}`) ? judgement.verdict : "another", verified: part(Number(pdfNumbers[1]), Number(pdfNumbers[2])), claimed: part(Number(pdfNumbers[3]), Number(pdfNumbers[2])),
      reasons: Number(read(/What stands in the way \((\d+)\)/.exec(pdf.text), "the PDF's heading")[1]),
    },
  };
}

async function sheet(launch: Exported, at: number): Promise<readonly (readonly string[])[]> {
  const opened = readXlsx((await exportLaunch(launch, "xlsx")).bytes, at);
  if (!opened.ok) throw new Error(opened.sentence);
  return opened.table.rows;
}

test("after any series of changes every output says the same verdict, numbers and reasons, then and now", async () => {
  const manager = await person("Project Manager", true);
  const template = words((await readTemplate()).bytes);
  let made = 0;
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 25, maxLength: 40 }), async (series) => {
    const slug = await launchFrom(manager, template);
    const engineer = await joined(manager, slug, await person("Engineer"), "contributor");
    let half = "";
    for (const [at, one] of series.entries()) {
      if (await make(one, slug, [engineer, manager])) made += 1;
      if (at === Math.floor(series.length / 2)) half = (await launchNow(slug)).judgement.at;
    }
    const now = await launchNow(slug);
    const past = await readLaunchAt(now, half);
    if (!past) throw new Error("the launch was there then");
    for (const launch of [now, past]) {
      const expected = ofStatus(statusOf(launch));
      for (const [output, said] of Object.entries(await outputs(launch, slug))) expect(expected, output).toMatchObject(said);
    }
  }), { numRuns: 2 });
  expect(made).toBeGreaterThan(20);
}, 180_000);
