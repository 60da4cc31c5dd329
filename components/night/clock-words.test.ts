import { expect, test } from "vitest";
import { clockWords } from "./clock-words";

test("a clock counts whole seconds, and days from a day on, before and after alike", () => {
  expect(clockWords(0)).toBe("00:00:00");
  expect(clockWords(999)).toBe("00:00:00");
  expect(clockWords(8_049_000)).toBe("02:14:09");
  expect(clockWords(-8_049_000)).toBe("02:14:09");
  expect(clockWords(86_399_999)).toBe("23:59:59");
  expect(clockWords(86_400_000 * 3 + 61_000)).toBe("3 d 00:01:01");
});
