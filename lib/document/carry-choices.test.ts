import { expect, test } from "vitest";
import { carriedChoices } from "./carry-choices";
import { readDocument } from "./read";
import { bytesOf } from "./testing/documents";

function readTaking(text: string, take: (ids: string[]) => string[] = () => []) {
  const offered = readDocument(bytesOf(text));
  if (!offered.ok) throw new Error(offered.sentence);
  const read = readDocument(bytesOf(text), { take: take(offered.reading.choices.map(({ id }) => id)) });
  if (!read.ok) throw new Error(read.sentence);
  return read.reading;
}
const table = (...rows: string[]) => `| Berth | Ready |\n|---|---|\n${rows.map((row) => `| ${row} |\n`).join("")}`;
const crew = table("North pier | [ ]", "South pier | [ ]");
const boats = table("Ferry is painted | [ ]", "Tug is fuelled | [ ]");
const document = `# Quay\n\n- [ ] Lamps\n\n## Piers\n\n${crew}\n## Boats\n\n${boats}`;
const [piers, ships] = readTaking(document).choices.map(({ id }) => id);

test("a choice that was taken is taken again where it stands now, edited and ticked", () => {
  const base = readTaking(document, (ids) => ids.slice(1));
  expect(base.taken).toEqual([ships]);
  expect(carriedChoices(base, readTaking(document))).toEqual([ships]);
  const newer = `# Quay\n\nSome words more.\n\n- [ ] Lamps\n\n## Boats\n\n${table("Ferry is painted | [x]", "Tug is fuelled | [ ]", "Dinghy is dry | [ ]")}\n## Piers\n\n${crew}`;
  const next = readTaking(newer);
  expect(carriedChoices(base, next)).toEqual([next.choices[0]?.id]);
  expect(carriedChoices(readTaking(document, (ids) => ids), next)).toEqual([next.choices[1]?.id, next.choices[0]?.id]);
});

test("what was not taken, is of another kind or says something else is not", () => {
  const base = readTaking(document, (ids) => ids.slice(0, 1));
  expect(base.taken).toEqual([piers]);
  expect(carriedChoices(readTaking(document), readTaking(document))).toEqual([]);
  // Another table at the very line at which the one taken stood.
  expect(carriedChoices(base, readTaking(document.replace(crew, table("Rota | [ ]", "Whistle | [ ]"))))).toEqual([]);
  expect(carriedChoices(base, readTaking("# Quay\n\n- [ ] Lamps\n\n- [~] North pier\n- [~] South pier\n"))).toEqual([]);
});

test("of two equal tables the same one is taken", () => {
  const twice = `# Quay\n\n- [ ] Lamps\n\n## Piers\n\n${crew}\n## Again\n\n${crew}`;
  const base = readTaking(twice, (ids) => ids.slice(1));
  const later = readTaking(`One more line.\n\n${twice}`);
  expect(carriedChoices(base, readTaking(twice))).toEqual(base.taken);
  expect(carriedChoices(base, later)).toEqual([later.choices[1]?.id]);
});

test("what a document is asked but once stays answered, whatever its words became", () => {
  const text = "# Quay\n\n- [ ] Lamps should be lit\n- [ ] Ropes\n";
  const base = readTaking(text, (ids) => ids.filter((id) => id.startsWith("should:")));
  expect(base.taken).toEqual(["should:3"]);
  expect(carriedChoices(base, readTaking("# Quay\n\nA line more.\n\n- [ ] Ropes\n- [ ] Nets should be dry\n"))).toEqual(["should:6"]);
});
