import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/server/content-security-policy";
import { isOwnOrigin } from "@/lib/server/origin";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Comfort and headers, never protection by itself: every action and handler checks origin and session once more (trust 1, 2).
 * Here a foreign change is refused before anything of it is parsed, and every page gets its nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!reading.has(request.method) && !isOwnOrigin(request.headers)) {
    return NextResponse.json({ error: "This change did not come from a page of this server, so it was refused. Open the page here and try again." }, { status: 403 });
  }
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-readiness-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  if (process.env.APP_URL?.startsWith("https:")) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

export const config = { matcher: ["/((?!_next/static|icon.svg|favicon.ico|robots.txt).*)"] };
