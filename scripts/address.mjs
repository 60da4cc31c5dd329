import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

/** Where to serve: `PORT` (3000; 0 takes any free one) and `HOST` (127.0.0.1). */
export async function chooseAddress(env = process.env) {
  const text = env.PORT ?? "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Failure(`PORT is ${text}; it must be a number from 0 to 65535.`);
  const host = env.HOST ?? "127.0.0.1";
  return { host, port: await tryListening(host, port) };
}

/** As a browser on this machine writes it: an address that means "everywhere" is reached as localhost. */
export function urlOf({ host, port }) {
  const name = ["0.0.0.0", "::"].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function tryListening(host, port) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", (error) => fail(new Failure(whyNot(error, host, port))));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => done(bound));
    });
  });
}

function whyNot(error, host, port) {
  switch (error.code) {
    case "EADDRINUSE": {
      const by = listenerOn(port);
      return `port ${port} is taken${by ? ` by ${by}` : ""}: stop that, or choose another with PORT=${port + 1} npm start.`;
    }
    case "EACCES":
      return `this user may not listen on port ${port}: choose one from 1024 on with PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${host}, which is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them.`;
    default:
      return `cannot listen on ${host} port ${port} (${error.code}).`;
  }
}

/** Name and number of the process that listens on `port`, as far as this user may see it (Linux only). */
function listenerOn(port) {
  try {
    const wanted = port.toString(16).toUpperCase().padStart(4, "0");
    const inodes = new Set();
    for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
      for (const row of readFileSync(table, "utf8").split("\n").slice(1)) {
        const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
        if (state === "0A" && local?.endsWith(`:${wanted}`)) inodes.add(`socket:[${inode}]`);
      }
    }
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      // Only its beginning is known there: what was cut off in brackets helps nobody.
      if (holdsOneOf(pid, inodes)) return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim().replace(/ \(.*$/, "")} (process ${pid})`;
    }
  } catch {
    // Another system: the sentence does without.
  }
  return null;
}

function holdsOneOf(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => inodes.has(readlink(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false;
  }
}

function readlink(path) {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
