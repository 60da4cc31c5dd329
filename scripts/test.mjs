import "./node-version.mjs";

// Only what needs no package may be imported before the installation.
const { complain } = await import("./failure.mjs");
const { install } = await import("./install.mjs");
const { atEnd, atEndOf, end, endOnSignals, isEnding, stopChild } = await import("./lifetime.mjs");
const { step } = await import("./steps.mjs");
const { newTally, proves } = await import("./tally.mjs");

endOnSignals({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const onChild = (child) => atEnd(() => stopChild(child));
const { sum, count } = newTally();

try {
  await test();
} catch (error) {
  sum.failed += 1;
  if (!isEnding()) complain(error);
}
// Of a long log often only the end is kept: it names what failed.
if (!isEnding() && sum.names.length > 0) process.stdout.write(`\nFailed:\n${sum.names.map((name) => `  ${name}`).join("\n")}\n\n`);
if (!isEnding()) await end(sum.failed === 0 && sum.passed > 0 ? 0 : 1, `${sum.passed} passed, ${sum.failed} failed`);

async function test() {
  // The result may not depend on what this shell happens to point at.
  for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "AUTH_SECRET", "APP_URL", "READINESS_SEED", "READINESS_DATA_DIR"]) delete process.env[name];

  await step("install", () => install({ onChild }));
  const { generate } = await import("./generate.mjs");
  const { lint, types, unit } = await import("./runners.mjs");
  const { startTestDatabase, named } = await import("./test-database.mjs");
  await step("client", async () => ((await generate()) ? "generated" : "up to date"));

  // Side by side: each keeps one core busy, and neither writes what the other reads.
  await Promise.all([count("types", () => types({ onChild })), count("lint", () => lint({ onChild }))]);

  let server = null;
  await count("database", proves(async () => {
    server = await atEndOf(startTestDatabase());
  }));
  if (server !== null) {
    await count("tests", () => unit({ onChild, env: { ...process.env, ...server.env } }));
    const { refuseDrift } = await import("./drift.mjs");
    // The server's own database is still empty: the tests copy the template.
    await count("drift", proves(() => refuseDrift(named(server.ownerUrl, "readiness"))));
  }

  const { build } = await import("./build.mjs");
  let built = null;
  await count("build", proves(async () => (built = await build({ onChild }))));
  if (built !== null && server !== null) {
    const { runJourneys } = await import("./e2e.mjs");
    await count("browser", () => runJourneys({ server, build: built.folder, onChild }));
  } else {
    await count("browser", proves(() => Promise.reject(new Error("not run: there is no build or no database"))));
  }
}
