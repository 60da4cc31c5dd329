import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotCanonical, canonical } from "./canonical";

describe("canonical JSON", () => {
  test("writes the example of RFC 8785 §3.2.2 as its §3.2.3 has it", () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  test("sorts names by UTF-16 code units, as the RFC's second example", () => {
    const value = { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\u05d3": "Hebrew Letter Dalet", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" };
    const names = ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Hebrew Letter Dalet", "Euro Sign", "Emoji: Grinning Face"];
    expect(Object.values(JSON.parse(canonical([value]))[0] as object).toSorted()).toEqual(names.toSorted());
    const places = names.map((name) => canonical(value).indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test.each([[0, "0"], [-0, "0"], [5e-324, "5e-324"], [1.7976931348623157e308, "1.7976931348623157e+308"], [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"], [1e21, "1e+21"], [999999999999999900000, "999999999999999900000"], [333333333.33333325, "333333333.33333325"]])(
    "writes the number %d as %s", (value, text) => {
      expect(canonical(value)).toBe(text);
    });

  test("does not take one set of names for another that reads alike", () => {
    for (const twice of [1, 2]) {
      expect(canonical({ b: twice, a: 1 })).toBe(`{"a":1,"b":${twice}}`);
      expect(canonical({ "b\na": twice })).toBe(`{"b\\na":${twice}}`);
      expect([canonical({}), canonical({ "": twice })]).toEqual(["{}", `{"":${twice}}`]);
      expect(canonical({ "10": 1, "9": twice, __proto__: null })).toBe(`{"10":1,"9":${twice}}`);
      expect(canonical(JSON.parse(`{"b":1,"__proto__":${twice}}`))).toBe(`{"__proto__":${twice},"b":1}`);
    }
  });

  test("gives one text for strings and names that are equal in NFC", () => {
    expect(canonical({ "cafe\u0301": "cafe\u0301" })).toBe(canonical({ "caf\u00e9": "caf\u00e9" }));
  });

  test.each<[string, unknown, string]>([
    ["a number that is not finite", { a: [1, Number.NaN] }, "a[1]"], ["infinity", Number.POSITIVE_INFINITY, ""], ["undefined", { a: { b: undefined } }, "a.b"],
    // A hole in a list on purpose.
    ["a hole in a list", new Array(1), "[0]"], ["half of a surrogate pair", { a: "x\ud800" }, "a"], ["half of one in a name", { "\udc00": 1 }, "\udc00"],
    ["a date", { at: new Date(0) }, "at"], ["a map", new Map(), ""], ["a function", { f: () => 1 }, "f"], ["a bigint", 1n, ""],
    ["two names that are equal in NFC", { "\u00e9": 1, "e\u0301": 2 }, ""],
  ])("refuses %s and names its place", (_what, value, path) => {
    expect(() => canonical(value)).toThrow(NotCanonical);
    try { canonical(value); } catch (error) { expect(error).toMatchObject({ path }); }
  });

  test("is the same for every order of keys, at every depth", () => {
    const turn = (value: unknown): unknown => Array.isArray(value) ? value.map(turn)
      : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]: [string, unknown]) => [key, turn(inner)])) : value;
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(canonical(turn(value))).toBe(canonical(value));
    }), { numRuns: 1000 });
  });

  test("reads back as the value it was made from", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      // JSON has one zero.
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }), { numRuns: 1000 });
  });
});
