import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../bin/readiness", import.meta.url));

/** Runs a verb of the command line on the server's database and gives what it printed; a failure throws its sentence. */
export async function readiness(...args: string[]): Promise<string> {
  const { code, output, errors } = await run(args);
  if (code !== 0) throw new Error(`readiness ${args.join(" ")} ended with ${code}: ${errors.trim()}`);
  return output;
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
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
