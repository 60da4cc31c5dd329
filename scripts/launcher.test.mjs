import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chooseAddress, urlOf } from "./address.mjs";
import { loadEnvironment } from "./environment.mjs";
import { root } from "./root.mjs";
import { authSecret } from "./secret.mjs";

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "readiness launcher "))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (env) => spawnSync(process.execPath, [join(root, "scripts", "start.mjs")], { env: { ...process.env, PORT: "0", ...env }, encoding: "utf8", timeout: 30_000 });

test("a taken port names who has it", async () => {
  const other = createServer();
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  try {
    const { port } = other.address();
    await expect(chooseAddress({ PORT: String(port) })).rejects.toThrow(new RegExp(`port ${port} is taken.*PORT=`));
    if (process.platform === "linux") await expect(chooseAddress({ PORT: String(port) })).rejects.toThrow(`(process ${process.pid})`);
  } finally {
    other.close();
  }
});

test.each([["http"], ["70000"], ["-1"]])("PORT %s is refused", (port) => expect(chooseAddress({ PORT: port })).rejects.toThrow(/PORT is .*0 to 65535/));

test("a HOST that is not this machine's is refused", () => expect(chooseAddress({ PORT: "0", HOST: "203.0.113.1" })).rejects.toThrow(/HOST is 203.0.113.1/));

test("the printed address can be opened on this machine", () => {
  expect(urlOf({ host: "127.0.0.1", port: 3000 })).toBe("http://127.0.0.1:3000");
  expect(urlOf({ host: "0.0.0.0", port: 80 })).toBe("http://localhost:80");
  expect(urlOf({ host: "::1", port: 3000 })).toBe("http://[::1]:3000");
});

test("a secret may stand in a file, and an empty value counts as unset", () => {
  writeFileSync(join(folder, "secret"), "from the file\n");
  vi.stubEnv("METRICS_TOKEN", "");
  vi.stubEnv("METRICS_TOKEN_FILE", join(folder, "secret"));
  loadEnvironment();
  expect(process.env.METRICS_TOKEN).toBe("from the file");
});

test("a secret's missing file is told by name", () => {
  vi.stubEnv("METRICS_TOKEN", "");
  vi.stubEnv("METRICS_TOKEN_FILE", join(folder, "nothing"));
  expect(() => loadEnvironment()).toThrow(/METRICS_TOKEN_FILE names .*nothing/);
});

test("the made secret stays the same and is long", () => {
  vi.stubEnv("AUTH_SECRET", undefined);
  const made = authSecret(folder);
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(authSecret(folder)).toBe(made);
});

test("a data folder that cannot be one ends the start with a sentence", () => {
  writeFileSync(join(folder, "file"), "");
  const { status, stderr } = start({ READINESS_DATA_DIR: join(folder, "file", "below") });
  expect(status).toBe(1);
  expect(stderr).toMatch(/the data folder .* cannot be written \(ENOTDIR\)/);
  expect(stderr).not.toMatch(/ at .*\.mjs/);
});

test("an unreachable DATABASE_URL ends the start with a sentence", () => {
  mkdirSync(join(folder, "data"));
  const { status, stderr } = start({ READINESS_DATA_DIR: join(folder, "data"), DATABASE_URL: "postgresql://app:hidden@127.0.0.1:1/none" });
  expect(status).toBe(1);
  expect(stderr).toContain("no database server answers at 127.0.0.1:1/none. Check DATABASE_URL.");
  expect(stderr).not.toContain("hidden");
});
