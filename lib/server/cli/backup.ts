import { parseArgs } from "node:util";
import { backup } from "../backup/backup";
import { NotRestored, restore } from "../backup/restore";
import type { Summary } from "../backup/tables";
import { reads } from "../db";
import { env } from "../env";
import { verifyLaunch } from "../queries/verify";
import { Failure, usage } from "./failure";

const counted = ({ launches, people, events, files }: Summary): string => `${launches} launches, ${people} people, ${events} events, ${files} files`;

/** `backup FILE`: the whole instance in one file. */
export async function backupVerb(args: string[]): Promise<string> {
  const [file] = parseArgs({ args, allowPositionals: true }).positionals;
  if (!file) throw usage("Name the file to write: readiness backup FILE.");
  return `Wrote ${file}: ${counted(await backup(env().DATABASE_URL, file))}. It holds password hashes: keep it where only you can read it.\n`;
}

/** `restore FILE [--replace]`: the whole instance back from its file; every history is checked afterwards. */
export async function restoreVerb(args: string[]): Promise<string> {
  const { values, positionals: [file] } = parseArgs({ args, allowPositionals: true, options: { replace: { type: "boolean" } } });
  if (!file) throw usage("Name the file to restore: readiness restore FILE [--replace].");
  const { DATABASE_URL: app, MIGRATE_DATABASE_URL: owner = app } = env();
  const summary = await restore({ app, owner }, file, values.replace === true).catch((error: unknown) => {
    throw error instanceof NotRestored ? new Failure(3, error.message) : error;
  });
  const launches = await reads().launch.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  for (const { slug } of launches) {
    const found = await verifyLaunch(slug);
    if (found?.fault) throw new Failure(1, `Restored, but the history of ${slug} is broken at event ${found.fault.seq}: ${found.fault.what}. It was so when the backup was made.`);
  }
  return `Restored ${counted(summary)}. Every history holds. Everybody signs in again.\n`;
}
