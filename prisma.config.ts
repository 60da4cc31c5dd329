import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // Only the official tool reads this; the launcher and the app get their addresses from the environment themselves.
  datasource: { url: process.env["MIGRATE_DATABASE_URL"] ?? process.env["DATABASE_URL"] ?? "postgresql://unset" },
});
