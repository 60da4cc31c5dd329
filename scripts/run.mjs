import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * Runs a program in the project's root and keeps what it says. `{ code, output }`; it does not throw.
 * `onChild` hears of the process as soon as it runs, so that it can be stopped (`lifetime.mjs`).
 */
export function capture(command, args, { onChild, ...options } = {}) {
  return new Promise((done) => {
    let output = "";
    // A group of its own, so that stopping it stops what it started as well; Ctrl-C reaches us alone.
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32", ...options });
    const add = (chunk) => (output += chunk);
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.on("error", (error) => done({ code: 127, output: output + error.message }));
    child.on("close", (code) => done({ code: code ?? 1, output }));
    onChild?.(child);
  });
}

/** Runs the JavaScript of an installed package, as `npx` would, without `npx`. */
export function runPackage(file, args, options) {
  return capture(process.execPath, [`${root}/node_modules/${file}`, ...args], options);
}
