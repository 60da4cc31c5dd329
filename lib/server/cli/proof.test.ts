import { expect, test } from "vitest";
import { liveSections } from "@/lib/domain/survey";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { launchFrom, person } from "../testing/people";
import { proof } from "./proof";

ownDatabase();

test("whether proof is needed is said for a launch or a section, and why where it is not needed any more", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const rule = async () => {
    const { state } = await launchNow(slug);
    return [state.launch.proof, state.launch.proofReason, liveSections(state)[0]?.proof, liveSections(state)[0]?.proofReason];
  };
  const title = liveSections((await launchNow(slug)).state)[0]?.title ?? "";
  expect(await proof([slug, "required"])).toMatch(/: proof required \(event 2\)\.$/m);
  await expect(proof([slug, "optional"])).rejects.toThrow("Say why");
  await expect(proof([slug, "--section", title, "optional"])).rejects.toThrow("Say why");
  expect(await proof([slug, "--section", title, "optional", "--reason", "Seen by all"])).toMatch(/: proof optional/);
  expect(await rule()).toEqual(["required", null, "optional", "Seen by all"]);
  expect(await proof([slug, "--section", title, "inherited"])).toMatch(/: proof inherited/);
  expect(await proof([slug, "optional", "--reason", "A rehearsal"])).toMatch(/: proof optional/);
  expect(await rule()).toEqual(["optional", "A rehearsal", null, null]);
  for (const wrong of [[slug], [slug, "inherited"], [slug, "perhaps"], [slug, "required", "more"]]) await expect(proof(wrong)).rejects.toThrow("Use readiness proof");
});
