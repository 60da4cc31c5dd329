import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/** Runs a program in the project's root and keeps what it says. `{ code, output }`; it does not throw. */
export function capture(command, args, options = {}) {
  return new Promise((done) => {
    let output = "";
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
    const add = (chunk) => {
      output += chunk;
      options.onOutput?.(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.on("error", (error) => done({ code: 127, output: output + error.message }));
    child.on("close", (code, signal) => done({ code: code ?? 1, signal, output }));
    options.onChild?.(child);
  });
}
