import { runTool } from "./tool.mjs";

// npm run fuzz [RUNS]: the property tests with examples nobody has tried, as many as wanted of each.
await runTool(async ({ onChild }) => {
  const { unit } = await import("./runners.mjs");
  const runs = process.argv[2] ?? process.env.FUZZ_RUNS ?? "3000";
  // Those whose number of runs can be raised.
  const files = ["choices", "merge.properties", "nasty", "said", "seats-by-choice", "structure-write"].map((name) => `lib/document/${name}.test.ts`)
    .concat("lib/server/imports/formats.test.ts", "lib/server/imports/round-trip.test.ts", "lib/server/exports/as-imported.test.ts");
  const { passed, failed, output } = await unit({ onChild, env: { ...process.env, FUZZ_RUNS: runs } }, files);
  console.log(output);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
