import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const nowhere = { ...process.env, DATABASE_URL: undefined, READINESS_DATA_DIR: mkdtempSync(join(tmpdir(), "readiness no data ")) };
const run = (args, input) => spawnSync(process.execPath, [join(root, "bin", "readiness"), ...args], { env: nowhere, input, encoding: "utf8" });

test.each([
  ["a verb nobody knows", ["nope"], 2, /There is no verb "nope"/],
  ["a missing file name", ["parse"], 2, /Name the file/],
  ["an option nobody knows", ["parse", "x.md", "--yaml"], 2, /--yaml/],
  ["a file that is not there", ["parse", "no-such-file.md"], 3, /cannot be read/],
  ["a file that is no text", ["parse", process.execPath], 3, /bytes|UTF-8/],
  ["a database that does not exist yet", ["status", "a4co"], 1, /npm start/],
])("%s gets one sentence with the way out, and its exit code", (_what, args, code, sentence) => {
  const { status, stderr, stdout } = run(args);
  expect([status, stdout]).toEqual([code, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a list from standard input is read without a database, and comes back byte for byte", () => {
  const list = "# T\r\n\r\n- [ ] One\r\n- [X] Two\r\n";
  expect(run(["format", "-"], list).stdout).toBe(list);
  expect(JSON.parse(run(["parse", "-", "--json"], list).stdout).counts).toEqual({ sections: 1, groups: 1, items: 2, seats: 0, tasks: 2, checked: 1 });
});
