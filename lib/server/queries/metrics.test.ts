import { expect, test } from "vitest";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { scene } from "../testing/scene";
import { mayReadMetrics, metricsText } from "./metrics";

ownDatabase();
process.env.METRICS_TOKEN = "a token for the scraper";

test("metrics are for who has the token, whole and as it is", () => {
  expect(mayReadMetrics("Bearer a token for the scraper")).toBe("allowed");
  for (const wrong of [null, "", "a token for the scraper", "Bearer ", "Bearer a token for the scrape", "bearer a token for the scraper"]) {
    expect(mayReadMetrics(wrong)).toBe("refused");
  }
});

test("metrics say the figures of the page, a line each, in Prometheus' own format", async () => {
  const { slug } = await scene();
  const { judgement } = await launchNow(slug);
  const lines = (await metricsText()).trimEnd().split("\n");
  expect(lines).toContain(`readiness_launch_reasons{launch="${slug}"} ${judgement.reasons.length}`);
  expect(lines).toContain(`readiness_launch_items{launch="${slug}"} ${judgement.numbers.verified.of}`);
  expect(lines).toContain(`readiness_launch_events_total{launch="${slug}"} ${judgement.revision}`);
  for (const line of lines) expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{launch="[a-z0-9-]+"\})? [\d.]+)$/);
});
