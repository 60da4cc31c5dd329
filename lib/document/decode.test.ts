import { expect, test } from "vitest";
import { decode } from "./decode";

const sentence = (bytes: Iterable<number>) => {
  const decoded = decode(new Uint8Array([...bytes]));
  return decoded.ok ? decoded.text : decoded.sentence;
};
const wide = (text: string, little: boolean) => [...text].flatMap((sign) => {
  const code = sign.charCodeAt(0);
  return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
});

test.each([true, false])("UTF-16 without its mark is named as what it looks like, little-endian %s", (little) => {
  expect(sentence(wide("# Señales\n\n- [ ] Copias – probadas\n", little))).toMatch(/^This file looks like UTF-16 without a byte order mark/);
  expect(sentence([...wide("\ufeff", little), ...wide("- [ ] a", little)])).toBe("- [ ] a");
});

test("what is binary is not told to be saved as UTF-8", () => {
  expect(sentence(Array.from({ length: 4096 }, (_, at) => (at * 7) % 256))).toMatch(/^This is not a text file: it contains zero bytes/);
  expect(sentence(Buffer.from("- [ ] ma\u00f1ana", "latin1"))).toMatch(/^This file is not valid UTF-8/);
});
