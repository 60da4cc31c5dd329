import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bundle = fileURLToPath(new URL("../bin/readiness.mjs", import.meta.url));
const command = fileURLToPath(new URL("../bin/readiness", import.meta.url));

/**
 * Runs a verb of the command line on the server's database and gives what it printed; a failure throws its sentence.
 * It runs the bundle itself: `bin/readiness` first looks whether the bundle is older than its sources, every time.
 */
export function readiness(...args: string[]): Promise<string> {
  return run(bundle, args);
}

/** The same as a person runs it. */
export function asTyped(...args: string[]): Promise<string> {
  return run(command, args);
}

/** What the gate answers a pipeline: its exit code, and what it printed. */
export function gate(slug: string): Promise<{ code: number | null; output: string }> {
  return ended(bundle, ["gate", slug]);
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { code, output, errors } = await ended(program, args);
  if (code !== 0) throw new Error(`readiness ${args.join(" ")} ended with ${code}: ${errors.trim()}`);
  return output;
}

function ended(program: string, args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      errors += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output, errors }));
  });
}
