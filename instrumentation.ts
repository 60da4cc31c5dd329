import type { Instrumentation } from "next";

/** Before the first request: what would go wrong later is said now, in one sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot } = await import("@/lib/server/boot");
  await boot();
}

/** Every failure that a person saw as "something went wrong", with the number that stood there. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/server/log");
  const { message, stack, digest } = error as { message?: string; stack?: string; digest?: string }; // whatever was thrown: each may be missing
  log("error", "request failed", { method: request.method, route: context.routePath, digest, message, stack });
};
