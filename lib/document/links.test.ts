import { describe, expect, test } from "vitest";
import { launchRows } from "./launch-rows";
import { linkOffers, linkTaken } from "./links";
import { read, seed } from "./testing/documents";
import { began, counting } from "./testing/living";

function linked(document: Uint8Array | string, taken: (offers: ReturnType<typeof linkOffers>) => string[]): string[][] {
  const reading = read(document);
  const { item } = launchRows(reading, began, counting());
  linkTaken(reading, taken(linkOffers(reading)), item, counting("link"));
  const words = new Map<string, string[]>();
  for (const { link, text } of item) if (link !== null) words.set(link, [...(words.get(link) ?? []), text]);
  return [...words.values()];
}

describe("repeats in a document", () => {
  test("of the built-in checklist are two exact ones and the restored backup; services that are tested alike are none", () => {
    expect(linkOffers(read(seed())).map(({ kind, items }) => [kind, items.map(({ text }) => text)])).toEqual([
      ["near-repeat", ["Backup restoration tested", "Backup restoration tested successfully", "Backup and restore tested"]],
      ["repeat", ["Database replication configured (if needed)", "Database replication configured (if needed)"]],
      ["repeat", ["Disaster recovery plan documented", "Disaster recovery plan documented"]],
    ]);
  });
  test("link nothing by themselves, and only what was taken", () => {
    expect(linked(seed(), () => [])).toEqual([]);
    expect(linked(seed(), () => ["repeat:1", "unknown"])).toEqual([]);
    expect(linked(seed(), ([first]) => (first ? [first.id] : []))).toEqual([["Backup restoration tested", "Backup restoration tested successfully", "Backup and restore tested"]]);
  });
  test("that share an item become one link", () => {
    const document = "# A\n\n## One\n\n- [ ] Backup restoration tested\n- [ ] Lamps are lit\n\n## Two\n\n- [ ] Backup restoration tested\n- [ ] Backup and restore tested\n";
    expect(linkOffers(read(document)).map(({ kind }) => kind)).toEqual(["repeat", "near-repeat"]);
    expect(linked(document, (offers) => offers.map(({ id }) => id))).toEqual([["Backup restoration tested", "Backup restoration tested", "Backup and restore tested"]]);
    // Two pairs of which the near repeat joins one item each.
    expect(linked(`${document}- [ ] Backup and restore tested\n`, (offers) => offers.map(({ id }) => id)).map((items) => items.length)).toEqual([4]);
    expect(linked(document, (offers) => offers.slice(1).map(({ id }) => id))).toEqual([["Backup restoration tested", "Backup and restore tested"]]);
  });
});
