import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { toParseJson } from "@/lib/document/parse-json";
import { readDocument } from "@/lib/document/read";
import { itemsOf, type Reading } from "@/lib/document/reading";
import { unchangedView, writeBytes } from "@/lib/document/write";
import { Failure, usage } from "./failure";

/** The bytes of a file, `-` for standard input. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch {
    throw new Failure(3, `${file} cannot be read. Give the path of a Markdown file, or - for standard input.`);
  }
}

export function readChecklist(file: string, take: readonly string[] = []): Reading {
  const read = readDocument(readBytes(file), { take });
  if (!read.ok) throw new Failure(3, read.sentence);
  const unknown = take.find((id) => !read.reading.taken.includes(id));
  if (unknown !== undefined) throw new Failure(3, `This file offers no choice "${unknown}". readiness parse ${file} lists those it has.`);
  return read.reading;
}

export function parse(args: string[]): string {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, take: { type: "string", multiple: true } } });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness parse FILE [--take CHOICE] [--json].");
  const reading = readChecklist(file, values.take);
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

export function format(args: string[]): Uint8Array {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness format FILE.");
  const reading = readChecklist(file);
  return writeBytes(reading, unchangedView(reading));
}
