import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When process `pid` started, as a text that differs for another process with the same number; `null` when there is
 * none. A process number alone is not enough: numbers come back, after a restart of a container almost at once.
 */
export function startedAt(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (process.platform === "linux") return fromProc(pid);
  if (process.platform === "win32") return "unknown";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name stands in brackets and may hold anything, so count the fields behind the last bracket.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie is over; it only waits for its parent to notice.
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** This process, as others will recognise it. */
export function myself() {
  return { pid: process.pid, started: startedAt(process.pid) };
}

/** True while the process that `identity` describes is still the one with that number. */
export function isRunning(identity) {
  return Number.isInteger(identity?.pid) && identity.pid > 0 && startedAt(identity.pid) === identity.started;
}
