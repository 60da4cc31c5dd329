import { mayReadMetrics, metricsText } from "@/lib/server/queries/metrics";

export const dynamic = "force-dynamic";

/** Metrics for Prometheus, to whoever sends `METRICS_TOKEN` as a bearer token; without one set there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const may = mayReadMetrics(request.headers.get("authorization"));
  if (may === "off") return Response.json({ error: "There is nothing here. Set METRICS_TOKEN to have metrics." }, { status: 404 });
  if (may === "refused") return Response.json({ error: "Send METRICS_TOKEN as a bearer token." }, { status: 401, headers: { "www-authenticate": "Bearer" } });
  return new Response(await metricsText(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" } });
}
