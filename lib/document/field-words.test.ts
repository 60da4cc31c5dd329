import { expect, test } from "vitest";
import { applicabilities, windows, works } from "@/lib/domain/state";
import { fieldNames } from "./merge-fields";
import { fieldName, fieldValue } from "./field-words";

test("every field a merge can change has a name of its own, and every value words", () => {
  const names = [...fieldNames, "goLive", "nextReview", "section", "group", "says", "added", "returned", "removed", "renamed", "link"].map(fieldName);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:[ -][a-z]+)*$/);
  for (const [field, values] of [["window", windows], ["work", works], ["applicability", applicabilities]] as const) for (const value of values) expect(fieldValue(field, value)).not.toMatch(/todo|not-|in-|launch-day|-24h|-week/);
});

test("a reason behind a value stays as it was written, and no value is said as none", () => {
  expect(fieldValue("work", "blocked: in-progress: not-applicable")).toBe("blocked: in-progress: not-applicable");
  expect(fieldValue("applicability", "not-applicable: single node")).toBe("not applicable: single node");
  expect(fieldValue("applicability", "not-applicable: ")).toBe("not applicable");
  expect(fieldValue("text", "todo: call ops")).toBe("todo: call ops");
  expect(fieldValue("due", null)).toBe("none");
});
