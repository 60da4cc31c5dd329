import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { freeText, textWithin } from "@/lib/domain/free-text";
import { entities, type Entity } from "@/lib/domain/state";

/** The schema's columns that hold words or bytes: `Model.field`. Ids and keys of other rows are none. */
function columns(): string[] {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model, body = ""]) =>
    body.split("\n").flatMap((line) => {
      const [, field, type] = /^ {2}(\w+)\s+(String|Json|Bytes)(?:\[\])?\??/.exec(line) ?? [];
      return field && type && !line.includes("@db.Uuid") ? [`${model}.${field}`] : [];
    }));
}

const reached = new Set(entities.flatMap((entity: Entity) => [...freeText[entity], ...Object.keys(textWithin[entity] ?? {})].map((field) => `${entity[0]?.toUpperCase()}${entity.slice(1)}.${field}`)));

const word = "one of a few words of the program's own, which a CHECK or the input's shape allows";
const digest = "a digest or a random secret's hash: nothing can be read from it";
const figure = "a day, a time, a zone or an id";
const key = "one of the program's own words, or the number that the document gives its section";
const id = "an id, in launches from before the key of an item, which goes with that: erase-keys.test.ts";
const person = "goes with the person: erase-person.ts, shown by erase-copies.test.ts";

/** Everything else, and why erasing a text of a launch need not reach it. */
const otherwise: Record<string, string> = {
  "User.email": person, "User.name": person, "User.passwordHash": digest, "Account.provider": person, "Account.subject": person, "Session.agent": person,
  "Invitation.kind": word, "Invitation.tokenHash": digest, "Invitation.role": word, "Invitation.email": person, "BadgeKey.keyHash": digest,
  "SignInAttempt.accountHash": digest, "SignInAttempt.addressHash": digest,
  "Launch.slug": "the launch's address, which an admin gives and everybody has: another launch is the way out", "Launch.zone": figure, "Launch.goLive": figure, "Launch.goLives": figure, "Launch.nextReview": figure,
  "Launch.phase": word, "Launch.pollRule": word, "Launch.proof": word, "Launch.head": digest, "Member.role": word,
  "Document.name": "erased with any text that it holds: erase.ts", "Document.bytes": "erased with a text that they hold, but for the copy in force: erase-copies.test.ts",
  "Document.sha256": digest, "Document.take": figure, "FileContent.name": "erased with the name that it was attached under: erase.ts",
  "FileContent.bytes": "erased with a text that they hold, or by the file's name: erase-copies.test.ts", "FileContent.sha256": digest, "Evidence.fileHash": digest,
  "Section.key": key, "Fact.key": key,
  "Section.proof": word, "Item.window": word, "Item.alternatives": id, "Item.link": figure, "Item.applicability": word, "Item.applicabilityBy": word,
  "Item.work": word, "Item.proof": word, "Item.due": figure, "Item.cadence": word, "Evidence.kind": word, "Evidence.outcome": word, "Waiver.state": word,
  "Seat.sections": figure, "SignOff.position": word, "SignOff.digest": digest, "Poll.rule": word, "Decision.outcome": word, "Decision.verdict": word, "Note.kind": word,
  "Event.kind": word, "Event.via": word, "Event.beside": "digests and places", "Event.changes": "commitments in place of texts: event.test.ts", "Event.prev": digest, "Event.hash": digest, "Event.subjects": figure,
  "EventText.path": "a place", "EventText.salt": digest, "EventText.text": "what erasing takes away",
};

test("erasing reaches every column that holds what people write, or it is said why it need not", () => {
  const all = columns();
  expect(all.length).toBeGreaterThan(90);
  expect(all.filter((column) => !reached.has(column) && !Object.hasOwn(otherwise, column))).toEqual([]);
  // Nothing is told of columns that are gone, or told twice.
  expect([...reached, ...Object.keys(otherwise)].filter((column) => !all.includes(column))).toEqual([]);
  expect(Object.keys(otherwise).filter((column) => reached.has(column))).toEqual([]);
});
