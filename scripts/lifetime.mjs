import { complain } from "./failure.mjs";

const endings = [];
let ending = null;

/** What must happen before this process ends, however it ends; the latest first. */
export function atEnd(run) {
  endings.push(run);
}

/** True once the process is ending: what is cut short now is no failure. */
export function isEnding() {
  return ending !== null;
}

/** Undoes everything that was started and leaves with `code`. */
export function end(code) {
  ending ??= (async () => {
    let final = code;
    for (const run of endings.reverse()) {
      try {
        await run();
      } catch (error) {
        complain(error);
        final = 1;
      }
    }
    process.exit(final);
  })();
  return ending;
}

/** Ctrl-C, a closed terminal and `kill` all end the process in order. A second Ctrl-C changes nothing. */
export function endOnSignals(codes = { SIGINT: 0, SIGTERM: 0, SIGHUP: 0 }) {
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => void end(code));
}

/** Stops a child: asks, waits, and only then insists. */
export async function stopChild(child, { signal = "SIGTERM", patience = 5_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await gone;
  clearTimeout(timer);
}
