import { launchForHandler } from "@/lib/server/auth";
import { follow } from "@/lib/server/feed";

export const dynamic = "force-dynamic";

/** A reader so far behind is dropped; it comes back by itself and reads the page again. */
const mostWaiting = 256 * 1024;

/** Server-sent events: `update` with what changed, `resync` when something was missed, `signed-out` when the session has ended. `id:` is the launch's revision. */
export async function GET(request: Request, { params }: { params: Promise<{ launch: string }> }): Promise<Response> {
  const found = await launchForHandler((await params).launch);
  if (found instanceof Response) return found;
  const seen = Number(request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("from") ?? found.state.revision);
  const { actor } = found.visit;
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const close = (): void => {
        end();
        try {
          controller.close();
        } catch {
          // The browser has gone already.
        }
      };
      const write = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -mostWaiting) return close();
        controller.enqueue(encoder.encode(text));
      };
      const unfollow = follow(found.state.launch.id, {
        sessionId: found.visit.sessionId,
        revision: Number.isInteger(seen) ? seen : -1,
        mayLook: ({ member }) => actor.admin || member[actor.id] !== undefined,
        send: (update) => write(`id: ${update.revision}\nevent: update\ndata: ${JSON.stringify(update)}\n\n`),
        resync: (revision) => write(`id: ${revision}\nevent: resync\ndata: \n\n`),
        signedOut: () => {
          write("event: signed-out\ndata: \n\n");
          close();
        },
        close,
      });
      const beat = setInterval(() => write("event: here\ndata: \n\n"), 15_000);
      end = () => {
        clearInterval(beat);
        unfollow();
      };
      request.signal.addEventListener("abort", close);
      write("retry: 1000\n\n");
    },
    cancel: () => end(),
  }, new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }));
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" },
  });
}
