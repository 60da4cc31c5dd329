import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { online } from "./verbs";

test("every verb that needs a database is given one by the command", () => {
  const command = readFileSync(new URL("../../../scripts/command.mjs", import.meta.url), "utf8");
  const [, listed = ""] = /const onDatabase = \[(.*?)\];/s.exec(command) ?? [];
  expect([...listed.matchAll(/"([^"]+)"/g)].map(([, verb]) => verb).sort()).toEqual(Object.keys(online).sort());
});
