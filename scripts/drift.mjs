import { Failure, isEntry, main } from "./failure.mjs";
import { missingSql } from "./schema-engine.mjs";
import { startScratchPostgres } from "./scratch.mjs";

/** Fails when the migrations do not lead to exactly `prisma/schema.prisma`. `url` is an empty scratch database. */
export async function refuseDrift(url) {
  const sql = await missingSql(url);
  if (sql !== "") throw new Failure(`prisma/schema.prisma and prisma/migrations differ; node scripts/new-migration.mjs NAME would write:\n${sql}`);
}

if (isEntry(import.meta.url)) {
  await main(async () => {
    const scratch = await startScratchPostgres();
    try {
      await refuseDrift(scratch.ownerUrl);
      console.log("The migrations lead to the schema.");
    } finally {
      await scratch.stop();
    }
  });
}
