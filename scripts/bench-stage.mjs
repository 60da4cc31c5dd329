import { fork } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { chooseAddress, urlOf } from "./address.mjs";
import { build } from "./build.mjs";
import { makeBundle } from "./bundle.mjs";
import { cli } from "./cli.mjs";
import { connect } from "./connect.mjs";
import { Failure } from "./failure.mjs";
import { atEnd, atEndOf, stopChild } from "./lifetime.mjs";
import { migrate } from "./migrate.mjs";
import { root } from "./root.mjs";
import { serve, untilReady } from "./serve.mjs";
import { startScratchPostgres } from "./scratch.mjs";

/** A seeded production server on a throw-away database, with a signed-in viewer's cookie. */
export async function openStage({ onChild }) {
  const { folder } = await build({ onChild });
  const server = await atEndOf(startScratchPostgres());
  await migrate(server.ownerUrl, { appUrl: server.url });
  await makeBundle();
  const listening = await chooseAddress({ HOST: "127.0.0.1", PORT: "0" });
  const address = urlOf(listening);
  const secret = randomBytes(32).toString("base64url");
  const env = { ...process.env, DATABASE_URL: server.url, AUTH_SECRET: secret, APP_URL: address, NEXTAUTH_URL: address, READINESS_DATA_DIR: server.folder };
  await cli(["seed", "a4co"], env, { onChild });
  const running = serve(folder, listening, env, { quiet: true });
  onChild(running.child);
  atEnd(() => stopChild(running.child));
  await untilReady(running, address);
  const { cookie, sessionId } = await signIn(server.ownerUrl, secret, { admin: false });
  const admin = await signIn(server.ownerUrl, secret, { admin: true });
  return { address, cookie, adminCookie: admin.cookie, record: (path) => record(address + path, cookie), floors: (recorded) => floors(recorded, server.url, sessionId, onChild) };
}

/** A member of the launch with role viewer, or an admin, signed in as the form would do it. */
async function signIn(ownerUrl, secret, { admin }) {
  const client = await connect(ownerUrl, "DATABASE_URL");
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  await client.query("INSERT INTO users (id, email, name, admin) VALUES ($1, $2, $3, $4)", [userId, `${userId}@example.com`, admin ? "Admin" : "Viewer", admin]);
  if (!admin) await client.query("INSERT INTO members (launch_id, id, role) SELECT id, $1, 'viewer' FROM launches", [userId]);
  await client.query("INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')", [sessionId, userId]);
  await client.end();
  const { encode } = await import("next-auth/jwt");
  return { sessionId, cookie: `next-auth.session-token=${await encode({ token: { sid: sessionId }, secret })}` };
}

async function record(address, cookie) {
  // Once to warm up what is remembered per revision, once to keep.
  await fetch(address, { headers: { cookie }, redirect: "manual" });
  const answer = await fetch(address, { headers: { cookie, "accept-encoding": "identity" }, redirect: "manual" });
  if (answer.status !== 200) throw new Failure(`${address} answered ${answer.status} instead of the page.`);
  return { body: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get("content-type") };
}

/** Two bare servers in a process of their own: one sends the recorded bytes, one asks the page's one statement first. */
async function floors(recorded, databaseUrl, sessionId, onChild) {
  const child = fork(join(root, "scripts", "bench-floor.mjs"), { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
  onChild(child);
  child.send({ ...recorded, databaseUrl, sessionId });
  const [{ port }] = await once(child, "message");
  const stop = () => stopChild(child);
  return { bytes: `http://127.0.0.1:${port}/bytes`, sql: `http://127.0.0.1:${port}/sql`, stop };
}
