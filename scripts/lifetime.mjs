import { complain } from "./failure.mjs";

const endings = [];
let ending = null;

/** What must happen before this process ends, however it ends; the latest first. */
export function atEnd(run) {
  endings.push(run);
}

/** The same for what is still being started: its `stop` is called even when the end comes first. */
export function atEndOf(starting) {
  atEnd(async () => (await starting.catch(() => null))?.stop());
  return starting;
}

/** True once the process is ending: what is cut short now is no failure. */
export function isEnding() {
  return ending !== null;
}

/** Undoes everything that was started, says `lastWords` and leaves with `code`, or 1 when something could not be undone. */
export function end(code, lastWords) {
  ending ??= (async () => {
    let final = code;
    // Taken one by one: what was just being started adds its own ending meanwhile.
    for (let run = endings.pop(); run !== undefined; run = endings.pop()) {
      try {
        await run();
      } catch (error) {
        complain(error);
        final = 1;
      }
    }
    if (lastWords !== undefined) process.stdout.write(`${lastWords}\n`);
    process.exit(final);
  })();
  return ending;
}

/** Ctrl-C, a closed terminal and `kill` all end the process in order. A second Ctrl-C changes nothing. */
export function endOnSignals(codes = { SIGINT: 0, SIGTERM: 0, SIGHUP: 0 }) {
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => void end(code));
}

/** Stops a child and the group it leads: asks, waits, and only then insists. */
export async function stopChild(child, { signal = "SIGTERM", patience = 5_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((done) => child.once("exit", done));
  signalGroup(child, signal);
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), patience);
  await gone;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // Not the leader of a group, or over already.
    child.kill(signal);
  }
}
