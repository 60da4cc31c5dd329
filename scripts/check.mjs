import "./node-version.mjs";

const { complain } = await import("./failure.mjs");
const { install } = await import("./install.mjs");
const { atEnd, end, endOnSignals, isEnding, stopChild } = await import("./lifetime.mjs");
const { step } = await import("./steps.mjs");
const { newTally } = await import("./tally.mjs");

// What one runs before every commit, in under a minute: types, lint and every quick test that needs no server. npm test runs all.
endOnSignals({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const onChild = (child) => atEnd(() => stopChild(child));
const { sum, count } = newTally();
const long = ["corpus", "edits.properties", "homes.properties", "merge.properties", "nasty", "said", "structure-write", "write-seat-lines"].map((name) => `lib/document/${name}.test.ts`).concat("lib/domain/event.test.ts");
try {
  await step("install", () => install({ onChild }));
  const { generate } = await import("./generate.mjs");
  const { lint, types, unit } = await import("./runners.mjs");
  await step("client", async () => ((await generate()) ? "generated" : "up to date"));
  // Side by side: each keeps one core busy, and neither writes what the other reads.
  await Promise.all([count("types", () => types({ onChild })), count("lint", () => lint({ onChild }))]);
  // Database tests and the launcher's own start servers, and the long properties try thousands of documents and chains: npm test runs them.
  await count("tests", () => unit({ onChild }, ["scripts/**", "lib/server/**", ...long].flatMap((left) => ["--exclude", left])));
} catch (error) {
  sum.failed += 1;
  if (!isEnding()) complain(error);
}
if (!isEnding()) await end(sum.failed === 0 ? 0 : 1, `${sum.passed} passed, ${sum.failed} failed`);
