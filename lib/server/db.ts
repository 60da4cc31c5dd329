import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env";
import { type Prisma, PrismaClient } from "./generated/prisma/client";
import { once } from "./once";

export type Db = PrismaClient;
/** What a query needs: a client, or the transaction it runs in. */
export type Reader = PrismaClient | Prisma.TransactionClient;
export type Tx = Prisma.TransactionClient;

/** Reads and session checks have a pool of their own, so that a queue of writers never makes a reader wait. */
export function reads(): Db {
  return once("db.reads", () => connect(8));
}

export function writes(): Db {
  return once("db.writes", () => connect(6));
}

function connect(max: number): Db {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: "readiness",
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}

/** Closes both pools: the CLI and tests end with it, the server never does. */
export async function disconnect(): Promise<void> {
  await Promise.all([reads().$disconnect(), writes().$disconnect()]);
}
