import { expect, test, vi } from "vitest";
import { historyGuard } from "./boot";
import { authSecret, readEnv } from "./env";
import { ownDatabase } from "./testing/database";

ownDatabase();

test("the app's own role can only append to the history, and boot can tell", async () => {
  expect(await historyGuard()).toBe("append-only role and triggers");
});

test.each([
  ["DATABASE_URL", { DATABASE_URL: "mysql://x" }], ["DATABASE_URL", {}], ["APP_URL", { DATABASE_URL: "postgres://x", APP_URL: "readiness.example.com" }],
  ["TRUSTED_PROXY_HOPS", { DATABASE_URL: "postgres://x", TRUSTED_PROXY_HOPS: "many" }],
])("a wrong %s is named in one sentence with the way out", (name, source) => {
  expect(() => readEnv(source)).toThrow(new RegExp(`^${name} cannot be used: .*See .env.example`, "s"));
});

test("an empty value counts as unset, and a secret can come from a file", () => {
  expect(readEnv({ DATABASE_URL: "postgres://x", APP_URL: "", READINESS_DATA_DIR: "" })).toMatchObject({ READINESS_DATA_DIR: ".data" });
  expect(() => readEnv({ DATABASE_URL: "postgres://x", AUTH_SECRET_FILE: "/no/such/file" })).toThrow(/AUTH_SECRET_FILE names .* cannot be read/);
});

test.each(["changeme-changeme-changeme-changeme", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "short", "secretsecretsecretsecretsecretsecret"])("a weak secret is refused: %s", async (secret) => {
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", secret);
  const fresh = await import("./env");
  expect(() => fresh.authSecret()).toThrow(/too weak or an example/);
  expect(authSecret).toBeTypeOf("function");
});
