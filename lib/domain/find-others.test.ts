import { expect, test } from "vitest";
import { findOthers } from "./find-others";
import { group, item, section, stateOf } from "./testing/build";

const state = stateOf({
  section: [section("s1", { title: "Données" })], group: [group("g1", { title: "Backup" })],
  item: [
    item("a", { text: "Backup restored once", link: "l" }), item("b", { text: "Restore is written down", position: 1, key: "data/backup/restore-is-written-down" }),
    item("c", { text: "Old copies deleted", position: 2 }), item("d", { text: "Backup kept elsewhere", position: 3 }),
    item("e", { text: "Backup shared already", position: 4, link: "l" }), item("f", { text: "Backup retired", position: 5, retiredAt: "2026-02-01T09:00:00.000Z" }),
  ],
});
const found = (said: string, most = 8) => findOthers(state, { id: "a", link: "l" }, said, most);
const ids = (said: string): string[] => found(said).found.map(({ id }) => id);

test("an item is found by all words said, whatever their case and accents, those that say them themselves before those whose headings do", () => {
  expect(ids("BACKUP")).toEqual(["d", "b", "c"]);
  expect(ids("donnees deleted")).toEqual(["c"]);
  expect(ids("restore elsewhere")).toEqual([]);
  expect(ids("  ")).toEqual([]);
});

test("a key, or the address of an item's page, is that item alone", () => {
  expect(ids("data/backup/restore-is-written-down")).toEqual(["b"]);
  expect(ids("https://ready.example.com/launches/demo/items/data/backup/restore-is-written-down?x=1#proof")).toEqual(["b"]);
  expect(ids("/launches/demo/items/data%2Fbackup%2Frestore-is-written-down")).toEqual(["b"]);
});

test("itself, what shares its proof already and what is retired is never offered, and a stray percent sign is no address", () => {
  expect(findOthers(state, { id: "d", link: null }, "kept elsewhere", 8).found).toEqual([]);
  expect(ids("shared already")).toEqual([]);
  expect(ids("retired")).toEqual([]);
  expect(ids("100 % of it")).toEqual([]);
});

test("no more than asked for are told, with how many more there are", () => {
  expect(found("backup", 2)).toMatchObject({ found: [{ id: "d" }, { id: "b" }], more: 1 });
});
