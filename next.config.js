import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
// The fonts of a report in PDF, and nothing else of their packages.
const fonts = Object.values(JSON.parse(readFileSync(join(root, "lib", "server", "pdf", "fonts.json"), "utf8"))).map((path) => `./node_modules/${path}`);

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // For everybody, not for crawlers alone, the title stands in the first answer's head: one that streams in later leaves the page
  // without a title for a moment, the first time and whenever it reads itself again.
  htmlLimitedBots: /.*/,
  // Pages tell of now. A moment asked of one is shown where moments are shown, and never passed over: now would look like then.
  redirects: () => [{
    source: "/launches/:launch/:page(checklist|sign-off|night|report)?", has: [{ type: "query", key: "at", value: "(?<at>.+)" }],
    destination: "/launches/:launch/history?at=:at", permanent: false,
  }],
  // Types are proved by `npm run check` and `npm test`, for tests and scripts as well; whoever only starts it need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The thread that prints reports finds its fonts beside its program (lib/server/pdf).
  // The readiness check compares the database with the migrations this build brings.
  // A new launch may begin from the built-in checklist.
  outputFileTracingIncludes: { "/launches/*/export/*": fonts, "/api/health/ready": ["./prisma/migrations/**"], "/api/launches/import": ["./prisma/checklists/**"] },
  // A lockfile further up would make Next take that folder for the project.
  turbopack: { root },
  outputFileTracingRoot: root,
  // What a build must never carry along: data, secrets, older builds, what only developers run, and the image library.
  outputFileTracingExcludes: { "*": ["./node_modules/sharp/**", "./node_modules/@img/**", "./.data/**", "./.build/**", "./.test/**", "./.git/**", "./.env*", "./e2e/**", "./scripts/**", "./docs/**", "./bin/**"] },
  // A body is cut there before a handler reads it: above the largest that is taken (an own export of 16 MiB with its answers), so
  // that only handlers say what is too large. Sent in pieces, a body that was cut would otherwise look whole.
  experimental: { proxyClientMaxBodySize: 20 * 1_048_576 },
  // Native code stays a package of its own.
  serverExternalPackages: ["@node-rs/argon2", "pg"],
};
