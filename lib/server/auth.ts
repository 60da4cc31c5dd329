import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { NextAuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { addressOf } from "./address";
import { signIn } from "./commands/sign-in";
import { reads } from "./db";
import { authSecret, env } from "./env";
import { isOwnOrigin, ownOrigin } from "./origin";
import { readLaunch, type LaunchView } from "./queries/launch";
import { findVisit, revokeSession, type Actor, type Visit } from "./sessions";

/** The one file that knows next-auth. A cookie carries a session's id and nothing that could be trusted without its row. */
export const authOptions = (): NextAuthOptions => ({
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: 7 * 24 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const from = new Headers(toHeaders(request.headers));
        const outcome = await signIn(
          { email: credentials?.email ?? "", password: credentials?.password ?? "" },
          { address: addressOf(from), agent: from.get("user-agent") },
        );
        // next-auth shows a thrown message's text as the error's code: the page has words for each.
        if (!outcome.allowed) throw new Error(outcome.why);
        return { id: outcome.userId, sessionId: outcome.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user && "sessionId" in user ? { sid: user.sessionId } : token),
    session: ({ session }) => session,
    redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token.sid === "string") await revokeSession(reads(), token.sid);
    },
  },
});

function toHeaders(found: Record<string, unknown> | undefined): [string, string][] {
  return Object.entries(found ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

/** next-auth's own names: the secure one wherever the address is https. */
function cookieName(): string {
  return env().APP_URL?.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The id of the session this request's cookie names, or null. The cookie is decoded once per request. */
const sessionId = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  const raw = jar.get(cookieName())?.value;
  if (!raw) return null;
  const token = await decode({ token: raw, secret: authSecret() }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
});

/** The visit behind this request, `null` when nobody is signed in; one statement, once per request and launch. */
export const visit = cache(async (slug: string | null): Promise<Visit | null> => {
  const id = await sessionId();
  return id ? findVisit(id, slug) : null;
});

/** For pages: the person signed in, or off to the sign-in page and back. */
export async function requireActor(): Promise<Actor> {
  return (await requireVisit(null)).actor;
}

async function requireVisit(slug: string | null): Promise<Visit> {
  const found = await visit(slug);
  if (found) return found;
  const from = (await headers()).get("x-readiness-path") ?? "/";
  redirect(`/sign-in?from=${encodeURIComponent(from)}`);
}

/** For pages of a launch: who looks, and the launch as judged now; 404 for one that is not theirs to see. */
export async function requireLaunch(slug: string): Promise<LaunchView & { visit: Visit }> {
  const found = await requireVisit(slug);
  const launch = found.launch ? await readLaunch(found) : null;
  if (!launch) notFound();
  return { ...launch, visit: found };
}

/** For route handlers: the launch, or the answer that refuses it (401 not signed in, 404 for what one may not see). */
export async function launchForHandler(slug: string): Promise<(LaunchView & { visit: Visit }) | Response> {
  const found = await visit(slug);
  if (!found) return Response.json({ error: "You are not signed in. Sign in and try again." }, { status: 401 });
  const launch = found.launch ? await readLaunch(found) : null;
  return launch ? { ...launch, visit: found } : Response.json({ error: "There is no such launch, or it is not yours to see." }, { status: 404 });
}

/** Whether a request that needs no session (set-up, joining) comes from a page of ours. */
export async function isOwnRequest(): Promise<boolean> {
  return isOwnOrigin(await headers());
}

/** Where a request comes from, for limits and links: the client's address, its session, and the origin of this server. */
export async function requestSource(): Promise<{ address: string; sessionId: string | null; origin: string }> {
  const found = await headers();
  return { address: addressOf(found), sessionId: await sessionId(), origin: ownOrigin(found) };
}

/** Revokes this browser's session and takes its cookie away. */
export async function endSession(): Promise<void> {
  if (!isOwnOrigin(await headers())) return;
  const id = await sessionId();
  if (id) await revokeSession(reads(), id);
  (await cookies()).delete(cookieName());
}

/**
 * For every action and handler that changes something: the origin is ours and somebody is signed in.
 * Checked here again, so that with the proxy off nothing happens either (trust 2).
 */
export async function actorForChange(): Promise<{ allowed: true; actor: Actor; visit: Visit } | { allowed: false; why: "foreign-origin" | "not-signed-in" }> {
  if (!isOwnOrigin(await headers())) return { allowed: false, why: "foreign-origin" };
  const found = await visit(null);
  return found ? { allowed: true, actor: found.actor, visit: found } : { allowed: false, why: "not-signed-in" };
}
