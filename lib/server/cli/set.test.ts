import { expect, test } from "vitest";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { launchFrom, person } from "../testing/people";
import { set } from "./set";

ownDatabase();

test("one thing is set at a time, and what is not understood sets nothing", async () => {
  const slug = await launchFrom(await person("Project Manager", true));
  const { key } = await itemNow(slug, "Replication");
  for (const said of [[], ["--work", "bogus"], ["--work", "bogus", "--applies"], ["--work", "done", "--applies"], ["--applies", "--not-applicable"]]) {
    await expect(set([slug, key, ...said]), said.join(" ")).rejects.toMatchObject({ code: 2 });
  }
  expect((await launchNow(slug)).state.revision).toBe(1);
  expect(await set([slug, key, "--applies"])).toBe(`${key}: applies (event 2).\n`);
});
