import { randomBytes } from "node:crypto";
import { chooseAddress, urlOf } from "./address.mjs";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { makeBundle } from "./bundle.mjs";
import { cli } from "./cli.mjs";
import { connect } from "./connect.mjs";
import { isEntry, main } from "./failure.mjs";
import { atEnd, atEndOf, endOnSignals, end, stopChild } from "./lifetime.mjs";
import { migrate } from "./migrate.mjs";
import { journeys } from "./runners.mjs";
import { serve, untilReady } from "./serve.mjs";
import { startScratchPostgres } from "./scratch.mjs";
import { named } from "./test-database.mjs";

/**
 * Runs the browser tests against a build, with a database of its own on `server`, seeded as on a first start.
 * Journeys find `E2E_ADDRESS`, `E2E_SETUP_LINK` (the one-time link), the databases' addresses and `AUTH_SECRET` in their environment.
 */
export async function runJourneys({ server, build: folder, onChild, args = [] }) {
  const browser = await findBrowser({ onChild });
  await makeBundle();
  const client = await connect(named(server.ownerUrl, "postgres"), "TEST_DATABASE_URL");
  await client.query("create database e2e");
  await client.end();
  const ownerUrl = named(server.ownerUrl, "e2e");
  const url = named(server.url, "e2e");
  await migrate(ownerUrl, { appUrl: url });

  const settings = { ...process.env, DATABASE_URL: url, AUTH_SECRET: randomBytes(32).toString("base64url"), READINESS_DATA_DIR: server.folder };
  await cli(["seed", "a4co"], settings, { onChild });
  // Last of all: a port that is free now is to be taken at once, before somebody else's connection gets its number.
  const address = await chooseAddress({ HOST: "127.0.0.1", PORT: "0" });
  const appUrl = urlOf(address);
  const env = { ...settings, APP_URL: appUrl, NEXTAUTH_URL: appUrl };
  const running = serve(folder, address, env, { quiet: true });
  onChild(running.child);
  try {
    await untilReady(running, appUrl);
    const result = await journeys({
      onChild,
      env: { ...env, MIGRATE_DATABASE_URL: ownerUrl, E2E_ADDRESS: appUrl, E2E_BUILD: folder, E2E_SETUP_LINK: await cli(["setup-link"], env), CHROMIUM_PATH: browser },
    }, args);
    return { ...result, output: result.failed > 0 ? `${result.output}\nThe server said:\n${running.said()}` : result.output };
  } finally {
    await stopChild(running.child);
  }
}

// node scripts/e2e.mjs [what Playwright Test takes]: the browser tests alone.
if (isEntry(import.meta.url)) {
  endOnSignals({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
  const onChild = (child) => atEnd(() => stopChild(child));
  await main(async () => {
    const { folder } = await build({ onChild });
    const server = await atEndOf(startScratchPostgres());
    const { failed, output } = await runJourneys({ server, build: folder, onChild, args: process.argv.slice(2) });
    console.log(output);
    process.exitCode = failed === 0 ? 0 : 1;
  });
  await end(process.exitCode ?? 0);
}
