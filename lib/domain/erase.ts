import type { Change, Entity, LaunchState } from "./state";
import { entities } from "./state";
import { applyChanges, diffRows } from "./changes";
import { erasedKey, erasedText, freeText, textWithin } from "./free-text";
import { type Person, may } from "./permissions";
import { type Outcome, type Refusal, allow, refuse } from "./refusal";

/** An address is never empty, and a link's must be one: this one leads nowhere by its very name (RFC 2606). */
const erasedAddress = "https://erased.invalid/";

/** Whether some text within a JSON value is exactly `text`: a signed state and a decision's record repeat what people wrote. */
export function holdsText(value: unknown, text: string): boolean {
  if (typeof value === "string") return value === text;
  return typeof value === "object" && value !== null && Object.values(value).some((one) => holdsText(one, text));
}

/** The same value with `text` erased wherever it stands. */
export function withoutText(value: unknown, text: string): unknown {
  if (typeof value === "string") return value === text ? erasedText : value;
  if (Array.isArray(value)) return value.map((one) => withoutText(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutText(one, text)]));
}

/**
 * Every row that holds exactly this text, with it erased. `before` names no text: an event that erases must not keep what it
 * erases. Rows that people signed for turn different by it, and a signature over them stale: it was for other words.
 */
export function eraseFromRows(state: LaunchState, text: string): Change[] {
  const changes: Change[] = [];
  for (const entity of entities) {
    const rows: Readonly<Record<string, object>> = entity === "launch" ? { [state.launch.id]: state.launch } : state[entity];
    for (const [id, found] of Object.entries(rows)) {
      const row = found as Readonly<Record<string, unknown>>; // every row is a plain record
      const after: Record<string, unknown> = {};
      for (const field of freeText[entity]) {
        if (holdsText(row[field], text)) after[field] = field === "url" ? erasedAddress : field === "key" ? erasedKey(id) : withoutText(row[field], text);
      }
      // Launches from before have a word in common that is the key of the first of them.
      if (row.alternatives === text) after.alternatives = erasedKey(firstOf(state, text) ?? id);
      for (const { field, name, text: words } of wordsWithin(entity, row)) {
        if (words === text) after[field] = { ...((after[field] ?? row[field]) as object), [name]: erasedText }; // a record, as it holds words
      }
      const version = Number(row.version);
      if (Object.keys(after).length > 0) changes.push({ entity, id, before: { version }, after: { ...after, version: version + 1 } });
    }
  }
  return changes;
}

/** Of the items that are alternatives by this word, the one that is first by its id: one name for all of them. */
function firstOf({ item }: Pick<LaunchState, "item">, word: string): string | undefined {
  return Object.values(item).filter(({ alternatives }) => alternatives === word).map(({ id }) => id).sort()[0];
}

/** The fields of a row that people write themselves: a key is made of those and goes with them. */
const written = (entity: Entity): readonly string[] => freeText[entity].filter((field) => field !== "key");

/** The words within a row's fields that are more than words. */
function wordsWithin(entity: Entity, row: Readonly<Record<string, unknown>>): { field: string; name: string; text: string }[] {
  return Object.entries(textWithin[entity] ?? {}).flatMap(([field, names]) => names.flatMap((name) => {
    const text = (row[field] as Readonly<Record<string, unknown>> | null | undefined)?.[name]; // a record or nothing, as `textWithin` says
    return typeof text === "string" ? [{ field, name, text }] : [];
  }));
}

/** A text with those that are made of it: what an item's target is called are words of the item itself. */
export function erasedWith({ item }: Pick<LaunchState, "item">, text: string): string[] {
  const made = Object.values(item).flatMap((one) => (one.text === text && one.threshold && text.includes(one.threshold.metric) ? [one.threshold.metric] : []));
  return [...new Set([text, ...made.filter(isErasable)])];
}

/** The changes that take several texts out, one event's: from before all to after all, without the words that went. */
export function changesWithout(state: LaunchState, texts: readonly string[]): Change[] {
  let next = state;
  for (const text of texts) next = applyChanges(next, eraseFromRows(next, text), next.revision);
  return diffRows(state, next).map(({ entity, id, before, after }): Change => ({ entity, id, before: { version: before?.version }, after }));
}

/** Whether this person may erase: an instance's admin, and nobody else (decision rules §11). */
export function judgeMayErase(actor: Person): Refusal | null {
  if (!may(actor, "view")) return refuse("unknown-launch");
  return may(actor, "erase") ? null : refuse("not-permitted");
}

/**
 * Erases a text of the history wherever it stands in the launch (decision rules §11): `text` is what lies beside the event,
 * `null` when it is gone already; `made` are what is made of it: keys, and texts that no row holds any more. Also in an archived launch. The event records that it happened and where, not what it was.
 */
export function judgeErase(state: LaunchState, actor: Person, text: string | null, made: readonly string[] = []): Outcome {
  const refusal = judgeMayErase(actor);
  if (refusal !== null) return refusal;
  if (text === null) return refuse("already-erased");
  const changes = changesWithout(state, [...new Set([...erasedWith(state, text), ...made])]);
  // A text that no row holds any more is erased from the history alone; the launch's row carries the event, or there were none.
  const { id, version } = state.launch;
  return allow("text.erased", ...(changes.length > 0 ? changes : [{ entity: "launch" as const, id, before: { version }, after: { version: version + 1 } }]));
}

/** Where a text stands: beside an event, or in a field of a row as it is now. */
export type TextPlace = { seq: number; path: string } | { entity: Entity; id: string; field: string };

/** One text that could be erased, and of what. */
export interface ErasableText { place: TextPlace; entity: Entity; id: string; field: string; text: string }

/** The texts of an event, one of each; not those that were erased, nor whole signed states: their words go with the words in them. */
export function textsOfEvent(seq: number, changes: readonly Change[]): ErasableText[] {
  const found = new Map<string, ErasableText>();
  changes.forEach(({ entity, id, before, after }, at) => {
    for (const [side, row] of [["after", after], ["before", before]] as const) {
      for (const field of written(entity)) {
        const text = row?.[field];
        if (isErasable(text) && !found.has(text)) found.set(text, { place: { seq, path: `${at}.${side}.${field}` }, entity, id, field, text });
      }
      for (const { field, name, text } of row ? wordsWithin(entity, row) : []) {
        if (isErasable(text) && !found.has(text)) found.set(text, { place: { seq, path: `${at}.${side}.${field}.${name}` }, entity, id, field, text });
      }
    }
  });
  return [...found.values()];
}

/** The texts of an item as it stands, with those of its proof and waivers. */
export function textsOfItem({ item, evidence, waiver }: Pick<LaunchState, "item" | "evidence" | "waiver">, itemId: string): ErasableText[] {
  const own = item[itemId];
  if (!own) return [];
  const rows = [
    { entity: "item" as const, row: own },
    ...Object.values(evidence).filter((row) => row.itemId === itemId).map((row) => ({ entity: "evidence" as const, row })),
    ...Object.values(waiver).filter((row) => row.itemId === itemId).map((row) => ({ entity: "waiver" as const, row })),
  ];
  return rows.flatMap(({ entity, row }) => {
    const record = row as unknown as Readonly<Record<string, unknown>>; // every row is a plain record
    const whole = written(entity).flatMap((field): ErasableText[] => {
      const text = record[field];
      return isErasable(text) ? [{ place: { entity, id: row.id, field }, entity, id: row.id, field, text }] : [];
    });
    const within = wordsWithin(entity, record).filter(({ text }) => isErasable(text));
    return [...whole, ...within.map(({ field, name, text }): ErasableText => ({ place: { entity, id: row.id, field: `${field}.${name}` }, entity, id: row.id, field, text }))];
  });
}

const isErasable = (text: unknown): text is string => typeof text === "string" && text !== "" && text !== erasedText && text !== erasedAddress;

/** The text in a field of a row as it stands; `null` when there is none, or it was erased. */
export function textAt(state: LaunchState, { entity, id, field }: { entity: Entity; id: string; field: string }): string | null {
  const row: object | undefined = entity === "launch" ? (state.launch.id === id ? state.launch : undefined) : Object.hasOwn(state[entity], id) ? state[entity][id] : undefined;
  const record = (row ?? {}) as Readonly<Record<string, unknown>>; // every row is a plain record
  const text = freeText[entity].includes(field) ? record[field] : wordsWithin(entity, record).find((one) => `${one.field}.${one.name}` === field)?.text;
  return isErasable(text) && text !== erasedKey(id) ? text : null;
}

/** What attachments of a file are called in a launch, but for those erased before. */
export function namesOfFile(state: LaunchState, hash: string): string[] {
  return [...new Set(Object.values(state.evidence).filter(({ fileHash }) => fileHash === hash).map(({ title }) => title))].filter((name) => name !== erasedText);
}

/**
 * Erases an attached file (decision rules §11): its bytes go, its name reads `[erased]` wherever it stands, its SHA-256 stays in the
 * history. An instance's admin only. `keys`: those made of its name.
 */
export function judgeEraseFile(state: LaunchState, actor: Person, hash: string, keys: readonly string[] = []): Outcome {
  const refusal = judgeMayErase(actor);
  if (refusal !== null) return refusal;
  if (!Object.values(state.evidence).some(({ fileHash }) => fileHash === hash)) return refuse("unknown-evidence");
  const names = namesOfFile(state, hash);
  const changes = changesWithout(state, [...names, ...keys]);
  return names.length === 0 ? refuse("already-erased") : allow("text.erased", ...changes);
}
