import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{app,components,lib,prisma,e2e,scripts}/**/*.test.{ts,tsx,mjs}"],
    environment: "node",
    globalSetup: ["./scripts/vitest-database.mjs"],
    setupFiles: ["./scripts/vitest-console.mjs", "./scripts/vitest-seed.mjs"],
    // Its own default leaves a core idle: half the machine where there are two.
    maxWorkers: "100%",
    // Each file is a process of its own, over before optimised WebAssembly (the database client's) repays its compilation.
    execArgv: ["--liftoff-only"],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Database and launcher tests start real servers on what may be two slow cores; `npm run fuzz` asks for as many runs as
    // somebody has time for.
    testTimeout: 30_000 + 200 * Number(process.env.FUZZ_RUNS ?? 0),
    hookTimeout: 60_000,
    coverage: { include: ["lib/**/*.ts"], exclude: ["lib/server/generated/**", "**/*.test.ts"], reporter: ["text-summary"] },
  },
});
