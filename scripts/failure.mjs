/** Something a person can put right: printed as one sentence, without a stack. */
export class Failure extends Error {}

/** Prints why `error` stopped the command (a `Failure` is its sentence, anything else keeps its stack). */
export function complain(error) {
  const text = error instanceof Failure ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\nreadiness: ${text}\n`);
}

/** Runs a command's main function; a failure is told and makes the exit code 1. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}

/** True when `url` (an `import.meta.url`) is the file that node was asked to run. */
export function isEntry(url) {
  return process.argv[1] !== undefined && realpath(process.argv[1]) === realpath(fileURLToPath(url));
}

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

function realpath(file) {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
