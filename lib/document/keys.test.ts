import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyGiver, madeOf, slug } from "./keys";
import { numbered } from "./plain";

const word = fc.constantFrom("Rotate", "AKIA1234", "the key", "café", "鍵", "–", "(if needed)", "p95 < 200 ms", "1.", "A › B", "**now**", "x".repeat(80));
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));

describe("a key", () => {
  test("is known as made of its item's words and of every heading above it, whichever they are and however often", () => {
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), words, fc.boolean(), (headings, text, twice) => {
      const give = keyGiver();
      const conditional = text.includes("(if needed)") ? "if needed" : null;
      const first = give(headings, text, conditional);
      const key = twice ? give(headings, text, conditional) : first;
      if (slug(text) !== "") expect([text, madeOf(text)(key)]).toEqual([text, true]);
      // A section's title is its heading's words, a group's those of all headings below that.
      const titles = headings.map((heading) => numbered(heading).title);
      for (const one of [...headings, ...titles, titles.join(" › "), titles.slice(1).join(" › ")]) {
        if (slug(numbered(one).title) !== "") expect([one, madeOf(one)(key)]).toEqual([one, true]);
      }
    }), { numRuns: 5_000 });
  });

  test("is not taken for made of some of the words, of words in another order, or of none", () => {
    const key = "platform/database/rotate-key-akia1234-2";
    expect(["Rotate key AKIA1234", "rotate key akia1234!", "Database", "Platform › Database", "1. Platform"].map((one) => madeOf(one)(key))).toEqual([true, true, true, true, true]);
    for (const other of ["Rotate key", "AKIA1234", "key", "Platform Database", "Database › Platform", "2", "", "–"]) expect([other, madeOf(other)(key)]).toEqual([other, false]);
  });
});
