import { readFileSync } from "node:fs";
import { newLaunch } from "./launch";
import { awake, placesOf } from "./pages";
import { expect, test } from "./test";

/** Words that only these libraries bring; each stands in the library's own source, or this test would prove nothing. */
const heavy = [
  { library: "recharts", mark: "recharts-surface", source: "recharts/es6/container/Surface.js" },
  { library: "zod", mark: "unrecognized_keys", source: "zod/v4/core/schemas.js" },
  { library: "use-intl", mark: "INSUFFICIENT_PATH", source: "use-intl/dist/esm/development/format-message/index.js" },
] as const;

test("what a page loads first holds no chart library, no validation and no message parser", async ({ open, request }, info) => {
  const launch = await newLaunch();
  const figures: string[] = [];
  for (const place of (await placesOf(launch)).filter(({ status }) => !status)) {
    const page = await open(place.by);
    const html = await (await page.request.get(place.path)).text();
    const scripts = [...new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src ?? ""))];
    expect(scripts.length, place.name).toBeGreaterThan(0);
    let bytes = 0;
    for (const src of scripts) {
      const code = await (await request.get(src)).text();
      bytes += code.length;
      for (const { library, mark } of heavy) expect(code.includes(mark), `${place.name}: ${library} in ${src}`).toBe(false);
    }
    figures.push(`${place.name} ${scripts.length} files, ${Math.round(bytes / 1024)} KB before compression`);
    await page.close();
  }
  console.log(`first scripts: ${figures.join("; ")}`);
  info.annotations.push({ type: "figure", description: figures.join("; ") });
});

test("the chart library comes once a chart is near the screen", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(launch.manager);
  const later: string[] = [];
  await page.setViewportSize({ width: 1_280, height: 400 });
  await page.goto(launch.path);
  await awake(page);
  page.on("response", (answer) => {
    if (answer.url().endsWith(".js")) later.push(answer.url());
  });
  await page.getByRole("figure").last().scrollIntoViewIfNeeded();
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
  expect(later.length).toBeGreaterThan(0);
});

test("the marks by which libraries are known stand in their sources", () => {
  for (const { source, mark, library } of heavy) {
    expect(readFileSync(new URL(`../node_modules/${source}`, import.meta.url), "utf8"), library).toContain(mark);
  }
});
