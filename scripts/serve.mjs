import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keep, kept } from "./data-folder.mjs";
import { Failure } from "./failure.mjs";
import { isRunning, startedAt } from "./identity.mjs";
import { isEnding } from "./lifetime.mjs";

const clientAddress = new URL("client-address.mjs", import.meta.url).href;

/** Starts the production server of a build (`build.mjs`). It is ready when `untilReady` says so. */
export function serve(build, { host, port }, env, { quiet = false } = {}) {
  const child = spawn(process.execPath, ["--max-semi-space-size=8", "--import", clientAddress, join(build, "server.js")], {
    cwd: build,
    // Next reads HOSTNAME. Four hashes of passwords at once would fill the usual four threads and make everything wait. A connection is
    // kept for longer than proxies keep theirs (a minute): whoever sends on one that is just being closed gets no answer at all.
    env: { UV_THREADPOOL_SIZE: "12", KEEP_ALIVE_TIMEOUT: "65000", ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", HOSTNAME: host, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    // A session of its own: Ctrl-C reaches the launcher alone, which ends the server before its database.
    detached: process.platform !== "win32",
  });
  let last = "";
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
    from.setEncoding("utf8").on("data", (chunk) => {
      if (!quiet && !isBanner(chunk)) to.write(chunk);
      last = (last + chunk).slice(-4_000);
    });
  }
  return { child, said: () => last.trim() };
}

/** Next greets with addresses of its own, which are not the ones to open. */
function isBanner(chunk) {
  return /^\s*▲ Next\.js/m.test(chunk) || /^\s*✓ (Starting|Ready|Running)/m.test(chunk) || /^- (Local|Network):/m.test(chunk);
}

/** Waits until `/api/health/ready` answers 200; a server that ends or stays unready for `patience` ms is a failure. */
export async function untilReady({ child, said }, address, patience = 60_000) {
  const deadline = Date.now() + patience;
  let answer = "no answer yet";
  while (Date.now() < deadline) {
    if (isEnding()) return;
    if (child.exitCode !== null || child.signalCode !== null) throw new Failure(`the server ended at once:\n${said()}`);
    try {
      const response = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
      if (response.status === 200) return;
      answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      answer = error.cause?.code ?? error.message;
    }
    await wait(50);
  }
  throw new Failure(`the server is not ready after ${patience / 1000} s (${answer}).\n${said()}`);
}

/** A server whose launcher was killed still holds the port: it is remembered in the data folder, and ended here. */
export async function endLeftover(folder) {
  const left = kept(join(folder, "serving.json"));
  if (left === null || !isRunning(left)) return;
  process.kill(left.pid, "SIGTERM");
  for (let waited = 0; isRunning(left); waited += 50) {
    if (waited > 5_000) process.kill(left.pid, "SIGKILL");
    await wait(50);
  }
}

export function rememberServing(folder, child) {
  const file = join(folder, "serving.json");
  keep(file, JSON.stringify({ pid: child.pid, started: startedAt(child.pid) }));
  child.once("exit", () => rmSync(file, { force: true }));
}
