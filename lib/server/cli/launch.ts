import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { reads } from "../db";
import { exportLaunch, formats, isFormat } from "../exports/export";
import { readLaunchAtTime } from "../queries/at";
import { judgeKnown, readNewest } from "../queries/launch";
import { databaseNow } from "../queries/launches";
import type { Exported } from "../exports/csv";
import { statusOf } from "../queries/status";
import { Failure, usage } from "./failure";
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

/** The launch as it stood at `--at`: a day (its end), a wall time in the launch's zone, or an instant; now without it. */
async function launchAt(slug: string | undefined, time: string | undefined): Promise<Exported> {
  const now = await launchNow(slug);
  if (time === undefined) return now;
  const past = await readLaunchAtTime(now, time);
  const { slug: name, createdAt } = now.state.launch;
  if (!past) throw new Failure(3, `There is nothing to show of ${name} at "${time}". Its history runs from ${createdAt} until now. Give a day (2026-12-14), a time in its zone (2026-12-14T09:00) or an instant (2026-12-14T08:00:00Z).`);
  return past;
}

export async function exportVerb(args: string[]): Promise<string | Uint8Array> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: "string" }, at: { type: "string" }, output: { type: "string", short: "o" } } });
  const { format = "md", output } = values;
  if (!isFormat(format)) throw usage(`There is no format "${format}". Use ${formats.join(", ")}.`);
  const file = await exportLaunch(await launchAt(positionals[0], values.at), format);
  if (!output) return file.bytes;
  writeFileSync(output, file.bytes);
  return `Wrote ${output} (${file.bytes.length} bytes).\n`;
}

export async function status(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...json, at: { type: "string" } } });
  const found = statusOf(await launchAt(positionals[0], values.at));
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
