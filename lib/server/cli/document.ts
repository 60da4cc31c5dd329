import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { toParseJson } from "@/lib/document/parse-json";
import { itemsOf, type Reading } from "@/lib/document/reading";
import { unchangedView, writeBytes } from "@/lib/document/write";
import { readSource } from "../reader/reader";
import { Failure, orFail, usage } from "./failure";

/** The bytes of a file, `-` for standard input. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch {
    throw new Failure(3, `${file} cannot be read. Give the path of a Markdown file, or - for standard input.`);
  }
}

/** Read in a thread of its own here too: a file that would never end is ended in time, with its sentence. */
export async function readChecklist(file: string, take: readonly string[] = []): Promise<Reading> {
  const { reading } = orFail(await readSource("brought", { bytes: readBytes(file), take }));
  const unknown = take.find((id) => !reading.taken.includes(id));
  if (unknown !== undefined) throw new Failure(3, `This file offers no choice "${unknown}". readiness parse ${file} lists those it has.`);
  return reading;
}

export async function parse(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, take: { type: "string", multiple: true } } });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness parse FILE [--take CHOICE] [--json].");
  const reading = await readChecklist(file, values.take);
  return values.json ? `${JSON.stringify(toParseJson(reading), null, 2)}\n` : described(reading);
}

function described(reading: Reading): string {
  const { counts, sections, seats, findings, choices } = reading;
  const items = itemsOf(reading);
  const lines = [
    reading.title,
    `${counts.sections} sections, ${counts.groups} groups, ${counts.items} items, ${counts.seats} seats; ${counts.checked} of ${counts.tasks} boxes are ticked`,
    `${items.filter((item) => item.conditional).length} conditional, ${items.filter((item) => item.threshold).length} thresholds`,
    "",
    ...sections.map(({ key, title, groups }) => `${key.padStart(3)}  ${title} (${groups.reduce((sum, group) => sum + group.items.length, 0)})`),
    ...(seats.length > 0 ? ["", `Seats: ${seats.map(({ role }) => role).join(", ")}`] : []),
    ...(choices.length > 0 ? ["", "Not read, unless taken with --take:", ...choices.map(({ id, line, ask }) => `  ${id}  line ${line}: ${ask}`)] : []),
    ...(findings.length > 0 ? ["", "Findings:", ...findings.map(({ line, message }) => `  line ${line}: ${message}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

export async function format(args: string[]): Promise<Uint8Array> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness format FILE.");
  const reading = await readChecklist(file);
  return writeBytes(reading, unchangedView(reading));
}
