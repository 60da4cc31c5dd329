import type { BrowserContext } from "playwright/test";

/** The longest time in milliseconds that an answer is kept back; 0 for not at all. `JOURNEYS_LATE=3000 node scripts/e2e.mjs` */
export const longest = Number(process.env["JOURNEYS_LATE"] ?? "0");
if (!(longest >= 0)) throw new Error("JOURNEYS_LATE is the longest delay of an answer, in milliseconds, e.g. 3000.");

/** A slow and uneven line: what a page asks for by itself (readings, acts, the live stream) comes late, each by another time, and out of order. */
export async function late(context: BrowserContext): Promise<void> {
  if (longest === 0) return;
  await context.route(/\?_rsc=|\/api\/|\/launches\//, async (route) => {
    await new Promise((over) => setTimeout(over, Math.random() * longest));
    // A page that is gone by now waits for nothing.
    await route.fallback().catch(() => undefined);
  });
}
