import { createHash, timingSafeEqual } from "node:crypto";
import { reads } from "../db";
import { env } from "../env";
import { openStreams } from "../feed";
import { judgeKnown, readNewest } from "./launch";
import { databaseNow } from "./launches";

/** What an `Authorization` header is worth here. `off`: no token is set, so there are no metrics. */
export function mayReadMetrics(authorization: string | null): "off" | "refused" | "allowed" {
  const token = env().METRICS_TOKEN;
  if (!token) return "off";
  // Digests are of one length, so comparing them tells nothing of the token's.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`)) ? "allowed" : "refused";
}

interface Metric { name: string; help: string; type: "gauge" | "counter"; values: { labels?: Readonly<Record<string, string>>; value: number }[] }

/** This process and every launch, in Prometheus' text format 0.0.4. The same figures as the pages'. */
export async function metricsText(): Promise<string> {
  const now = await databaseNow();
  const found = await reads().launch.findMany({ where: { phase: { not: "archived" } }, select: { id: true, slug: true, revision: true }, orderBy: { slug: "asc" } });
  const judged = (await Promise.all(found.map(async ({ id, slug, revision }) => {
    const known = await readNewest(id, revision);
    return known ? [{ slug, judgement: judgeKnown(known, now) }] : [];
  }))).flat();
  const perLaunch = (name: string, help: string, of: (one: (typeof judged)[number]["judgement"]) => number): Metric =>
    ({ name, help, type: "gauge", values: judged.map(({ slug, judgement }) => ({ labels: { launch: slug }, value: of(judgement) })) });
  return written([
    { name: "process_uptime_seconds", help: "How long this process has run.", type: "gauge", values: [{ value: Math.round(process.uptime()) }] },
    { name: "process_resident_memory_bytes", help: "Memory of this process.", type: "gauge", values: [{ value: process.memoryUsage().rss }] },
    { name: "readiness_open_streams", help: "Pages that listen to this process.", type: "gauge", values: [{ value: openStreams() }] },
    { name: "readiness_sessions", help: "Sessions that are still good.", type: "gauge", values: [{ value: await reads().session.count({ where: { revokedAt: null, expiresAt: { gt: now } } }) }] },
    perLaunch("readiness_launch_go", "1 for go, 0.5 for conditional go, 0 for no-go.", ({ verdict }) => ({ go: 1, "conditional-go": 0.5, "no-go": 0 })[verdict]),
    perLaunch("readiness_launch_reasons", "What stands in the way.", ({ reasons }) => reasons.length),
    perLaunch("readiness_launch_items", "Items that count.", ({ numbers }) => numbers.verified.of),
    perLaunch("readiness_launch_claimed", "Items whose work is done.", ({ numbers }) => numbers.claimed.done),
    perLaunch("readiness_launch_verified", "Items whose proof holds on launch day.", ({ numbers }) => numbers.verified.done),
    { ...perLaunch("readiness_launch_events_total", "Events of the history.", ({ revision }) => revision), type: "counter" },
  ]);
}

function written(metrics: readonly Metric[]): string {
  // Only slugs are labels: small letters, digits and hyphens need no escaping.
  const labelled = (labels: Metric["values"][number]["labels"]) => (labels ? `{${Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(",")}}` : "");
  return metrics.map(({ name, help, type, values }) =>
    `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.map(({ labels, value }) => `${name}${labelled(labels)} ${value}\n`).join("")}`).join("");
}
