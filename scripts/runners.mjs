import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./root.mjs";
import { runPackage } from "./run.mjs";

// Each answers `{ passed, failed, skipped, output, names }`, `names` being those that failed; a runner that ran nothing has failed.

export async function types(options) {
  // The types of routes belong to the build; without them every page that names a route would be wrong.
  const made = existsSync(join(root, "app")) ? await runPackage("next/dist/bin/next", ["typegen"], options) : { code: 0, output: "" };
  if (made.code !== 0) return one(made);
  return one(await runPackage("typescript/bin/tsc", ["--noEmit", "-p", "."], options));
}

export async function lint(options) {
  const cache = ["--cache", "--cache-strategy", "content", "--cache-location", join(root, "node_modules/.cache/readiness/eslint")];
  return one(await runPackage("eslint/bin/eslint.js", [".", "--max-warnings", "0", ...cache], options));
}

export function unit(options, args = []) {
  return withReport(async (file) => {
    const { code, output } = await runPackage("vitest/vitest.mjs", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args], options);
    const report = read(file);
    if (report === null) return one({ code: code || 1, output });
    // A file that could not even be loaded holds no failed test, yet is one.
    const broken = report.testResults.filter((each) => each.status === "failed" && !each.assertionResults.some((test) => test.status === "failed")).length;
    const names = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.filter((test) => test.status === "failed").map((test) => named(name, test.fullName, test.failureMessages[0])));
    return counted({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests, names }, code, output);
  });
}

export function journeys(options, args = []) {
  return withReport(async (file) => {
    const env = { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code, output } = await runPackage("playwright/cli.js", ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", ...args], { ...options, env });
    const report = read(file);
    if (report === null) return one({ code: code || 1, output });
    const { expected, unexpected, flaky, skipped } = report.stats;
    return counted({ passed: expected, failed: unexpected + flaky, skipped, names: report.suites.flatMap(failedIn) }, code, output);
  });
}

/** A runner may fail as a whole (an error outside every test), or pass by running nothing. */
function counted({ passed, failed, skipped, names }, code, output) {
  const whole = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  const words = passed + failed === 0 ? `${output}\nNo test was run.` : output;
  return { passed, failed: failed + whole, skipped, output: words, names };
}

const failedIn = ({ suites = [], specs = [] }) => [
  ...specs.filter((spec) => !spec.ok).map((spec) => named(spec.file, spec.title, spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error.message)),
  ...suites.flatMap(failedIn),
];

/** One line: where the test stands, what it guarantees, and how its failure begins. */
const named = (file, title, message = "") => `${file.replace(root, "").replace(/^\//, "")} · ${title} · ${stripVTControlCharacters(message).split("\n")[0]}`;

function one({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output, names: [] };
}

async function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), "readiness-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
