import { loadEnvironment } from "./environment.mjs";
import { main } from "./failure.mjs";

// The app in a container: what npm start would set, without what only a checkout has.
await main(async () => {
  loadEnvironment();
  // A container's HOSTNAME is its name, and Next would listen on that.
  process.env.HOSTNAME = process.env.HOST ?? "0.0.0.0";
  if (process.env.APP_URL !== undefined) process.env.NEXTAUTH_URL = process.env.APP_URL;
  // The app gets by with the role that may only append to the history.
  delete process.env.MIGRATE_DATABASE_URL;
  await import("./client-address.mjs");
  await import("../server.js");
});
