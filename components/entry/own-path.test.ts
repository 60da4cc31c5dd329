import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "./own-path";

describe("where signing in leads", () => {
  test.each(["/", "/launches/a4co", "/launches/a4co/checklist?show=mine#x"])("%s is kept", (path) => {
    expect(ownPath(path)).toBe(path);
  });
  test.each([
    undefined, "", "https://example.com", "//example.com", "/\\example.com", "/\t/example.com", "\\\\example.com", "javascript:alert(1)",
    "/sign-in", "/sign-in?from=/sign-in", "/a\\b",
  ])("%j leads home", (path) => {
    expect(ownPath(path)).toBe("/");
  });
  test("an array of parameters leads home", () => {
    expect(ownPath(["/a", "/b"])).toBe("/");
  });
  test("no text whatever leads to another site", () => {
    const hostile = fc.array(fc.constantFrom("/", "\\", "\t", "\n", "h", "example.com", ":", "@", "?", "#", ".", "https:"), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.oneof(hostile, fc.string()), (text) => {
      expect(new URL(ownPath(text), "https://readiness.example").origin).toBe("https://readiness.example");
    }), { numRuns: 2_000 });
  });
});
