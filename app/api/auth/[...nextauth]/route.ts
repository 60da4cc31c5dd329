import NextAuth from "next-auth";
import { authOptions } from "@/lib/server/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

// next-auth answers any request; its handler is made per request so that the environment is read at run time only.
async function handler(request: Request, context: Context): Promise<Response> {
  // next-auth 4 types its handler as unknown-returning; in a route handler it always answers with a Response.
  const handle = NextAuth(authOptions()) as (request: Request, context: Context) => Promise<Response>;
  return handle(request, context);
}

export { handler as GET, handler as POST };
