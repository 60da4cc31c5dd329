import { Failure } from "./failure.mjs";
import { bundle } from "./bundle.mjs";
import { capture } from "./run.mjs";

/** Runs a verb of our own command line and returns what it printed. */
export async function cli(args, env, options = {}) {
  const { code, output } = await capture(process.execPath, [bundle, ...args], { env, ...options });
  if (code !== 0) throw new Failure(`readiness ${args.join(" ")} failed: ${output.trim()}`);
  return output.trim();
}
