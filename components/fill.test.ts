import { expect, test } from "vitest";
import { count, fill } from "./fill";

test("a value is put into its place as it is, whatever it contains", () => {
  expect(fill("{a} and {b}, {a}", { a: "{b}", b: "$&" })).toBe("{b} and $&, {b}");
});
test("a place without a value stays to be seen", () => {
  expect(fill("{who} left", {})).toBe("{who} left");
});
test("one is one, and everything else is other", () => {
  const words = { one: "{n} item", other: "{n} items" };
  expect([0, 1, 2].map((n) => count(words, n))).toEqual(["0 items", "1 item", "2 items"]);
});
