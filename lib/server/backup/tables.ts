/** Every table of an instance, in an order in which rows can be written: what is referred to comes before what refers. */
export const tables = [
  "users", "accounts", "launches", "invitations", "badge_keys", "bookmarks", "members", "documents", "sections", "groups", "facts", "items", "evidence", "file_contents",
  "waivers", "seats", "sign_offs", "conditions", "polls", "decisions", "notes", "events", "event_texts",
] as const;
export type Table = (typeof tables)[number];

/** What is not kept: who was signed in, who failed to, and which migrations ran where it was made (those are compared instead). */
export const leftOut = ["sessions", "sign_in_attempts", "_prisma_migrations"] as const;

/** Rows that carry bytes go one at a time, all others by the hundreds. */
export const rowsAtOnce = (table: Table): number => (table === "documents" || table === "file_contents" ? 1 : 300);

/**
 * How many items stand above one. Positions would not do: what was retired stays where it stood when its parent has moved on.
 * `UNION` also ends where rows stood in a ring.
 */
const depth = `(WITH RECURSIVE above(id) AS (
  SELECT t.parent_id UNION SELECT i.parent_id FROM items i JOIN above ON i.launch_id = t.launch_id AND i.id = above.id
) SELECT count(id) FROM above)`;

/** A parent item stands before its children, an event before those after it. */
export const orderOf: Partial<Record<Table, string>> = { items: `launch_id, ${depth}, position`, events: "launch_id, seq" };

export const backupFormat = "readiness-backup/1";

export interface Summary { launches: number; people: number; events: number; files: number }

/** The first line after the format's name. */
export interface Head {
  at: string;
  /** Names of the migrations of the database it was made of: it fits into exactly such a one. */
  migrations: string[];
}

/** The last line: without it the file was cut off. */
export interface Tail { rows: Record<string, number>; sha256: string }

export function summaryOf({ rows }: Tail): Summary {
  return { launches: rows.launches ?? 0, people: rows.users ?? 0, events: rows.events ?? 0, files: rows.file_contents ?? 0 };
}
