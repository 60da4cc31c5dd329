import "./node-version.mjs";

const { end, endOnSignals, atEnd, stopChild } = await import("./lifetime.mjs");
const { install } = await import("./install.mjs");
const { main } = await import("./failure.mjs");

// npm run fuzz [RUNS]: the property tests with examples nobody has tried, as many as wanted of each.
endOnSignals({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
const onChild = (child) => atEnd(() => stopChild(child));
await main(async () => {
  await install({ onChild });
  const { unit } = await import("./runners.mjs");
  const runs = process.argv[2] ?? process.env.FUZZ_RUNS ?? "3000";
  // Those whose number of runs can be raised.
  const files = ["choices", "merge.properties", "nasty", "structure-write"].map((name) => `lib/document/${name}.test.ts`);
  const { passed, failed, output } = await unit({ onChild, env: { ...process.env, FUZZ_RUNS: runs } }, files);
  console.log(output);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
await end(process.exitCode ?? 0);
