import "./node-version.mjs";
import { loadEnvironment } from "./environment.mjs";
import { Failure, main } from "./failure.mjs";
import { openSeeded } from "./seeded.mjs";

// Before the app starts somewhere else (the one-shot service of compose.yaml): migrates, fills an empty database, and
// prints the set-up link while there is no admin.
await main(async () => {
  loadEnvironment();
  if (process.env.DATABASE_URL === undefined) throw new Failure("set DATABASE_URL to the database that should be prepared.");
  const { setupLink } = await openSeeded(null, { ...process.env }, () => {});
  const link = await setupLink(process.env.APP_URL ?? "http://localhost:3000");
  if (link !== "") console.log(`No admin yet. Create the first one, once, at\n${link}`);
});
