import { spawn } from "node:child_process";
import { Failure, main } from "./failure.mjs";
import { migrate } from "./migrate.mjs";
import { startTestDatabase } from "./test-database.mjs";

// node scripts/with-database.mjs COMMAND …: runs it against a fresh, migrated, throw-away server, its root and tests' own.
await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Failure("name the command to run: node scripts/with-database.mjs npx vitest run lib/server");
  const server = await startTestDatabase();
  try {
    await migrate(server.ownerUrl, { appUrl: server.url });
    const env = { ...process.env, DATABASE_URL: server.url, MIGRATE_DATABASE_URL: server.ownerUrl, ...server.env };
    // Ctrl-C reaches the command as well; this process has to outlive it to stop the server.
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
    const child = spawn(command, args, { stdio: "inherit", env, shell: process.platform === "win32" });
    process.exitCode = await new Promise((done) => {
      child.on("error", (error) => done((process.stderr.write(`${error.message}\n`), 127)));
      child.on("exit", (code) => done(code ?? 1));
    });
  } finally {
    await server.stop();
  }
});
