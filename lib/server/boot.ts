import { reads } from "./db";
import { authSecret, env } from "./env";
import { log } from "./log";

/**
 * What has to be right before anything is served. Ends the process with one sentence when the environment or the secret
 * cannot be used (trust 13); says in the log what protects the history (trust 10).
 */
export async function boot(): Promise<void> {
  try {
    env();
    authSecret();
  } catch (error) {
    process.stderr.write(`readiness: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  const guard = await historyGuard().catch(() => "unknown: the database does not answer yet");
  log("info", "ready to serve", { history: guard });
}

/** Which of the two guards of the history holds for the role this process uses. */
export async function historyGuard(): Promise<"append-only role and triggers" | "triggers alone"> {
  const [row] = await reads().$queryRaw<{ may: boolean }[]>`
    SELECT has_table_privilege('events', 'UPDATE') OR has_table_privilege('events', 'DELETE') OR has_table_privilege('events', 'TRUNCATE') AS may`;
  return row?.may === false ? "append-only role and triggers" : "triggers alone";
}
