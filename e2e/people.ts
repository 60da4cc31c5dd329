import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import type { BrowserContext } from "playwright/test";
import { ask, given } from "./database";

/** Somebody with an account. Everybody here has the same password. */
export interface Person { id: string; name: string; email: string }

export const password = "seven harbour cranes";
let hashed: Promise<string> | null = null;

/** An account of its own for one test; `name` is what pages show, made unlike any other by a number. */
export async function somebody(name: string, { admin = false } = {}): Promise<Person> {
  hashed ??= hash(password, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const id = randomUUID();
  const person = { id, name: `${name} ${id.slice(0, 4)}`, email: `${name.toLowerCase().replaceAll(" ", "-")}-${id.slice(0, 8)}@example.com` };
  await ask("insert into users (id, email, name, password_hash, admin) values ($1, $2, $3, $4, $5)", [id, person.email, person.name, await hashed, admin]);
  return person;
}

/** Gives a browser the cookie it would have after signing in as `person`, and says which session that is. */
export async function signedIn(context: BrowserContext, person: Person): Promise<string> {
  const session = randomUUID();
  await ask("insert into sessions (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')", [session, person.id]);
  await context.addCookies([await sessionCookie(session)]);
  return session;
}

/** The cookie of a session, as the server itself would set it. */
export async function sessionCookie(session: string) {
  const value = await encode({ token: { sid: session }, secret: given("AUTH_SECRET") });
  return { name: "next-auth.session-token", value, url: given("E2E_ADDRESS"), httpOnly: true, sameSite: "Lax" as const };
}

/** Ends a session in the database, as a new role or password would. */
export async function revoke(session: string): Promise<void> {
  await ask("update sessions set revoked_at = now() where id = $1", [session]);
}
