import type { RowView } from "@/lib/domain/row";
import type { Update } from "@/lib/domain/update";
import { backFrom, type Intent, type RowIntent } from "./optimistic";
import { byId, rowShown, type Happening, type Made, type Pending, type Read, type Shown } from "./shown";

/** The one way a list's state changes, whether by this hand, by its answer, or by somebody else. */
export function reduce(shown: Shown, happening: Happening): Shown {
  switch (happening.happened) {
    case "edited":
      return edited(shown, happening);
    case "undone":
      return undone(shown);
    case "sent":
      return { ...shown, pending: shown.pending.map((one) => (one.id === happening.id ? { ...one, sent: true } : one)) };
    case "answered":
      return answered(shown, happening.id, happening.update);
    case "refused":
      return refused(shown, happening);
    case "dismissed":
      return { ...shown, refused: shown.refused.filter(({ id }) => id !== happening.id) };
    case "heard":
      return hear(shown, happening.update);
    case "made":
      return made(shown, happening);
    case "read":
      return read(shown, happening.read);
  }
}

/** Two quick changes of one thing are one: the second takes the place of a first that has not left yet. */
function edited(shown: Shown, { item, intent, seen: asked }: { item: string; intent: RowIntent; seen?: number }): Shown {
  const row = rowShown(shown, item);
  const known = shown.rows.get(item);
  if (!row || !known) return shown;
  const last = shown.pending.findLast((one) => one.item === item);
  if (last && !last.sent && last.intent.kind === intent.kind) {
    return { ...shown, pending: shown.pending.map((one) => (one === last ? { ...one, intent } : one)) };
  }
  const id = shown.nextId;
  const seen = builtOn(shown, item, asked ?? known.version);
  return {
    ...shown,
    nextId: id + 1,
    pending: [...shown.pending, { id, item, intent, seen, sent: false, heldBy: null }],
    made: [...shown.made, { id, item, back: backFrom(row, intent), revision: null, seen, left: null }],
  };
}

/** Remembers what a dialog asked for, so that undo takes it back before what came earlier. */
function made(shown: Shown, { item, revision, left, about }: { item: string; revision: number; left?: number; about?: string }): Shown {
  const one: Made = { id: shown.nextId, item, back: null, revision, seen: left === undefined ? 0 : left - 1, left: left ?? null, ...(about === undefined ? {} : { about }) };
  return { ...shown, nextId: shown.nextId + 1, made: [...shown.made, one] };
}

/** The version that this hand's own edits made of `version`; anybody else's change ends the chain. */
export function builtOn(shown: Shown, item: string, version: number): number {
  return shown.made.reduce((so, made) => (made.item === item && made.seen === so && made.left !== null ? made.left : so), version);
}

/** Takes back the newest own edit: one that has not left is simply dropped. */
function undone(shown: Shown): Shown {
  const last = shown.made.at(-1);
  if (!last) return shown;
  const made = shown.made.slice(0, -1);
  if (shown.pending.some((one) => one.id === last.id && !one.sent)) {
    return { ...shown, made, pending: shown.pending.filter(({ id }) => id !== last.id) };
  }
  const intent: Intent = { kind: "undo", of: last.id, revision: last.revision, back: last.back };
  const undo: Pending = { id: shown.nextId, item: last.item, intent, seen: 0, sent: false, heldBy: null };
  return { ...shown, made, nextId: shown.nextId + 1, pending: [...shown.pending, undo] };
}

function answered(shown: Shown, id: number, update: Update): Shown {
  const edit = shown.pending.find((one) => one.id === id);
  if (!edit) return hear(shown, update);
  const version = update.rows.find((row) => row.id === edit.item)?.version;
  // An answer that leads nowhere made no event, so there is nothing to undo.
  const event = update.revision > update.from;
  const kept = event ? shown.pending : shown.pending.filter(({ intent }) => intent.kind !== "undo" || intent.of !== id);
  const pending = kept.map((one): Pending => {
    if (one.id === id) return { ...one, heldBy: update.revision };
    if (one.item !== edit.item || one.sent) return one;
    // What the same hand does next builds on its own edit; on anybody else's it does not.
    const intent = one.intent.kind === "undo" && one.intent.of === id ? { ...one.intent, revision: update.revision } : one.intent;
    return { ...one, intent, seen: version ?? one.seen };
  });
  const made = event
    ? shown.made.map((one) => (one.id === id ? { ...one, revision: update.revision, seen: edit.seen, left: version ?? edit.seen } : one))
    : shown.made.filter((one) => one.id !== id);
  return hear({ ...shown, pending, made }, update);
}

function refused(shown: Shown, { id, sentence, current }: { id: number; sentence: string; current: RowView | null }): Shown {
  const edit = shown.pending.find((one) => one.id === id);
  if (!edit) return shown;
  const known = shown.rows.get(edit.item);
  const newer = current && known && current.version > known.version;
  return {
    ...shown,
    rows: newer ? new Map(shown.rows).set(edit.item, current) : shown.rows,
    // Undoing what was never done would undo something else.
    pending: shown.pending.filter((one) => one.id !== id && !(one.intent.kind === "undo" && one.intent.of === id)),
    made: shown.made.filter((one) => one.id !== id),
    refused: [...shown.refused, { id, item: edit.item, intent: edit.intent, sentence, current }],
  };
}

/** Applies a change by its revision: never one that is already shown, never one whose beginning is missing. */
function hear(shown: Shown, update: Update): Shown {
  if (update.revision <= shown.revision) return settle(shown);
  if (update.from > shown.revision) {
    if (shown.waiting.some(({ revision, from }) => revision === update.revision && from === update.from)) return shown;
    return { ...shown, waiting: [...shown.waiting, update] };
  }
  const rows = new Map(shown.rows);
  for (const row of update.rows) if (rows.has(row.id)) rows.set(row.id, row);
  const readAt = update.structural ? update.revision : shown.readAt;
  return catchUp({ ...shown, rows, revision: update.revision, summary: update.summary, readAt });
}

/** Applies what was waiting for this revision. */
function catchUp(shown: Shown): Shown {
  const next = shown.waiting.find(({ from, revision }) => from <= shown.revision && revision > shown.revision);
  if (next) return hear({ ...shown, waiting: shown.waiting.filter((one) => one !== next) }, next);
  return settle({ ...shown, waiting: shown.waiting.filter(({ revision }) => revision > shown.revision) });
}

/** Lets go of the edits that the shown revision holds. */
function settle(shown: Shown): Shown {
  const pending = shown.pending.filter(({ heldBy }) => heldBy === null || heldBy > shown.revision);
  return pending.length === shown.pending.length ? shown : { ...shown, pending };
}

function read(shown: Shown, { revision, rows, summary }: Read): Shown {
  if (revision < shown.revision) return shown;
  const readAt = shown.readAt !== null && shown.readAt > revision ? shown.readAt : null;
  return catchUp({ ...shown, revision, rows: byId(rows), summary, readAt });
}
