import { expect, test } from "vitest";
import { limits } from "@/lib/document/limits";
import { refuse } from "@/lib/domain/refusal";
import { judgeSize } from "./too-large";

const came = (bytes: number) => ({ allowed: true as const, bytes: new Uint8Array(bytes) });

test("a checklist too large is refused in a checklist's words, whether it came or was only announced", () => {
  const sentence = "This file has 1,048,577 bytes; at most 1,048,576 can be imported. Split it.";
  expect(judgeSize(came(limits.bytes + 1), "a.md")).toMatchObject({ why: "file-too-large", sentence });
  expect(judgeSize(refuse("file-too-large", { field: "file", limit: 9, count: limits.bytes + 1 }), "a.md")).toMatchObject({ why: "file-too-large", sentence });
});

test("what stands before the file in its body does not count", () => {
  expect(judgeSize(came(limits.bytes + 7), "a.md", 7)).toMatchObject({ allowed: true, bytes: { length: limits.bytes } });
  expect(judgeSize(came(limits.bytes + 8), "a.md", 7)).toMatchObject({ sentence: expect.stringContaining("1,048,577 bytes") });
  expect(judgeSize(refuse("file-too-large", { count: 2_000_007 }), "a.md", 7)).toMatchObject({ sentence: expect.stringContaining("2,000,000 bytes") });
});

test("any other refusal of an upload stays as it is", () => {
  const cut = refuse("bad-input", { field: "file" });
  expect(judgeSize(cut, "a.md")).toBe(cut);
});
