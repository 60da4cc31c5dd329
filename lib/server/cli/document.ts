import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { linkOffers } from "@/lib/document/links";
import { toParseJson } from "@/lib/document/parse-json";
import { itemsOf, type Reading } from "@/lib/document/reading";
import { unchangedView, writeBytes } from "@/lib/document/write";
import { give } from "../imports/give";
import { readSource } from "../reader/reader";
import { documentOf, tableOptions, type TableSaid } from "./columns";
import { Failure, orFail, usage } from "./failure";

/** The bytes of a file, `-` for standard input; `what` it was to be, for the sentence if it cannot be read. */
export function readBytes(file: string, what = "a checklist"): Uint8Array {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch {
    throw new Failure(3, `${file} cannot be read. Give the path of ${what}, or - for standard input.`);
  }
}

/** Read in a thread of its own here too: a file that would never end is ended in time, with its sentence. */
export async function readChecklist(file: string, take: readonly string[] = [], said: TableSaid = {}): Promise<Reading> {
  const brought = { name: path.basename(file), bytes: readBytes(file) };
  const { bytes } = await documentOf(file, said, (how) => give(brought, how));
  const { reading } = orFail(await readSource("brought", { bytes, take }));
  const unknown = take.find((id) => !reading.taken.includes(id));
  if (unknown !== undefined) throw new Failure(3, `This file offers no choice "${unknown}". readiness parse ${file} lists those it has.`);
  return reading;
}

export async function parse(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, take: { type: "string", multiple: true }, ...tableOptions } });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness parse FILE [--take CHOICE] [--json].");
  const reading = await readChecklist(file, values.take, values);
  return values.json ? `${JSON.stringify(toParseJson(reading), null, 2)}\n` : described(reading);
}

const many = (count: number, one: string, all = `${one}s`) => `${count} ${count === 1 ? one : all}`;

function described(reading: Reading): string {
  const { counts, sections, seats, findings, choices } = reading;
  const items = itemsOf(reading);
  const links = linkOffers(reading);
  const lines = [
    reading.title,
    `${many(counts.sections, "section")}, ${many(counts.groups, "group")}, ${many(counts.items, "item")}, ${many(counts.seats, "seat")}; ${items.filter((item) => item.checked).length} of ${many(items.length, "box", "boxes")} ${items.length === 1 ? "is" : "are"} ticked`,
    `${items.filter((item) => item.conditional).length} conditional, ${many(items.filter((item) => item.threshold).length, "threshold")}`,
    "",
    ...sections.map(({ key, title, groups }) => `${key.padStart(3)}  ${title} (${groups.reduce((sum, group) => sum + group.items.length, 0)})`),
    ...(seats.length > 0 ? ["", `Seats: ${seats.map(({ role }) => role).join(", ")}`] : []),
    ...(choices.length > 0 ? ["", "Not read, unless taken with --take:", ...choices.map(({ id, line, ask }) => `  ${id}  line ${line}: ${ask}`)] : []),
    ...(links.length > 0 ? ["", "Repeats, linked on import only with --link:", ...links.map(({ id, items: same }) => `  ${id}  ${same.map(({ text, line }) => `line ${line}: ${text}`).join("; ")}`)] : []),
    ...(findings.length > 0 ? ["", "Findings:", ...findings.map(({ line, message }) => `  line ${line}: ${message}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

export async function format(args: string[]): Promise<Uint8Array> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: tableOptions });
  const [file] = positionals;
  if (!file) throw usage("Name the file to read: readiness format FILE.");
  const reading = await readChecklist(file, [], values);
  return writeBytes(reading, unchangedView(reading));
}
