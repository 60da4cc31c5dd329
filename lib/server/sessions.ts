import { newId } from "./digest";
import { reads, type Reader } from "./db";

/** Absolute life of a session (trust 4). */
const absolute = "7 days";

/** Who acts: a signed-in person. What they may do in a launch is decided there, under its lock. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  /** May do everything in every launch of this instance. */
  admin: boolean;
  /** Where the act comes from, for the history. */
  via: "page" | "cli" | "api";
  /** When the password was last given, in database time; without it none counts as just given. */
  authenticatedAt?: string;
}

/** One request's session, and the launch it asks for, as one statement found them. */
export interface Visit {
  actor: Actor;
  sessionId: string;
  /** When the password was last asked for. */
  authenticatedAt: string;
  /** Database time. */
  now: string;
  /** `null` when no launch was asked for, or none by that name is this person's to see. */
  launch: { id: string; slug: string; revision: number; bookmark: Bookmark | null } | null;
}

/** How far somebody has seen a launch's history, and when they said so. */
export interface Bookmark { seq: number; at: string }

interface VisitRow {
  id: string; name: string; email: string; admin: boolean; authenticated_at: Date; now: Date;
  launch_id: string | null; slug: string | null; revision: number | null; seen_seq: number | null; seen_at: Date | null;
}

/**
 * Session, person, membership, revision, bookmark and the time, in one statement (architecture, "Fast by design").
 * @returns null when the session is unknown, revoked, older than 7 days, idle for 12 hours, or its person disabled
 */
export async function findVisit(sessionId: string, slug: string | null): Promise<Visit | null> {
  if (!/^[0-9a-f-]{36}$/.test(sessionId)) return null;
  const [row] = await reads().$queryRaw<VisitRow[]>`
    WITH seen AS (
      UPDATE sessions SET last_seen_at = now() WHERE id = ${sessionId}::uuid AND last_seen_at < now() - interval '5 minutes'
        AND last_seen_at > now() - interval '12 hours' AND revoked_at IS NULL
    )
    SELECT u.id, u.name, u.email, u.admin, s.authenticated_at, date_trunc('milliseconds', now()) AS now,
           l.id AS launch_id, l.slug, l.revision, b.seq AS seen_seq, b.at AS seen_at
      FROM sessions s
      JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
      LEFT JOIN launches l ON l.slug = ${slug}
        AND (u.admin OR EXISTS (SELECT 1 FROM members m WHERE m.launch_id = l.id AND m.id = u.id))
      LEFT JOIN bookmarks b ON b.launch_id = l.id AND b.user_id = u.id
     WHERE s.id = ${sessionId}::uuid AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '12 hours'`;
  if (!row) return null;
  return {
    actor: { id: row.id, name: row.name, email: row.email, admin: row.admin, via: "page", authenticatedAt: row.authenticated_at.toISOString() },
    sessionId,
    authenticatedAt: row.authenticated_at.toISOString(),
    now: row.now.toISOString(),
    launch: row.launch_id && row.slug && row.revision !== null
      ? { id: row.launch_id, slug: row.slug, revision: row.revision, bookmark: row.seen_seq !== null && row.seen_at ? { seq: row.seen_seq, at: row.seen_at.toISOString() } : null }
      : null,
  };
}

/** Opens a session for a person who has just proved who they are. */
export async function openSession(db: Reader, userId: string, agent: string | null): Promise<string> {
  const id = newId();
  await db.$executeRaw`
    INSERT INTO sessions (id, user_id, expires_at, agent)
    VALUES (${id}::uuid, ${userId}::uuid, now() + ${absolute}::interval, ${agent?.slice(0, 200) ?? null})`;
  return id;
}

/** Ends a session: its next request is refused and its open streams close. */
export async function revokeSession(db: Reader, sessionId: string): Promise<void> {
  await db.$executeRaw`UPDATE sessions SET revoked_at = now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
}

/** Ends all sessions of a person, e.g. with a new password or a new role. */
export async function revokeSessionsOf(db: Reader, userId: string): Promise<void> {
  await db.$executeRaw`UPDATE sessions SET revoked_at = now() WHERE user_id = ${userId}::uuid AND revoked_at IS NULL`;
}

/** Which of these sessions are still good: open streams ask every few seconds. */
export async function goodSessions(sessionIds: readonly string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await reads().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
     WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '12 hours'`;
  return new Set(rows.map((row) => row.id));
}

/** Notes that the password has just been given again. */
export async function confirmSession(db: Reader, sessionId: string): Promise<void> {
  await db.$executeRaw`UPDATE sessions SET authenticated_at = now() WHERE id = ${sessionId}::uuid`;
}
