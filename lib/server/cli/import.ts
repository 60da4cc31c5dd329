import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fieldName, fieldValue } from "@/lib/document/field-words";
import { openQuestions } from "@/lib/document/merge-apply";
import type { Answers, MergeQuestion, MergeStep } from "@/lib/document/merge-plan";
import { createLaunch } from "../commands/create-launch";
import { giveInto, importAgain, planImportAgain, type NewDocument } from "../commands/import-again";
import { reads } from "../db";
import { give } from "../imports/give";
import type { ShownPlan } from "../reader/tasks";
import type { Actor } from "../sessions";
import { actingAs } from "./actor";
import { documentOf, tableOptions } from "./columns";
import { readBytes } from "./document";
import { Failure, orFail, usage } from "./failure";

const options = {
  launch: { type: "string" }, name: { type: "string" }, zone: { type: "string" }, as: { type: "string" },
  "dry-run": { type: "boolean" }, answers: { type: "string" }, json: { type: "boolean" }, take: { type: "string", multiple: true }, link: { type: "string", multiple: true }, ...tableOptions,
} as const;

/** Creates the launch, or merges the file into the one that has this address. */
export async function importVerb(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [file] = positionals;
  if (!file || !values.launch) throw usage("Name the file and the launch: readiness import FILE --launch SLUG [--name N].");
  const actor = await actingAs(values.as);
  const { launch } = values;
  const brought = { name: path.basename(file), bytes: readBytes(file) };
  const exists = await reads().launch.findUnique({ where: { slug: launch }, select: { id: true } });
  const { name, bytes, notices } = await documentOf(file, values, (how) => (exists ? giveInto(actor, launch, brought, how) : give(brought, how)));
  const document = { launch, fileName: name, bytes };
  if (exists) {
    if (values.link) throw usage("Items of a launch that is there are linked on its pages; --link is for a new one.");
    return merge(actor, { ...document, take: values.take ?? null }, readAnswers(values.answers), { dry: values["dry-run"] ?? false, json: values.json ?? false });
  }
  if (values["dry-run"]) throw new Failure(3, `There is no launch "${values.launch}" to compare with. See what the file holds with readiness parse ${file}.`);
  const created = orFail(await createLaunch(actor, { ...document, slug: launch, name: values.name ?? null, zone: values.zone ?? "UTC", take: values.take ?? [], link: values.link ?? [] }));
  return `${[...notices, `Created the launch ${created.slug} with ${created.items} items.`].join("\n")}\n`;
}

async function merge(actor: Actor, document: NewDocument, answers: Answers, how: { dry: boolean; json: boolean }): Promise<string> {
  const { plan, revision, taken } = orFail(await planImportAgain(actor, document));
  const open = openQuestions(plan, answers);
  if (how.json) {
    const { steps, questions, notices, empty } = plan;
    const said = `${JSON.stringify({ empty, steps, questions, notices, open: open.map((question) => question.id) }, null, 2)}\n`;
    if (how.dry) return said;
  } else if (how.dry) return planText(plan);
  if (open.length > 0) {
    throw new Failure(3, `Nothing was applied: ${open.length} of ${plan.questions.length} questions have no answer.\n${questionsText(open)}Write the answers as JSON, {"${open[0]?.id ?? ""}": "${open[0]?.options[0]?.id ?? ""}"}, and give the file with --answers.`);
  }
  const done = orFail(await importAgain(actor, { ...document, take: taken, answers, revision }));
  if (done.kind === null) return `Nothing to import: ${document.launch} is as the file says.\n`;
  return `${planText(plan)}Imported into ${document.launch} as event ${done.after.state.revision}.\n`;
}

function readAnswers(file: string | undefined): Answers {
  if (file === undefined) return {};
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Failure(3, `${file} cannot be read as JSON. It holds one object: the id of each question and of the option chosen.`);
  }
  const entries = typeof said === "object" && said !== null && !Array.isArray(said) ? Object.entries(said) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function planText(plan: ShownPlan): string {
  if (plan.empty) return "Nothing differs but, at most, where lines stand.\n";
  const lines = [...plan.steps.map(stepText), ...plan.notices.map(({ line, message }) => `note      line ${line}: ${message}`)];
  return `${lines.join("\n")}\n${questionsText(plan.questions)}`;
}

function stepText({ kind, line, subject, field, before, after, holds, stales, question }: MergeStep): string {
  const named = kind === "changed" || kind === "launch";
  const what = named || (before !== null && after !== null) ? `${fieldValue(field, before)} → ${fieldValue(field, after)}` : (after ?? before ?? "");
  const kept = holds && (holds.work !== "todo" || holds.proofs > 0 || holds.waivers > 0)
    ? ` [${[holds.work, holds.proofs > 0 ? `${holds.proofs} proofs` : "", holds.waivers > 0 ? `${holds.waivers} waivers` : ""].filter((part) => part !== "").join(", ")}]` : "";
  const stale = stales.length > 0 ? ` (${stales.length === 1 ? "one signature goes" : `${stales.length} signatures go`} stale)` : "";
  return `${kind.padEnd(9)} ${line === null ? "" : `line ${line}: `}${subject === null ? "" : `${subject}: `}${field === null || field === "text" ? "" : `${fieldName(field)}: `}${what}${kept}${stale}${question === null ? "" : ` ? ${question}`}`;
}

function questionsText(questions: readonly MergeQuestion[]): string {
  return questions.map(({ id, ask, options: choices }) => `? ${id}\n  ${ask}\n${choices.map((option) => `    ${option.id}: ${option.says}\n`).join("")}`).join("");
}
