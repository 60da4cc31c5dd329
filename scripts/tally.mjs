import { Failure } from "./failure.mjs";
import { isEnding } from "./lifetime.mjs";
import { line } from "./steps.mjs";

/** Counts what the steps of a test run found. One step's failure is told and hides no other step. */
export function newTally() {
  const sum = { passed: 0, failed: 0, names: [] };

  /** Runs a step that answers `{ passed, failed, skipped, output }`; one that throws has failed once. */
  async function count(name, run) {
    const began = performance.now();
    let found;
    try {
      found = await run();
    } catch (error) {
      found = { passed: 0, failed: 1, skipped: 0, output: error instanceof Failure ? error.message : String(error?.stack ?? error) };
    }
    if (isEnding()) return;
    sum.passed += found.passed;
    sum.failed += found.failed;
    if (found.failed > 0) sum.names.push(...(found.names?.length ? found.names : [name]));
    const { passed, failed, skipped } = found;
    line(failed === 0 ? "✓" : "✗", name, began, `${passed} passed${failed ? `, ${failed} failed` : ""}${skipped ? `, ${skipped} skipped` : ""}`);
    if (failed > 0) process.stdout.write(`\n${found.output.trim()}\n\n`);
  }

  return { sum, count };
}

/** A step that proves one thing by not throwing. */
export const proves = (run) => async () => {
  await run();
  return { passed: 1, failed: 0, skipped: 0, output: "" };
};
