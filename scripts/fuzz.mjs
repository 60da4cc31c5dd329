import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./root.mjs";
import { runTool } from "./tool.mjs";

/** Every file of tests that has a property in it: none has to be listed, so none is forgotten. */
async function propertyFiles() {
  const found = [];
  for (const folder of ["lib", "components"]) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const file = join(folder, name);
      if (file.endsWith(".test.ts") && /from "fast-check"/.test(readFileSync(join(root, file), "utf8"))) found.push(file);
    }
  }
  return found.sort();
}

// npm run fuzz [RUNS] [SECONDS]: the property tests with examples nobody has tried, as many as wanted of each, for so long at most.
await runTool(async ({ onChild }) => {
  const { unit } = await import("./runners.mjs");
  const [runs = process.env.FUZZ_RUNS ?? "3000", seconds = process.env.FUZZ_SECONDS ?? "20"] = process.argv.slice(2);
  const { passed, failed, output } = await unit({ onChild, env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SECONDS: seconds } }, await propertyFiles());
  console.log(output);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
