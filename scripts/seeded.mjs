import { resolve } from "node:path";
import { hasSources, makeBundle } from "./bundle.mjs";
import { cli } from "./cli.mjs";
import { isEmpty, openDatabase } from "./database.mjs";
import { complain } from "./failure.mjs";
import { atEndOf, end } from "./lifetime.mjs";
import { migrate } from "./migrate.mjs";
import { root } from "./root.mjs";
import { step } from "./steps.mjs";

/**
 * Opens the database of a locked data folder, brings it up to date and, while it is empty, fills it; each a step.
 * `env` is what our command line needs beside the database. `{ url, setupLink }`: the latter answers the one-time
 * link below `appUrl`, or nothing once there is an admin.
 */
export async function openSeeded(folder, env, onChild) {
  let database;
  await step("database", async () => {
    const lost = (error) => {
      complain(error);
      void end(1);
    };
    database = await atEndOf(openDatabase(folder, lost));
    return database.words;
  });
  const { url, ownerUrl } = database;
  await step("migrate", async () => {
    const applied = await migrate(ownerUrl, { appUrl: url });
    return applied.length === 0 ? "up to date" : applied.join(", ");
  });
  if (hasSources()) await step("commands", async () => ((await makeBundle()) ? "bundled" : "up to date"));
  const commandEnv = { ...env, DATABASE_URL: url, MIGRATE_DATABASE_URL: ownerUrl };
  await step("seed", async () => {
    if (env.READINESS_SEED === "none") return "none wanted";
    if (!(await isEmpty(url))) return "not needed";
    return cli(["seed", seedOf(env)], commandEnv, { onChild });
  });
  return { url, setupLink: (appUrl) => cli(["setup-link", appUrl], commandEnv), demo: () => cli(["demo"], commandEnv, { onChild }) };
}

/** A file's name counts from the project's folder, wherever the command was given. */
function seedOf({ READINESS_SEED: seed = "a4co" }) {
  return seed === "a4co" ? seed : resolve(root, seed);
}
