import type { Change, Entity } from "./state";
import { canonical } from "./canonical";

/**
 * Fields that hold what people write. Events keep a salted commitment of each, the text itself lies beside and can be erased
 * (decision rules §11). Questions, titles and items' own words are among them: a secret can be pasted anywhere. So are the keys
 * that are made of such words; events from before this was so hold them in clear and are read as they are.
 */
export const freeText: Readonly<Record<Entity, readonly string[]>> = {
  launch: ["name", "proofReason"],
  member: [],
  section: ["title", "proofReason"],
  group: ["title"],
  item: ["key", "text", "requiredReason", "condition", "applicabilityReason", "workReason", "proofReason"],
  fact: ["question"],
  evidence: ["title", "url", "unit", "source", "withdrawnReason"],
  waiver: ["reason", "control", "decidedReason"],
  seat: ["key", "team", "role", "documentName", "documentDate"],
  signOff: ["nameThen", "reason", "meaning", "material", "withdrawnReason"],
  condition: ["text", "rollbackTrigger"],
  poll: [],
  decision: ["reason", "record"],
  note: ["text"],
};

/** Texts within a field that is more than its words: a target's name and unit are what its item says, its limit is a figure. */
export const textWithin: Readonly<Partial<Record<Entity, Readonly<Record<string, readonly string[]>>>>> = { item: { threshold: ["metric", "unit"] } };

/** What stands in place of a text that was erased: a word, not nothing, because most of these texts are never empty. */
export const erasedText = "[erased]";

/** What stands in place of a key that was erased: made of the row's id alone, so that rows and any replay agree, each stays unique, and the row's page is found by it. */
export const erasedKey = (id: string): string => `erased-${id}`;

/** A text that lies beside its event. `text` null = erased. `path`: `<index of the change>.<before|after>.<field>`, and its name within the field where it has one. */
export interface EventText { path: string; salt: string; text: string | null }

/** In place of a text: SHA-256, hex, of salt and text. `$json` where the value was no text: of its canonical JSON. */
type Commitment = { $text: string } | { $json: string };

const sides = ["before", "after"] as const;

/**
 * Changes as an event holds them, and the texts to lie beside it. `salt` is asked for each text, so that equal texts cannot be
 * told from their commitments. `null` is no text and stays. `from` = how many of the event's changes stand before these.
 */
export function commitTexts(changes: readonly Change[], salt: () => string, sha256: (text: string) => string, from = 0): { changes: Change[]; texts: { path: string; salt: string; text: string }[] } {
  const texts: { path: string; salt: string; text: string }[] = [];
  const committed = withTexts(changes, (value, path) => {
    const text = typeof value === "string" ? value : canonical(value);
    const own = salt();
    texts.push({ path, salt: own, text });
    return { [typeof value === "string" ? "$text" : "$json"]: sha256(own + text) };
  }, from);
  return { changes: committed, texts };
}

/** The changes with something else in place of each of their texts that is there. `erased`: how such a text reads once it is gone. */
function withTexts(changes: readonly Change[], become: (value: unknown, path: string, erased: string) => unknown, from = 0): Change[] {
  return changes.map((change, at): Change => {
    const next = { ...change };
    for (const side of sides) {
      const row = change[side];
      if (row === null) continue;
      const out: Record<string, unknown> = { ...row };
      for (const field of freeText[change.entity]) {
        if (row[field] !== undefined && row[field] !== null) out[field] = become(row[field], `${from + at}.${side}.${field}`, field === "key" ? erasedKey(change.id) : erasedText);
      }
      for (const [field, names] of Object.entries(textWithin[change.entity] ?? {})) {
        const held = heldIn(row[field]);
        if (held === null) continue;
        const words = names.filter((name) => held[name] !== undefined && held[name] !== null).map((name) => [name, become(held[name], `${from + at}.${side}.${field}.${name}`, erasedText)] as const);
        out[field] = { ...held, ...Object.fromEntries(words) };
      }
      next[side] = out;
    }
    return next;
  });
}

/** A record in a field; `null` where there is none. */
function heldIn(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null; // just looked at
}

function isCommitment(value: unknown): value is Commitment {
  return typeof value === "object" && value !== null && ("$text" in value || "$json" in value);
}

/** An event's changes with their texts. Those that were erased (or are missing) read `[erased]`, keys as `erasedKey` says, and are listed by path. */
export function restoreTexts(changes: readonly Change[], texts: readonly EventText[]): { changes: Change[]; erased: string[] } {
  const byPath = new Map(texts.map((text) => [text.path, text.text]));
  const erased: string[] = [];
  const restored = withTexts(changes, (value, path, instead) => {
    if (!isCommitment(value)) return value;
    const text = byPath.get(path) ?? null;
    if (text === null) erased.push(path);
    // Written by `commitTexts` as canonical JSON.
    return text === null ? instead : "$json" in value ? (JSON.parse(text) as unknown) : text;
  });
  return { changes: restored, erased };
}

/** Paths of texts that are not what their event commits to: changed after the fact, missing, or of nothing. Erased ones are none. */
export function falseTexts(changes: readonly Change[], texts: readonly EventText[], sha256: (text: string) => string): string[] {
  const expected = new Map<string, string>();
  changes.forEach((change, at) => {
    for (const side of sides) {
      for (const [field, value] of Object.entries(change[side] ?? {})) {
        if (isCommitment(value)) expected.set(`${at}.${side}.${field}`, "$text" in value ? value.$text : value.$json);
        else if (textWithin[change.entity]?.[field]) for (const [name, within] of Object.entries(heldIn(value) ?? {})) {
          if (isCommitment(within)) expected.set(`${at}.${side}.${field}.${name}`, "$text" in within ? within.$text : within.$json);
        }
      }
    }
  });
  const known = new Set(texts.map(({ path }) => path));
  const wrong = texts.filter(({ path, salt, text }) => !expected.has(path) || (text !== null && sha256(salt + text) !== expected.get(path)));
  return [...wrong.map(({ path }) => path), ...[...expected.keys()].filter((path) => !known.has(path))];
}
