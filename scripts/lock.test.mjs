import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { myself, startedAt } from "./identity.mjs";
import { holderOf, lockFolder } from "./lock.mjs";
import { root } from "./root.mjs";

let folder;
const children = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "lock with spaces "))));
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  rmSync(folder, { recursive: true });
});

/** Another process that takes the lock and keeps it until it is killed. */
async function holder(kind) {
  const code = `const { lockFolder } = await import(${JSON.stringify(`file://${encodeURI(join(root, "scripts/lock.mjs"))}`)});
    await lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(kind)}); console.log("locked"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await new Promise((done) => child.stdout.once("data", done));
  return child;
}

function killed(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  return gone;
}

test("a second copy is refused with the first one's number, and the first keeps its lock", async () => {
  const other = await holder("server");
  await expect(lockFolder(folder, "server")).rejects.toThrow(`another copy (process ${other.pid}) is already running on the data folder ${folder}`);
  expect(holderOf(folder).pid).toBe(other.pid);
});

test("the lock of a killed process is taken over", async () => {
  await killed(await holder("server"));
  expect(holderOf(folder)).toBeNull();
  const unlock = await lockFolder(folder, "server");
  expect(holderOf(folder).pid).toBe(process.pid);
  unlock();
  expect(holderOf(folder)).toBeNull();
});

test("a process that merely has the dead holder's number is not taken for it", async () => {
  const other = await holder("server");
  const lock = JSON.parse(readFileSync(join(folder, "lock"), "utf8"));
  writeFileSync(join(folder, "lock"), JSON.stringify({ ...lock, pid: other.pid, started: "another time" }));
  const unlock = await lockFolder(folder, "server");
  unlock();
});

test("a short command is waited for", async () => {
  const other = await holder("command");
  const waiting = lockFolder(folder, "server");
  await killed(other);
  (await waiting)();
});

test("a damaged lock stops nobody", async () => {
  writeFileSync(join(folder, "lock"), "{");
  (await lockFolder(folder, "server"))();
});

test("of many at once exactly one gets a dead process's lock", async () => {
  await killed(await holder("server"));
  const code = `const { lockFolder } = await import(${JSON.stringify(`file://${encodeURI(join(root, "scripts/lock.mjs"))}`)});
    try { await lockFolder(${JSON.stringify(folder)}, "server"); console.log("mine"); setInterval(() => {}, 1000); } catch { console.log("theirs"); }`;
  const answers = await Promise.all(Array.from({ length: 5 }, () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    return new Promise((done) => child.stdout.once("data", (chunk) => done(String(chunk).trim())));
  }));
  expect(answers.sort()).toEqual(["mine", "theirs", "theirs", "theirs", "theirs"]);
});

test("a process is known by its number and its start", () => {
  expect(startedAt(process.pid)).toBe(myself().started);
  expect(startedAt(2 ** 22 + 1)).toBeNull();
});
