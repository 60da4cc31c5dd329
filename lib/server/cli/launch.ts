import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createLaunch } from "../commands/create-launch";
import { reads } from "../db";
import { exportLaunch, formats, isFormat } from "../exports/export";
import { judgeKnown, readNewest } from "../queries/launch";
import { databaseNow } from "../queries/launches";
import type { Exported } from "../exports/csv";
import { statusOf } from "../queries/status";
import { verifyLaunch } from "../queries/verify";
import { actingAs } from "./actor";
import { readBytes } from "./document";
import { Failure, orFail, usage } from "./failure";
import { statusText } from "./status-text";

const json = { json: { type: "boolean" } } as const;

/** The launch as judged now, for one who runs the server. */
export async function launchNow(slug: string | undefined): Promise<Exported> {
  if (!slug) throw usage("Name the launch, e.g. readiness status a4co.");
  const row = await reads().launch.findUnique({ where: { slug }, select: { id: true, revision: true } });
  const known = row && (await readNewest(row.id, row.revision));
  if (!known) throw new Failure(3, `There is no launch "${slug}".`);
  return { ...known, judgement: judgeKnown(known, await databaseNow()) };
}

export async function importVerb(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { launch: { type: "string" }, name: { type: "string" }, zone: { type: "string" }, as: { type: "string" } },
  });
  const [file] = positionals;
  if (!file || !values.launch) throw usage("Name the file and the launch: readiness import FILE --launch SLUG [--name N].");
  const actor = await actingAs(values.as);
  const created = orFail(await createLaunch(actor, {
    slug: values.launch, name: values.name ?? null, zone: values.zone ?? "UTC", fileName: path.basename(file), bytes: readBytes(file),
  }));
  return `Created the launch ${created.slug} with ${created.items} items.\n`;
}

export async function exportVerb(args: string[]): Promise<string | Uint8Array> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: "string" }, output: { type: "string", short: "o" } } });
  const { format = "md", output } = values;
  if (!isFormat(format)) throw usage(`There is no format "${format}". Use ${formats.join(", ")}.`);
  const file = await exportLaunch(await launchNow(positionals[0]), format);
  if (!output) return file.bytes;
  writeFileSync(output, file.bytes);
  return `Wrote ${output} (${file.bytes.length} bytes).\n`;
}

export async function status(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: json });
  const found = statusOf(await launchNow(positionals[0]));
  return values.json ? `${JSON.stringify(found, null, 2)}\n` : statusText(found);
}

/** Exit 0 on go, on conditional-go only with --allow-conditional, else 4 with the reasons. */
export async function gate(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...json, "allow-conditional": { type: "boolean" } } });
  const found = statusOf(await launchNow(positionals[0]));
  const open = found.verdict === "go" || (found.verdict === "conditional-go" && values["allow-conditional"] === true);
  process.exitCode = open ? 0 : 4;
  return values.json ? `${JSON.stringify({ open, ...found }, null, 2)}\n` : `The gate is ${open ? "open" : "closed"}.\n${statusText(found)}`;
}

export async function verify(args: string[]): Promise<string> {
  const [slug] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!slug) throw usage("Name the launch: readiness verify SLUG.");
  const found = await verifyLaunch(slug);
  if (!found) throw new Failure(3, `There is no launch "${slug}".`);
  if (found.fault) throw new Failure(3, `The history of ${slug} is broken at event ${found.fault.seq}: ${found.fault.what}.`);
  return `The history of ${slug} holds: ${found.events} events, head ${found.head}.\n`;
}
