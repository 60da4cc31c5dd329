import { defineConfig } from "playwright/test";
import { longest } from "./late";

const address = process.env["E2E_ADDRESS"];
if (!address) throw new Error("Run the browser tests with: node scripts/e2e.mjs [what Playwright Test takes]. It brings the server they need.");

const executablePath = process.env["CHROMIUM_PATH"];
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  // A journey may be long and a machine busy; what one waits for is bounded by `expect` below.
  timeout: 180_000,
  // On a slow line a chain of ten answers, each as late as can be.
  expect: { timeout: 10_000 + 10 * longest },
  use: {
    baseURL: address,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: asRoot ? ["--no-sandbox"] : [] },
  },
  projects: [
    // The first admin can be made only once, so that journey comes before all others.
    { name: "first-run", testMatch: /first-run\.spec\.ts$/ },
    { name: "journeys", testMatch: /\.spec\.ts$/, testIgnore: /first-run\.spec\.ts$/, dependencies: ["first-run"] },
  ],
});
